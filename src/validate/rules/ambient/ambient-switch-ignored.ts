import { controlPlanes } from "../../facts/control-planes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"ambient-switch-ignored"> = (cluster, report) => {
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    if (environment.get("PILOT_ENABLE_AMBIENT") === "true") continue;
    const variable = [...environment].find(([name, value]) => name.startsWith("AMBIENT_") && value !== "false")?.[0];
    if (variable !== undefined) report({ name: manifest.id.name, variable }, { on: manifest });
  }
};
