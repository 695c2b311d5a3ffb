import { controlPlanes } from "../../facts/control-planes.ts";
import { type Entrance, entrances, type IngressKinds } from "../../facts/ingresses.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import { isGlobal } from "../../facts/scopes.ts";
import { minorOf } from "../../facts/versions.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView, MeshView } from "../../view.ts";

type Kinds = IngressKinds | "Service" | "Namespace" | "ConfigMap";

export const check: Check<"ingress-stays-in-network"> = (mesh, report) => {
  if (mesh.mesh.dataPlane !== "ambient") return;
  for (const cluster of mesh.clusters) {
    for (const { manifest, environment, revision } of cluster.remember(controlPlanes)) {
      const version = cluster.revisions.find(({ name }) => name === revision)?.version ?? "";
      const isOn = (name: string) => environment.get(name) === "true";
      // Without the first two another rule speaks; before 1.29 istiod does not know the third, and who wrote "false" meant it.
      if (!isOn("PILOT_ENABLE_AMBIENT") || !isOn("AMBIENT_ENABLE_MULTI_NETWORK") || (minorOf(version) ?? 0) < 29) continue;
      if (environment.has("AMBIENT_ENABLE_MULTI_NETWORK_INGRESS")) continue;
      const shared = cluster
        .remember(entrances)
        .map((entrance) => ({ entrance, others: othersWith(mesh, cluster, entrance) }))
        .find(({ others }) => others.length > 0);
      if (shared === undefined) continue;
      const { entrance, others } = shared;
      const service = `${entrance.namespace}/${entrance.service}`;
      const facts = { gateway: entrance.gateway, service, others: others.join(", "), istiod: manifest.id.name };
      report(facts, { on: manifest, clusters: [cluster.name] });
    }
  }
};

/** Clusters of other networks that have the Service, and whose copy this cluster takes for a global one: its own mesh configuration decides. */
function othersWith(mesh: MeshView<Kinds>, cluster: ClusterView<Kinds>, { namespace, service }: Entrance): readonly string[] {
  const configs = cluster.remember(meshConfigs);
  return mesh.clusters
    .filter((other) => other.network !== cluster.network)
    .filter((other) => {
      const copy = other.get("Service", namespace, service);
      const place = other.get("Namespace", "", namespace);
      const labels = place === undefined ? {} : labelsOf(place);
      return copy !== undefined && configs.some(({ config }) => isGlobal(config, labelsOf(copy), labels));
    })
    .map(({ name }) => name);
}
