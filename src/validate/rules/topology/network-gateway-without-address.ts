import { listAt, objectAt, textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import { gatewayServices, networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"network-gateway-without-address"> = (cluster, report) => {
  if (networksOf(cluster).length < 2) return;
  for (const { manifest, network } of cluster.remember(gatewayServices)) {
    const isInside = (textAt(manifest.object, "spec", "type") ?? "ClusterIP") === "ClusterIP";
    const isNamed = cluster.remember(meshConfigs).some(({ networks }) => listAt(objectAt(networks, network), "gateways").length > 0);
    if (!isInside || isNamed || listAt(manifest.object, "spec", "externalIPs").length > 0) continue;
    report({ name: manifest.id.name }, { on: manifest, path: ["spec", "type"] });
  }
};
