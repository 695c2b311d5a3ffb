import { controlPlanes } from "../../facts/control-planes.ts";
import type { Check } from "../../rule.ts";

const expectations: readonly (readonly [string, string])[] = [
  ["EXTERNAL_ISTIOD", "true"],
  ["INJECTION_WEBHOOK_CONFIG_NAME", ""],
  ["VALIDATION_WEBHOOK_CONFIG_NAME", ""],
];

export const check: Check<"external-istiod-manages-webhooks"> = (cluster, report) => {
  if (cluster.role !== "external") return;
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    for (const [variable, expected] of expectations) {
      const seen = environment.get(variable);
      if (seen === expected) continue;
      report(
        {
          name: manifest.id.name,
          variable,
          seen: seen === undefined ? "not set" : `"${seen}"`,
          expected: expected === "" ? "set and empty" : `"${expected}"`,
        },
        { on: manifest },
      );
    }
  }
};
