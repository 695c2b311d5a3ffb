import { apiGateways } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"east-west-gateway-without-network"> = (cluster, report) => {
  // Of plain files the cluster's network is not known.
  if (!cluster.isInstalled) return;
  for (const { manifest, network, className } of cluster.remember(apiGateways)) {
    if (className === "istio-east-west" && network === "")
      report({ name: manifest.id.name }, { on: manifest, path: ["metadata", "labels"] });
  }
};
