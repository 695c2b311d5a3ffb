import { networkLabel } from "../../facts/network-gateways.ts";
import { workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"pod-network-differs"> = (cluster, report) => {
  if (cluster.network === "" || cluster.mesh.clusters.length < 2) return;
  for (const { manifest, labels } of cluster.remember(workloads)) {
    const seen = labels[networkLabel];
    if (seen === undefined || seen === cluster.network) continue;
    const path = ["spec", "template", "metadata", "labels", networkLabel];
    report({ name: manifest.id.name, seen, network: cluster.network }, { on: manifest, path });
  }
};
