import { reason } from "../../catalog/reason.ts";
import { atLeast } from "../../model/chatops.ts";
import type { Reason } from "../../model/command.ts";
import type { Approval, Asked, PlanFacts } from "../asked.ts";

/**
 * Which clusters lack reviews of exactly what would be done to them. A review holds for a cluster as long as that cluster's digest is the one it was given
 * for: a push that changes another cluster, or nothing, leaves it standing.
 */
export function notApproved(reach: readonly string[], asked: Asked): readonly Reason[] {
  const { chatops, plan } = asked;
  const { count } = chatops.approvals;
  if (plan === undefined || count === 0) return [];
  const able = asked.approvals.filter((approval) => counts(approval, asked));
  return reach.flatMap((cluster) => {
    const held = approvalsFor(cluster, { ...asked, plan });
    if (held >= count) return [];
    const stale = able.length > held ? " Others were given for another plan of it." : "";
    return [
      reason("not_approved", { cluster, needed: reviews(count), held: held === 0 ? "none" : String(held), stale, who: reviewers(asked) }),
    ];
  });
}

/** How many reviews that count are for what a plan does to a cluster. */
export function approvalsFor(cluster: string, asked: Approved): number {
  return asked.approvals.filter((approval) => counts(approval, asked) && isFor(approval, cluster, asked)).length;
}

interface Approved extends Pick<Asked, "chatops" | "pull" | "approvals"> {
  readonly plan: PlanFacts;
}

function counts({ login, permission }: Approval, { chatops: { approvals }, pull }: Pick<Asked, "chatops" | "pull">): boolean {
  if (approvals.byWriteAccess && !atLeast(permission, "write")) return false;
  return approvals.selfApproval || !pull.authors.some((author) => author.toLowerCase() === login.toLowerCase());
}

function isFor(approval: Approval, cluster: string, { chatops, pull, plan }: Approved): boolean {
  if (chatops.approvals.bind === "headSha") return approval.head === (pull.state === "merged" ? plan.head : pull.head);
  return approval.clusters.get(cluster) === plan.clusters.get(cluster)?.digest;
}

function reviews(count: number): string {
  return count === 1 ? "1 approval" : `${count} approvals`;
}

function reviewers({ chatops: { approvals } }: Asked): string {
  const who = approvals.byWriteAccess ? "somebody who may write" : "somebody";
  return approvals.selfApproval ? who : `${who} and wrote no part of it`;
}
