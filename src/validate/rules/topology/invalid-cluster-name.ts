import type { Check } from "../../rule.ts";

export const check: Check<"invalid-cluster-name"> = ({ mesh }, report) => {
  for (const cluster of mesh.clusters) {
    if (/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/u.test(cluster.istioName)) continue;
    report({ name: cluster.istioName }, { clusters: [cluster.name], place: cluster.source.place(["spec", "istioName"]) });
  }
};
