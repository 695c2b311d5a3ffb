import { ztunnels } from "../../facts/ztunnels.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"ztunnel-cluster-name-differs"> = (cluster, report) => {
  if (cluster.mesh.clusters.length < 2) return;
  for (const { manifest, environment } of cluster.remember(ztunnels)) {
    const seen = environment.get("ISTIO_META_CLUSTER_ID") ?? "Kubernetes";
    if (seen !== cluster.istioName) report({ name: manifest.id.name, seen, expected: cluster.istioName }, { on: manifest });
  }
};
