import { listAt, textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { idText } from "../../../model/manifest.ts";
import { subsetsOf } from "../../facts/destinations.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type View = ClusterView<"networking.istio.io/DestinationRule" | "ConfigMap">;

export const check: Check<"removed-cluster-still-named"> = ({ before, after }, report) => {
  if (!after.isRead) return;
  const names = new Set(after.mesh.clusters.map((cluster) => cluster.istioName));
  for (const removed of before?.mesh.clusters.filter((cluster) => !names.has(cluster.istioName) && !after.document(cluster.name)) ?? []) {
    const found = after.clusters.flatMap((cluster) =>
      naming(cluster, removed.istioName).map((manifest) => ({ cluster: cluster.name, manifest })),
    );
    const [first] = found;
    if (first === undefined) continue;
    const texts = [...new Set(found.map(({ manifest }) => idText(manifest.id)))];
    const places = texts.length > 3 ? `${texts.slice(0, 3).join(", ")} and ${texts.length - 3} more` : texts.join(", ");
    report(
      { cluster: removed.name, places },
      { on: first.manifest, path: ["spec"], clusters: [...new Set(found.map(({ cluster }) => cluster))] },
    );
  }
};

function naming(cluster: View, name: string): readonly Manifest[] {
  const rules = cluster
    .list("networking.istio.io/DestinationRule")
    .filter((rule) => [...subsetsOf(rule).values()].some((subset) => textAt(subset, "labels", "topology.istio.io/cluster") === name));
  const configs = cluster
    .remember(meshConfigs)
    .filter(({ networks }) =>
      Object.values(networks).some((entry) => listAt(entry, "endpoints").some((endpoint) => textAt(endpoint, "fromRegistry") === name)),
    );
  return [...rules, ...configs.map(({ manifest }) => manifest)];
}
