import { objectAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"port-level-mtls-without-selector"> = ({ manifest }, report) => {
  const ports = Object.keys(objectAt(manifest.object, "spec", "portLevelMtls"));
  const hasSelector = Object.keys(objectAt(manifest.object, "spec", "selector", "matchLabels")).length > 0;
  if (ports.length === 0 || hasSelector) return;
  report({ name: manifest.id.name }, { on: manifest, path: ["spec", "portLevelMtls"], of: "key" });
};
