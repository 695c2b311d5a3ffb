import { listAt, textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"network-claims-cluster-twice"> = (cluster, report) => {
  for (const { manifest, networks } of cluster.remember(meshConfigs)) {
    const owners = new Map<string, string>();
    for (const [network, entry] of Object.entries(networks)) {
      for (const registry of new Set(listAt(entry, "endpoints").flatMap((endpoint) => textAt(endpoint, "fromRegistry") ?? []))) {
        const first = owners.get(registry);
        if (first === undefined) owners.set(registry, network);
        else report({ first, second: network, registry }, { on: manifest, path: ["data", "meshNetworks"] });
      }
    }
  }
};
