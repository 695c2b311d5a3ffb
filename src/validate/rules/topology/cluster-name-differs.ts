import { controlPlanes } from "../../facts/control-planes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"cluster-name-differs"> = (cluster, report) => {
  // An external control plane carries the name of its config cluster.
  const names = new Set([cluster.istioName, ...(cluster.role === "external" ? cluster.mesh.clusters.map((entry) => entry.istioName) : [])]);
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    const name = environment.get("CLUSTER_ID");
    if (cluster.mesh.clusters.length > 1 && name !== undefined && name !== "Kubernetes" && !names.has(name)) {
      report({ name, expected: cluster.istioName }, { on: manifest });
    }
  }
};
