import { nearest } from "../../../catalog/nearest.ts";
import type { Check } from "../../rule.ts";
import { judged, versionOf } from "../../schema/judged.ts";
import { pathText } from "../../schema/mistake.ts";

export const check: Check<"unknown-field"> = (cluster, report) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "unknown-field") continue;
      const near = nearest(mistake.field, mistake.known);
      const known = mistake.known.length > 0 && mistake.known.length <= 8 ? ` Known here: ${mistake.known.join(", ")}.` : "";
      const hint = near === undefined ? known : ` Did you mean ${near}?`;
      const facts = { path: pathText(mistake.path), kind: manifest.id.kind, version: versionOf(manifest), hint };
      report(facts, { on: manifest, path: mistake.path, of: "key" });
    }
  }
};
