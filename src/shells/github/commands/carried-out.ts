import { decide, type Pull } from "../../../chatops/index.ts";
import type { Permit } from "../../../model/apply.ts";
import type { Reason } from "../../../model/command.ts";
import type { Request } from "../../../model/study.ts";
import type { Pace } from "../../../reconcile/index.ts";
import { exitCodeOfApplied, exitCodes } from "../../exit.ts";
import { verdictOf } from "../apply.ts";
import { boardOfCommand } from "../board-of.ts";
import { unlessHandedOn } from "../handed-on.ts";
import { chaptersOf, performed } from "../perform.ts";
import { createProgress } from "../progress.ts";
import { giveReceipt } from "../receipt.ts";
import { keyOf, sinceOf, urlOf } from "../spoken.ts";
import { notDone, told } from "./answer.ts";
import type { Answer, Task } from "./errand.ts";

interface Deed {
  readonly request: Request;
  /** What the deployments are of. */
  readonly commit: string;
  readonly by: string;
  readonly permit: Permit;
  readonly pace?: Pace;
  /** What moved in the pull request since the command was decided about, so that it must not be after all; without it nothing in it matters. */
  readonly movedSince?: (now: Pull) => readonly Reason[];
}

/**
 * Carries out a request, shows in the answer how it goes, and gives what came of it. Reading takes seconds: who may, who approved and where the branch ends is looked at
 * once more when every cluster is held and nothing is written.
 */
export async function carriedOut(task: Task, { request, commit, by, permit, pace = {}, movedSince = () => [] }: Deed): Promise<Answer> {
  const { place, wishes, desk, repository, answering, command, comment } = task;
  const stop = task.stop();
  const progress = createProgress({ command: command.text, page: place.run, write: answering.begin, now: Date.now });
  await progress.begin();
  const scene = { place, wishes, desk, world: repository.world, request };
  let withdrawn: readonly Reason[] = [];
  const confirmed = async (): Promise<boolean> => {
    const now = await task.askAgain();
    const again = decide(command, now);
    withdrawn = [...movedSince(now.pull), ...(again.kind === "refused" ? again.reasons : [])].slice(0, 1);
    return withdrawn.length === 0;
  };
  const { done, shortfalls } = await performed(scene, {
    commit,
    by,
    permit,
    pace,
    onBehalfOf: comment.login,
    confirm: confirmed,
    board: boardOfCommand(task),
    stop,
    watch: progress.watch,
  }).finally(progress.end);
  if (withdrawn.length > 0) return notDone(command.text, withdrawn);
  const code = exitCodeOfApplied(done);
  // Whom somebody told to stop stays stopped, and a way back is not gone on with by itself: the ledgers would lead somewhere else.
  const isOver = code === exitCodes.fine || done.run?.stopSign !== undefined || command.verb === "rollback";
  unlessHandedOn(stop, { isOver });
  const receipts = await giveReceipt(task, done, {
    pull: task.pull.number,
    key: keyOf(comment),
    since: sinceOf(comment),
    asked: urlOf(comment, { web: place.web, pull: task.pull.number }),
  });
  const facts = {
    ...verdictOf(done, { code, isStopped: stop.aborted || done.run?.stopSign !== undefined }),
    "plan-digest": done.study.plan.digest.plan,
  };
  const open = [...shortfalls, ...receipts]
    .map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}\n`)
    .join("");
  return { text: `${open}${told(chaptersOf(done))}`, code, facts };
}
