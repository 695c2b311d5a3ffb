import { reason } from "../../catalog/reason.ts";
import type { Command, Reason } from "../../model/command.ts";
import type { Asked } from "../asked.ts";

type Apply = Extract<Command, { verb: "apply" }>;

/** Why there is no plan that this command could mean: none was current when it was written, another one was, or the pull request moved on. */
export function noSuchPlan({ flags }: Apply, { plan, pull }: Asked): readonly Reason[] {
  if (plan === undefined) return [reason("plan_missing", {})];
  const current = plan.digest.slice(0, 8);
  if (flags.plan !== undefined && !plan.digest.startsWith(flags.plan)) return [reason("plan_stale", { asked: flags.plan, current })];
  // After the merge the branch may be gone, and what was merged is told by the digest alone.
  if (pull.state === "merged") return [];
  if (plan.head !== pull.head) return [reason("head_moved", { planned: plan.head.slice(0, 7), now: pull.head.slice(0, 7) })];
  return plan.base === pull.base ? [] : [reason("base_moved", { planned: plan.base.slice(0, 7), now: pull.base.slice(0, 7) })];
}

/** Why this plan must not be applied as it is, whoever asks. */
export function unfitPlan(command: Apply, reach: readonly string[], { plan, mesh }: Asked): readonly Reason[] {
  if (plan === undefined) return [];
  if (plan.clusters.size === 0) return [reason("nothing_planned", {})];
  if (reach.length === 0) return [reason("nothing_targeted", { known: [...plan.clusters.keys()].sort().join(", ") })];
  const errors = plan.errors === 0 ? [] : [reason("plan_in_error", { count: plan.errors === 1 ? "1 finding" : `${plan.errors} findings` })];
  // What a part of a cluster's plan deletes only that plan tells: whoever carries it out asks `againstDeletions` with what it finds there.
  if (isPartOfClusters(command)) return errors;
  const counts = new Map(reach.map((cluster) => [cluster, plan.clusters.get(cluster)?.deletions ?? 0] as const));
  return [...errors, ...againstDeletions(command.flags.prune, counts, mesh.maxDeletions)];
}

/** Whether of what the plan does in a cluster only some steps are asked for: a stage of it, or what comes up to a wave. */
export function isPartOfClusters({ flags, targets }: Apply): boolean {
  return flags.wave !== undefined || targets.some(({ kind }) => kind === "stage");
}

/** What stands against so many deletions by cluster. A number that was confirmed must be the number, also where none was needed: somebody looked at another list. */
export function againstDeletions(confirmed: number | undefined, counts: ReadonlyMap<string, number>, allowed: number): readonly Reason[] {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (confirmed !== undefined) return confirmed === total ? [] : [reason("prune_differs", { confirmed, total })];
  return [...counts]
    .filter(([, count]) => count > allowed)
    .map(([cluster, count]) =>
      reason("prune_unconfirmed", { cluster, count: count === 1 ? "1 object" : `${count} objects`, allowed, total }),
    );
}
