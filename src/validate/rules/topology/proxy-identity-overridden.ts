import type { JsonObject, Path } from "../../../model/json.ts";
import { isObject, objectAt, textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { readDocuments } from "../../../yaml/index.ts";
import { workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type View = ClusterView<"networking.istio.io/ProxyConfig" | "apps/Deployment" | "apps/DaemonSet">;

export const check: Check<"proxy-identity-overridden"> = (mesh, report) => {
  for (const cluster of mesh.clusters) {
    // An istiod outside the mesh serves the proxies of others; its own cluster has none.
    if (cluster.role === "external") continue;
    const identity = {
      ISTIO_META_CLUSTER_ID: cluster.istioName,
      ISTIO_META_NETWORK: cluster.network,
      ISTIO_META_MESH_ID: mesh.mesh.meshId,
    };
    for (const { manifest, values, path, isWhole } of given(cluster)) {
      for (const [variable, real] of Object.entries(identity)) {
        const value = values[variable];
        if (value === undefined || value === null || value === real) continue;
        const facts = { variable, given: String(value), real, cluster: cluster.name };
        report(facts, { on: manifest, path: isWhole ? path : [...path, variable], clusters: [cluster.name] });
      }
    }
  }
};

/** Variables for proxies that somebody wrote: for a namespace or chosen pods by a ProxyConfig, or in the annotation of a workload. */
interface Given {
  readonly manifest: Manifest;
  readonly values: JsonObject;
  readonly path: Path;
  /** The values are inside a text, whose place stands for all of them. */
  readonly isWhole: boolean;
}

function given(view: View): readonly Given[] {
  const configs = view.list("networking.istio.io/ProxyConfig").map((manifest) => {
    const path = ["spec", "environmentVariables"];
    return { manifest, values: objectAt(manifest.object, ...path), path, isWhole: false };
  });
  const annotated = view.remember(workloads).flatMap(({ manifest }) => {
    const path = ["spec", "template", "metadata", "annotations", "proxy.istio.io/config"];
    const text = textAt(manifest.object, ...path);
    const value = text === undefined ? undefined : readDocuments("", text).documents[0]?.value;
    return isObject(value) ? [{ manifest, values: objectAt(value, "proxyMetadata"), path, isWhole: true }] : [];
  });
  return [...configs, ...annotated];
}
