import { nearest } from "../../../catalog/nearest.ts";
import type { Check } from "../../rule.ts";
import { judged } from "../../schema/judged.ts";
import { pathText, valueText } from "../../schema/mistake.ts";

export const check: Check<"value-not-allowed"> = (cluster, report) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "not-allowed") continue;
      const { path, seen, allowed } = mistake;
      const near = nearest(String(seen), allowed);
      const hint = near === undefined ? "" : ` Did you mean ${near}?`;
      report({ path: pathText(path), seen: valueText(seen), allowed: allowed.join(", "), hint }, { on: manifest, path });
    }
  }
};
