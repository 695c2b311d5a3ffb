import { listAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"external-name-control-plane"> = (cluster, report) => {
  for (const manifest of cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration")) {
    const names = new Set(
      listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "service", "name") ?? []),
    );
    for (const name of names) {
      const service = cluster.get("Service", cluster.systemNamespace, name);
      if (service === undefined || textAt(service.object, "spec", "type") !== "ExternalName") continue;
      report({ webhook: manifest.id.name, service: name, address: textAt(service.object, "spec", "externalName") ?? "" }, { on: manifest });
    }
  }
};
