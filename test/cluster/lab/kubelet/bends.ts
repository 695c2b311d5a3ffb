import type { V1Container, V1Pod } from "@kubernetes/client-node";
import { dump, load } from "js-yaml";
import { imageOf } from "./images.ts";
import type { Bend } from "./volumes.ts";

/**
 * Everything in which the lab lets a program see something else than its pod says; README.md lists it too. Plain Envoy lacks Istio's own
 * filters for statistics and peer metadata, and rejects configuration that names them.
 */

/** Added to the environment of istiod. */
export const istiodEnvironment = { PILOT_ENABLE_METADATA_EXCHANGE: "false", PILOT_ENABLE_ALPN_FILTER: "false" };

const meshVolume = "lab-mesh-config";

const meshFolder = "/etc/istio/config";

/**
 * istiod reads its mesh configuration from the API server, where nobody can bend it without touching the user's object, unless there is a file: so it
 * gets the same ConfigMap as one. An istiod outside the mesh has one by its own release.
 */
export function withMeshFile(pod: V1Pod): V1Pod {
  const istiod = pod.spec?.containers.find((container) => imageOf(container)?.kind === "istiod");
  if (pod.spec === undefined || istiod === undefined) return pod;
  if (istiod.volumeMounts?.some(({ mountPath }) => mountPath === meshFolder)) return pod;
  const configMap = { name: meshConfigMap(istiod), optional: true };
  const volumes = [...(pod.spec.volumes ?? []), { name: meshVolume, configMap }];
  const mounted = { ...istiod, volumeMounts: [...(istiod.volumeMounts ?? []), { name: meshVolume, mountPath: meshFolder }] };
  const containers = pod.spec.containers.map((container) => (container === istiod ? mounted : container));
  return { ...pod, spec: { ...pod.spec, volumes, containers } };
}

/** `istio`, or `istio-REVISION` for any revision but the default one. */
function meshConfigMap({ env = [] }: V1Container): string {
  const revision = env.find(({ name }) => name === "REVISION")?.value ?? "default";
  return revision === "" || revision === "default" ? "istio" : `istio-${revision}`;
}

/** The mesh configuration without the default metrics provider and without merging of metrics. */
export const bendMesh: Bend = ({ configMap }, files) => {
  const { mesh, ...others } = files;
  if (mesh === undefined || !/^istio(?:-|$)/.test(configMap?.name ?? "")) return files;
  const config = (load(mesh.toString("utf8")) ?? {}) as Record<string, unknown>;
  return { ...others, mesh: Buffer.from(dump({ ...config, defaultProviders: {}, enablePrometheusMerge: false })) };
};
