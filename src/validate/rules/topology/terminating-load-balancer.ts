import type { JsonObject } from "../../../model/json.ts";
import { objectAt } from "../../../model/json.ts";
import { gatewayServices } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

const backend = "service.beta.kubernetes.io/aws-load-balancer-backend-protocol";
const certificate = "service.beta.kubernetes.io/aws-load-balancer-ssl-cert";
const certificatePorts = "service.beta.kubernetes.io/aws-load-balancer-ssl-ports";
const ports = /(?:^|,)\s*(?:\*|15443|15012|15017|15008|tls|tls-istiod|tls-webhook)\s*(?:,|$)/u;

export const check: Check<"terminating-load-balancer"> = (cluster, report) => {
  for (const { manifest } of cluster.remember(gatewayServices)) {
    const annotations = objectAt(manifest.object, "metadata", "annotations");
    for (const annotation of terminating(annotations)) {
      const path = ["metadata", "annotations", annotation];
      report({ annotation, name: manifest.id.name, value: String(annotations[annotation]) }, { on: manifest, path });
    }
  }
};

function terminating(annotations: JsonObject): readonly string[] {
  const protocol = String(annotations[backend] ?? "tcp").toLowerCase();
  const listed = annotations[certificatePorts];
  return [
    ...(["http", "https", "ssl"].includes(protocol) ? [backend] : []),
    ...(annotations[certificate] !== undefined && (listed === undefined || ports.test(String(listed))) ? [certificate] : []),
  ];
}
