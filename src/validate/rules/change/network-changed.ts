import type { Check } from "../../rule.ts";

export const check: Check<"network-changed"> = ({ before, after }, report) => {
  for (const cluster of after.mesh.clusters) {
    const from = before?.document(cluster.name)?.network;
    if (from === undefined || from === cluster.network) continue;
    report(
      { cluster: cluster.name, from, to: cluster.network },
      { clusters: [cluster.name], place: cluster.source.place(["spec", "network"]) },
    );
  }
};
