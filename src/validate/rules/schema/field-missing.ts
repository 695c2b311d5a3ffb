import type { Check } from "../../rule.ts";
import { judged } from "../../schema/judged.ts";
import { pathText } from "../../schema/mistake.ts";

export const check: Check<"field-missing"> = (cluster, report) => {
  for (const { manifest, name, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "missing") continue;
      const place = mistake.path.length === 0 ? name : `${pathText(mistake.path)} of ${name}`;
      report({ place, field: mistake.field }, { on: manifest, path: mistake.path });
    }
  }
};
