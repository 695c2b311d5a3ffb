import { textAt } from "../../../model/json.ts";
import { subsetsOf } from "../../facts/destinations.ts";
import { networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"subset-of-unknown-cluster"> = (cluster, report) => {
  if (!cluster.isInstalled || !cluster.isRead) return;
  const clusters = cluster.mesh.clusters.map((entry) => entry.istioName).sort();
  const labels = [
    { key: "topology.istio.io/cluster", what: "cluster", known: clusters },
    { key: "topology.istio.io/network", what: "network", known: networksOf(cluster) },
  ];
  for (const manifest of cluster.list("networking.istio.io/DestinationRule")) {
    [...subsetsOf(manifest)].forEach(([subset, entry], index) => {
      for (const { key, what, known } of labels) {
        const seen = textAt(entry, "labels", key);
        if (seen === undefined || known.includes(seen)) continue;
        report({ subset, what, seen, known: known.join(", ") }, { on: manifest, path: ["spec", "subsets", index, "labels", key] });
      }
    });
  }
};
