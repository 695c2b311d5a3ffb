import { listAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"default-revision-missing"> = (cluster, report) => {
  const manifest = cluster.get("admissionregistration.k8s.io/ValidatingWebhookConfiguration", "", "istiod-default-validator");
  if (manifest === undefined || !cluster.isInstalled) return;
  const service = listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "service", "name") ?? [])[0];
  if (service === undefined || cluster.get("Service", cluster.systemNamespace, service) !== undefined) return;
  report({ service }, { on: manifest, path: ["webhooks"] });
};
