import type { Check } from "../../rule.ts";
import { builtinKinds } from "../../schema/builtin-kinds.ts";
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
  // The versions before these were removed from every release of Kubernetes that a supported Istio runs on.
  for (const [key, { group, kind, versions }] of builtinKinds()) {
    const served = [...versions.keys()];
    for (const manifest of cluster.list(key)) {
      const version = versionOf(manifest);
      if (versions.has(version)) continue;
      const newest = `${group === "" ? "" : `${group}/`}${served[0] ?? ""}`;
      report({ kind, version, served: served.join(", "), newest }, { on: manifest, path: ["apiVersion"] });
    }
  }
};
