import { textAt } from "../../../model/json.ts";
import { gatewayServices } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

const annotation = "service.beta.kubernetes.io/aws-load-balancer-healthcheck-port";

export const check: Check<"health-check-not-on-status-port"> = (cluster, report) => {
  for (const { manifest } of cluster.remember(gatewayServices)) {
    const port = textAt(manifest.object, "metadata", "annotations", annotation);
    // Anything from 30000 up is a node port, which may well lead to 15021.
    if (port === undefined || !/^\d+$/u.test(port) || port === "15021" || Number(port) >= 30_000) continue;
    report({ name: manifest.id.name, port }, { on: manifest, path: ["metadata", "annotations", annotation] });
  }
};
