import type { Check } from "../../rule.ts";
import { definedKinds } from "../../schema/crds.ts";
import { versionOf } from "../../schema/judged.ts";

export const check: Check<"unknown-version"> = (cluster, report) => {
  for (const [key, { group, kind, served }] of cluster.remember(definedKinds)) {
    for (const manifest of cluster.list(key)) {
      const version = versionOf(manifest);
      if (served.includes(version)) continue;
      const newest = `${group}/${served.includes("v1") ? "v1" : (served[0] ?? "")}`;
      report({ kind, version, served: served.join(", "), newest }, { on: manifest, path: ["apiVersion"] });
    }
  }
};
