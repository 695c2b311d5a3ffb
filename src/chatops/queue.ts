import { reason } from "../catalog/reason.ts";
import type { Reason } from "../model/command.ts";
import type { Asked, PlanFacts } from "./asked.ts";
import { approvalsFor } from "./requirements/approval.ts";

/** What is known when a merge queue asks whether a pull request may be merged behind those before it. */
export interface Queued extends Pick<Asked, "chatops" | "pull" | "approvals"> {
  /** Name of the branch it would be merged to. */
  readonly baseRef: string;
  /** What the merge would do, where it would be done. */
  readonly plan: PlanFacts;
  /** The plan that stands on the pull request's head. */
  readonly shown: PlanFacts | undefined;
}

/**
 * Where the merge would do something else than what was approved: cluster by cluster, by digest. Where approvals are for a commit, or none is needed, the plan that
 * stands on the pull request is what everybody could see, and the merge has to equal that.
 */
export function notAsApproved({ plan, shown, baseRef, ...asked }: Queued): readonly Reason[] {
  const { count, bind } = asked.chatops.approvals;
  return [...plan.clusters].flatMap(([cluster, { digest }]) => {
    const held = approvalsFor(cluster, { ...asked, plan });
    if (held < count) return [reason("queue_not_approved", { cluster, held, needed: count, base: baseRef })];
    const isBound = count > 0 && bind === "planDigest";
    return isBound || shown?.clusters.get(cluster)?.digest === digest ? [] : [reason("queue_not_shown", { cluster, base: baseRef })];
  });
}
