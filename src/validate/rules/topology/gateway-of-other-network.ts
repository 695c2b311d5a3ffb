import { apiGateways, gatewayServices } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-of-other-network"> = (cluster, report) => {
  if (cluster.network === "" || cluster.mesh.clusters.length < 2) return;
  // A gateway of class istio-remote stands for one that lies in another cluster.
  const api = cluster.remember(apiGateways).filter((gateway) => gateway.className !== "istio-remote");
  for (const { manifest, network } of [...cluster.remember(gatewayServices), ...api]) {
    if (network === cluster.network) continue;
    const path = ["metadata", "labels", "topology.istio.io/network"];
    report({ name: manifest.id.name, network, expected: cluster.network }, { on: manifest, path });
  }
};
