import type { Check } from "../../rule.ts";

export const check: Check<"duplicate-cluster-name"> = ({ mesh }, report) => {
  const byName = Map.groupBy(mesh.clusters, (cluster) => cluster.istioName);
  for (const [name, clusters] of byName) {
    if (clusters.length < 2) continue;
    const others = clusters.map((cluster) => cluster.name);
    report({ name, clusters: others.join(", ") }, { clusters: others, place: clusters[1]?.source.place(["spec", "istioName"]) });
  }
};
