import type { Check } from "../../rule.ts";

export const check: Check<"network-missing-in-some-clusters"> = ({ mesh }, report) => {
  const others = mesh.clusters.filter((cluster) => cluster.network !== "").map((cluster) => cluster.name);
  if (others.length === 0) return;
  for (const cluster of mesh.clusters) {
    if (cluster.network !== "" || cluster.role === "external") continue;
    report({ others: others.join(", ") }, { clusters: [cluster.name], place: cluster.source.place(["spec", "network"]) });
  }
};
