import type { Json } from "../../../model/json.ts";
import { listAt, textAt, valueAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"mesh-network-gateway-invalid"> = (cluster, report) => {
  for (const { manifest, networks } of cluster.remember(meshConfigs)) {
    for (const [network, entry] of Object.entries(networks)) {
      for (const gateway of listAt(entry, "gateways")) {
        const what = fault(gateway);
        if (what !== undefined) report({ network, what }, { on: manifest, path: ["data", "meshNetworks"] });
      }
    }
  }
};

function fault(gateway: Json): string | undefined {
  const address = textAt(gateway, "address");
  const service = textAt(gateway, "registryServiceName");
  const port = valueAt(gateway, ["port"]);
  if (address === undefined && service === undefined) return "has neither `address` nor `registryServiceName`";
  if (address === undefined && service !== undefined && !service.includes("."))
    return `names Service ${service} without its namespace and domain`;
  return typeof port === "number" && port > 0 ? undefined : "has no port";
}
