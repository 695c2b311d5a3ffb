import { controlPlanes } from "../../facts/control-planes.ts";
import type { Check } from "../../rule.ts";

const variables = ["INJECTION_WEBHOOK_CONFIG_NAME", "VALIDATION_WEBHOOK_CONFIG_NAME"];

export const check: Check<"external-istiod-fills-no-webhooks"> = (cluster, report) => {
  if (cluster.role !== "external") return;
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    // istiod only asks whether there is a name; the webhooks themselves it finds by their revision.
    for (const variable of variables) if (environment.get(variable) === "") report({ name: manifest.id.name, variable }, { on: manifest });
  }
};
