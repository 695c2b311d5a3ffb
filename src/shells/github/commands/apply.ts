import { reason } from "../../../catalog/reason.ts";
import { decide, type PlanFacts } from "../../../chatops/index.ts";
import type { Permit } from "../../../model/apply.ts";
import type { Reason } from "../../../model/command.ts";
import { runBy } from "../locks.ts";
import { planNow, requestOfPull } from "../plan-now.ts";
import { carriedOut, notDone } from "./carried-out.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";

/**
 * `/apply`: carries out the plan that was current when the comment was written, if what would be done is still exactly that. Of a merged pull request the default
 * branch is applied, of an open one (`apply: onCommand`) its head.
 */
export async function carryOutApply(task: Task<CommandOf<"apply">>): Promise<Answer> {
  const { command, pull, rules, asked, comment, place } = task;
  const unable = notYet(task);
  if (unable.length > 0) return notDone(command.text, unable);
  const isMerged = pull.mergeCommit !== undefined;
  if (!isMerged && !(await holdsBase(task))) return notDone(command.text, [reason("behind_base", { base: pull.base.slice(0, 7) })]);

  const head = isMerged ? rules.commit : pull.head;
  const now = await planNow(task, head);
  const changed = asked.plan === undefined ? [] : difference(asked.plan, now, isMerged);
  if (changed.length > 0) return notDone(command.text, changed);

  // Rendering takes seconds: who approved and where the branch ends is looked at once more, as near to the first write as can be.
  const again = decide(command, await task.askAgain());
  if (again.kind === "refused") return notDone(command.text, again.reasons);
  const permit: Permit = {
    trigger: "command",
    confirmedDeletions: command.flags.prune,
    force: false,
    snapshotCharts: false,
    approved: undefined,
  };
  const request = await requestOfPull(task, head);
  return carriedOut(task, { request, commit: head, by: runBy(comment.login, pull.number, place.attempt), permit });
}

/** What of the grammar the core cannot do yet: refused whole, so that nobody gets less care than they asked for. */
function notYet({ command, clusters, asked }: Task<CommandOf<"apply">>): readonly Reason[] {
  const { flags } = command;
  const names = (["wave", "soak", "max-parallel", "dry-run"] as const).filter((name) => flags[name] !== undefined);
  const isPart = clusters.length < (asked.plan?.clusters.size ?? 0) || command.targets.some(({ kind }) => kind === "stage");
  return [
    ...names.map((name) =>
      reason("not_done_yet", { part: `--${name}`, next: "Give `/apply` without it, or use `isthmus apply` on a laptop." }),
    ),
    ...(isPart
      ? [reason("not_done_yet", { part: command.text.slice(0, 80), next: "`/apply` carries out the whole plan, in its waves." })]
      : []),
  ];
}

/** Whether the pull request holds everything that its base branch has: what it does not hold would be taken back. */
async function holdsBase({ pull, repository }: Task): Promise<boolean> {
  return (await repository.github.mergeBase(pull.base, pull.head)) === pull.base;
}

function difference(planned: PlanFacts, now: PlanFacts, isMerged: boolean): readonly Reason[] {
  if (planned.digest === now.digest) return [];
  const short = { planned: planned.digest.slice(0, 8), now: now.digest.slice(0, 8) };
  const merged = {
    why: "something else came to the default branch, or its rules or charts changed",
    next: "A push to the default branch applies what is there (input `apply`); or open a pull request for it, so that it can be looked at.",
  };
  const open = { why: "rules, charts or the engine changed since", next: "`/plan` makes a new one to look at." };
  return [reason("plan_changed", { ...short, ...(isMerged ? merged : open) })];
}
