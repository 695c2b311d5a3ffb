import { ztunnels } from "../../facts/ztunnels.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"ztunnel-network-differs"> = (cluster, report) => {
  for (const { manifest, environment } of cluster.remember(ztunnels)) {
    const seen = environment.get("NETWORK") ?? "";
    if (cluster.mesh.clusters.length > 1 && seen !== cluster.network)
      report({ name: manifest.id.name, seen, expected: cluster.network }, { on: manifest });
  }
};
