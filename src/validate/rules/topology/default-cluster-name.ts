import { controlPlanes } from "../../facts/control-planes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"default-cluster-name"> = (cluster, report) => {
  if (cluster.mesh.clusters.length < 2) return;
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    const name = environment.get("CLUSTER_ID") ?? "Kubernetes";
    if (name === "Kubernetes") report({ name, expected: cluster.istioName }, { on: manifest });
  }
};
