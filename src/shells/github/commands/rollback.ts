import { reason } from "../../../catalog/reason.ts";
import type { Permit } from "../../../model/apply.ts";
import { lastRunOf } from "../../../model/state.ts";
import type { Survey } from "../../../model/survey.ts";
import { leadsForth } from "../../leads-forth.ts";
import { runBy } from "../locks.ts";
import { notDone } from "./answer.ts";
import { carriedOut } from "./carried-out.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { surveyed } from "./surveyed.ts";

/** `/rollback`: applies the mesh that was applied before, by the commit in the ledgers; with a wave, in its clusters only. What governs is still the default branch. */
export async function carryOutRollback(task: Task<CommandOf<"rollback">>): Promise<Answer> {
  const { command, clusters, pull, rules, asked, comment, place, isAgain, repository } = task;
  // The ledgers say by now that the way back is the last run: going back again would lead somewhere else.
  if (isAgain) return notDone(command.text, [reason("begun_before", {})]);
  const isPart = typeof command.wave === "number";
  if (isPart && clusters.length === 0) return notDone(command.text, [reason("nothing_targeted", { known: changedBy(asked) })]);
  const seen = await surveyed(task);
  // Clusters of one wave may have gone back already: where a wave leads is in its own ledgers.
  const last = lastRunOf(isPart ? only(seen, clusters) : seen);
  const to = last?.previous;
  const why = noWay(last === undefined, to, command.flags.to);
  if (why !== undefined || to?.commit === undefined) return notDone(command.text, [reason("no_way_back", { why: why ?? "" })]);

  const at = { kind: "commit", revision: to.commit } as const;
  const trusted = { kind: "commit", revision: rules.commit } as const;
  const request = {
    head: at,
    base: { kind: "commit", revision: last?.run.commit ?? rules.commit } as const,
    trusted,
    at: asked.at,
    clusters: [],
    ...((await leadsForth(repository.github, last?.run.commit, to.commit)) ? {} : { isBack: true as const }),
    ...(isPart ? { part: { clusters, lastWave: undefined } } : {}),
  };
  const permit: Permit = { trigger: "command", confirmedDeletions: undefined, force: false, snapshotCharts: false, approved: undefined };
  return carriedOut(task, { request, commit: to.commit, by: runBy(comment.login, pull.number, place.attempt), permit });
}

function changedBy({ plan }: Task["asked"]): string {
  return [...(plan?.clusters.keys() ?? [])].sort().join(", ") || "nothing";
}

function only(survey: Survey, names: readonly string[]): Survey {
  return { ...survey, clusters: new Map([...survey.clusters].filter(([name]) => names.includes(name))) };
}

function noWay(
  isNew: boolean,
  to: { readonly planDigest: string; readonly commit: string | undefined } | undefined,
  wanted: string | undefined,
): string | undefined {
  if (isNew) return "no cluster has a ledger, so nothing was applied yet";
  if (to === undefined) return "no ledger knows a run before the last one that ended well";
  if (to.commit === undefined) return "the run before was made from a folder, not from a commit";
  if (wanted !== undefined && !to.planDigest.startsWith(wanted))
    return `the run before was of commit ${to.commit.slice(0, 7)}, not of ${wanted}`;
  return undefined;
}
