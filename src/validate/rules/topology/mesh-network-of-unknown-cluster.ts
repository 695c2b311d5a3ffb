import { listAt, textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"mesh-network-of-unknown-cluster"> = (cluster, report) => {
  if (cluster.mesh.clusters.length < 2 || !cluster.isRead) return;
  const known = new Set(cluster.mesh.clusters.map((entry) => entry.istioName));
  for (const { manifest, networks } of cluster.remember(meshConfigs)) {
    for (const [network, entry] of Object.entries(networks)) {
      for (const registry of listAt(entry, "endpoints").flatMap((endpoint) => textAt(endpoint, "fromRegistry") ?? [])) {
        if (known.has(registry)) continue;
        report({ network, registry, known: [...known].sort().join(", ") }, { on: manifest, path: ["data", "meshNetworks"] });
      }
    }
  }
};
