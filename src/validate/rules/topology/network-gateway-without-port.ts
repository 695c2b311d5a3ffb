import { listAt, textAt } from "../../../model/json.ts";
import { gatewayPortLabel, gatewayServices, hbonePort } from "../../facts/network-gateways.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"network-gateway-without-port"> = (cluster, report) => {
  for (const { manifest, ports, mtlsPort } of cluster.remember(gatewayServices)) {
    if (ports.includes(mtlsPort) || ports.includes(hbonePort)) continue;
    const isUnlabelled = labelsOf(manifest)[gatewayPortLabel] === undefined;
    const hasOtherTls = listAt(manifest.object, "spec", "ports").some((port) => textAt(port, "name") === "tls");
    // That one is told more exactly by gateway-port-label-missing.
    if (isUnlabelled && hasOtherTls) continue;
    report({ name: manifest.id.name, port: mtlsPort }, { on: manifest, path: ["spec", "ports"] });
  }
};
