import { listAt, textAt, valueAt } from "../../../model/json.ts";
import { gatewayPortLabel, gatewayServices, hbonePort, mtlsPort } from "../../facts/network-gateways.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-port-label-missing"> = (cluster, report) => {
  for (const { manifest, ports } of cluster.remember(gatewayServices)) {
    const index = listAt(manifest.object, "spec", "ports").findIndex((port) => textAt(port, "name") === "tls");
    const port = Number(valueAt(manifest.object, ["spec", "ports", index, "port"]));
    if (index < 0 || ports.includes(mtlsPort) || ports.includes(hbonePort) || labelsOf(manifest)[gatewayPortLabel] !== undefined) continue;
    report({ name: manifest.id.name, port }, { on: manifest, path: ["spec", "ports", index, "port"] });
  }
};
