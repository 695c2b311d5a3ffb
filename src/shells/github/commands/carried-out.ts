import type { Permit } from "../../../model/apply.ts";
import type { Request } from "../../../model/study.ts";
import type { Pace } from "../../../reconcile/index.ts";
import { exitCodeOfApplied } from "../../exit.ts";
import { verdictOf } from "../apply.ts";
import { chaptersOf, performed } from "../perform.ts";
import { createProgress } from "../progress.ts";
import { told } from "./answer.ts";
import type { Answer, Task } from "./errand.ts";

interface Deed {
  readonly request: Request;
  /** What the deployments are of. */
  readonly commit: string;
  readonly by: string;
  readonly permit: Permit;
  readonly pace?: Pace;
}

/** Carries out a request, shows in the answer how it goes, and gives what came of it. */
export async function carriedOut(task: Task, { request, commit, by, permit, pace = {} }: Deed): Promise<Answer> {
  const { place, wishes, desk, repository, answering, command, comment } = task;
  const stop = task.stop();
  const progress = createProgress({ command: command.text, page: place.run, write: answering.begin, now: Date.now });
  await progress.begin();
  const scene = { place, wishes, desk, world: repository.world, request };
  const { done, shortfalls } = await performed(scene, {
    commit,
    by,
    permit,
    pace,
    onBehalfOf: comment.login,
    stop,
    watch: progress.watch,
  }).finally(progress.end);
  const code = exitCodeOfApplied(done);
  const facts = { ...verdictOf(done, { code, isStopped: stop.aborted }), "plan-digest": done.study.plan.digest.plan };
  const open = shortfalls.map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}\n`).join("");
  return { text: `${open}${told(chaptersOf(done))}`, code, facts };
}
