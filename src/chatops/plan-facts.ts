import type { Study } from "../model/study.ts";
import type { PlanFacts } from "./asked.ts";
import { objectsOf } from "./rivals.ts";

/** What a decision needs to know of a plan that was just made. `base` is the tip of the base branch that governed it. */
export function planFacts(
  { plan, findings }: Pick<Study, "plan" | "findings">,
  { head, base }: { readonly head: string; readonly base: string },
): PlanFacts {
  const changed = new Set([...plan.steps.flatMap(({ clusters }) => clusters), ...plan.deletions.keys()]);
  const clusters = [...changed].sort().map((name) => {
    // A cluster without objects of its own, which only steps of several clusters touch, stands and falls with the plan.
    const digest = plan.digest.clusters.get(name) ?? plan.digest.plan;
    return [name, { digest, deletions: plan.deletions.get(name) ?? 0 }] as const;
  });
  const errors = findings.filter(({ severity, accepted }) => severity === "error" && accepted === undefined).length;
  const objects = objectsOf(plan, clusters.length);
  return { digest: plan.digest.plan, head, base, clusters: new Map(clusters), errors, ...(objects === undefined ? {} : { objects }) };
}
