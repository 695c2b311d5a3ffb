import { covers } from "../../facts/destinations.ts";
import { serversOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"cluster-domain-not-exposed"> = (cluster, report) => {
  for (const manifest of cluster.list("networking.istio.io/Gateway")) {
    for (const server of serversOf(manifest).filter(
      ({ mode, hosts }) => mode === "AUTO_PASSTHROUGH" && hosts.some((host) => host.startsWith("*")),
    )) {
      const names = server.hosts.map((host) => host.split("/").at(-1) ?? host);
      if (names.some((host) => covers(host, `x.${cluster.clusterDomain}`))) continue;
      const facts = { name: manifest.id.name, hosts: names.join(", "), domain: cluster.clusterDomain };
      report(facts, { on: manifest, path: ["spec", "servers", server.index, "hosts"] });
    }
  }
};
