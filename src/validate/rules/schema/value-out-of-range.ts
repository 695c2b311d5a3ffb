import type { Check } from "../../rule.ts";
import { judged } from "../../schema/judged.ts";
import { pathText, valueText } from "../../schema/mistake.ts";

export const check: Check<"value-out-of-range"> = (cluster, report) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "out-of-range") continue;
      report(
        { path: pathText(mistake.path), seen: valueText(mistake.seen), expected: mistake.expected },
        { on: manifest, path: mistake.path },
      );
    }
  }
};
