import type { Check } from "../../rule.ts";

export const check: Check<"cluster-renamed"> = ({ before, after }, report) => {
  for (const cluster of after.mesh.clusters) {
    const from = before?.document(cluster.name)?.istioName;
    if (from === undefined || from === cluster.istioName) continue;
    report(
      { cluster: cluster.name, from, to: cluster.istioName },
      { clusters: [cluster.name], place: cluster.source.place(["spec", "istioName"]) },
    );
  }
};
