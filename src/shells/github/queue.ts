import { approvalsOf, pullOf, recordsOf, reviewsOf } from "../../adapters/github/index.ts";
import { reason } from "../../catalog/reason.ts";
import { notAsApproved, planFacts } from "../../chatops/index.ts";
import type { Reason } from "../../model/command.ts";
import type { Study } from "../../model/study.ts";
import type { Desk } from "./desk.ts";
import { rulesAt } from "./rules.ts";
import type { Stage } from "./stage.ts";
import type { Wishes } from "./wishes.ts";

interface Asking {
  readonly wishes: Pick<Wishes, "planKeys" | "folder">;
  readonly desk: Pick<Desk, "say">;
}

/**
 * Why a merge group must not be merged: it would do something else than was approved. Without a key nobody can tell what was, and the findings alone decide, as they do elsewhere.
 * @throws Problem for what GitHub refuses, and `mesh-unreadable`
 */
export async function objectionsTo(
  { situation, connection, wishes, world, desk }: Pick<Stage, "situation" | "connection" | "world"> & Asking,
  study: Pick<Study, "plan" | "findings">,
): Promise<readonly Reason[]> {
  if (situation.kind !== "merge-group") return [];
  if (wishes.planKeys.length === 0) {
    desk.say("No `plan-key` is given: whether this is what was approved cannot be told, and is not looked at.");
    return [];
  }
  const { number, ref, head, base } = situation;
  if (number === undefined) return [reason("queue_without_pull_request", { ref })];
  const pull = await pullOf(connection, number);
  const plans = { pull: number, folder: wishes.folder, keys: wishes.planKeys };
  const [rules, records, reviews] = await Promise.all([
    // What the branch says now: what is in the queue before it has not been merged yet.
    rulesAt(world, pull.base, { isSigned: true }),
    recordsOf(connection, pull.head, plans),
    reviewsOf(connection, number),
  ]);
  const approvals = await approvalsOf(connection, reviews, plans);
  const plan = planFacts(study, { head, base });
  return notAsApproved({ chatops: rules.chatops, pull, approvals, baseRef: pull.baseRef, plan, shown: records.at(-1)?.plan });
}
