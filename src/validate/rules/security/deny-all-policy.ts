import { listAt, textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { isForChosen, reachOf } from "../../facts/policies.ts";
import { rootNamespace } from "../../facts/root-namespace.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"deny-all-policy"> = (cluster, report) => {
  const allowing = cluster.list("security.istio.io/AuthorizationPolicy").filter(isAllow);
  const closed = allowing.filter((policy) => !hasRules(policy));
  if (closed.length === 0) return;
  const root = cluster.remember(rootNamespace);
  // With policies that open what is needed this is the usual way to begin from "nothing is allowed".
  const isOpened = allowing.length > closed.length;
  for (const policy of closed) {
    const isWhole = policy.id.namespace === root && !isForChosen(policy);
    report({ name: policy.id.name, reach: reachOf(policy, root) }, { on: policy, severity: isWhole && !isOpened ? "warning" : "info" });
  }
};

function isAllow({ object }: Manifest): boolean {
  return (textAt(object, "spec", "action") ?? "ALLOW") === "ALLOW";
}

function hasRules({ object }: Manifest): boolean {
  return listAt(object, "spec", "rules").length > 0;
}
