import type { ReleaseRecord } from "../../../model/desired.ts";
import { textAt } from "../../../model/json.ts";
import { scopeKey, scopeOf } from "../../facts/resource-scope.ts";
import type { Check } from "../../rule.ts";

const others: Readonly<Record<string, string>> = { cluster: "namespaced", namespace: "cluster-scoped" };

export const check: Check<"resource-scope-halved"> = (cluster, report) => {
  for (const releases of Map.groupBy(cluster.releases, partOf).values()) {
    const scopes = new Set(releases.map(scopeOf));
    const [release] = releases;
    const isWhole = scopes.has("all") || (scopes.has("namespace") && (scopes.has("cluster") || !releases.some(hasClusterHalf)));
    if (isWhole || release === undefined) continue;
    const scope = scopeOf(release);
    const missing = others[scope];
    report({
      release: release.name,
      key: scopeKey(release),
      scope,
      lost:
        missing === undefined
          ? "so nothing of it is installed"
          : `so its ${missing} objects are not installed, and no other release brings them`,
    });
  }
};

/** Ztunnel brings cluster-scoped objects on OpenShift only. */
function hasClusterHalf({ chart, values }: ReleaseRecord): boolean {
  return chart !== "ztunnel" || textAt(values, "platform") === "openshift";
}

/** Two releases of one chart and one revision are the halves of one part. */
function partOf({ chart, values }: ReleaseRecord): string {
  return `${chart} ${textAt(values, "revision") ?? ""}`;
}
