import type { Check } from "../../rule.ts";
import { judged } from "../../schema/judged.ts";
import { pathText } from "../../schema/mistake.ts";

export const check: Check<"fields-exclude-each-other"> = (cluster, report) => {
  for (const { manifest, name, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "exclusive") continue;
      const { path, fields, present } = mistake;
      const place = path.length === 0 ? name : pathText(path);
      const what =
        present.length > 1
          ? `${place} sets ${present.join(" and ")}, which exclude each other.`
          : `${place} must set one of ${fields.join(", ")}.`;
      report({ what }, { on: manifest, path: present[1] === undefined ? path : [...path, present[1]], of: "key" });
    }
  }
};
