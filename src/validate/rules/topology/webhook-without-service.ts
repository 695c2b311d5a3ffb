import { listAt, textAt } from "../../../model/json.ts";
import { holdsExternalConfig } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"webhook-without-service"> = (cluster, report) => {
  if (!cluster.isInstalled) return;
  const configurations = [
    ...cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration"),
    // That one is default-revision-missing's; beside the configuration of an external istiod all of them are external-webhook-without-address's.
    ...cluster
      .list("admissionregistration.k8s.io/ValidatingWebhookConfiguration")
      .filter((entry) => entry.id.name !== "istiod-default-validator" && !holdsExternalConfig(cluster)),
  ];
  for (const manifest of configurations) {
    const missing = new Set(
      listAt(manifest.object, "webhooks").flatMap((webhook) => {
        const service = textAt(webhook, "clientConfig", "service", "name");
        const namespace = textAt(webhook, "clientConfig", "service", "namespace") ?? "";
        const isOurs = service !== undefined && namespace === cluster.systemNamespace;
        return isOurs && cluster.get("Service", namespace, service) === undefined ? [service] : [];
      }),
    );
    for (const service of missing) {
      report({ webhook: manifest.id.name, namespace: cluster.systemNamespace, service }, { on: manifest, path: ["webhooks"] });
    }
  }
};
