import { listAt, textAt } from "../../../model/json.ts";
import { gatewayServices } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"node-port-gateway-without-nodes"> = (cluster, report) => {
  for (const { manifest } of cluster.remember(gatewayServices)) {
    const isNodePort = textAt(manifest.object, "spec", "type") === "NodePort";
    const nodes = textAt(manifest.object, "metadata", "annotations", "traffic.istio.io/nodeSelector");
    if (!isNodePort || nodes !== undefined || listAt(manifest.object, "spec", "externalIPs").length > 0) continue;
    report({ name: manifest.id.name }, { on: manifest, path: ["spec", "type"] });
  }
};
