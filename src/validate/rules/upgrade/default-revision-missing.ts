import { listAt, textAt } from "../../../model/json.ts";
import { holdsExternalConfig } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"default-revision-missing"> = (cluster, report) => {
  const manifest = cluster.get("admissionregistration.k8s.io/ValidatingWebhookConfiguration", "", "istiod-default-validator");
  // Beside the configuration of an external istiod no revision is ever installed: external-webhook-without-address says what to do there.
  if (manifest === undefined || !cluster.isInstalled || holdsExternalConfig(cluster)) return;
  const service = listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "service", "name") ?? [])[0];
  if (service === undefined || cluster.get("Service", cluster.systemNamespace, service) !== undefined) return;
  report({ service }, { on: manifest, path: ["webhooks"] });
};
