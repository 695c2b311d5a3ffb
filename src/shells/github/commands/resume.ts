import { systemClock } from "../../../adapters/clock.ts";
import { reason } from "../../../catalog/reason.ts";
import { notPermitted } from "../../../chatops/index.ts";
import type { Permit } from "../../../model/apply.ts";
import { lastRunOf } from "../../../model/state.ts";
import type { Survey } from "../../../model/survey.ts";
import { isPush, isRunOf, runBy } from "../locks.ts";
import { notDone } from "./answer.ts";
import { carriedOut } from "./carried-out.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { surveyed } from "./surveyed.ts";

/** `/resume`: goes on with the run of this pull request, begun by a comment or by its merge, that did not end, at the commit its ledger names, in the clusters that it was for and as far as it was to go. */
export async function carryOutResume(task: Task<CommandOf<"resume">>): Promise<Answer> {
  const { command, pull, rules, asked, comment, place } = task;
  const seen = await surveyed(task);
  const last = lastRunOf(seen);
  const isOurs = last !== undefined && isRunOf(pull, last.run.by);
  if (!isOurs || last.run.commit === undefined || last.isWhole) return notDone(command.text, [reason("nothing_to_resume", {})]);
  const held = heldBy(last.run.id, seen);
  const refused = notPermitted(command.verb, held, asked);
  if (refused.length > 0) return notDone(command.text, refused);
  await letGo(last.run.id, seen);
  const head = { kind: "commit", revision: last.run.commit } as const;
  const trusted = { kind: "commit", revision: rules.commit } as const;
  const base = { kind: "commit", revision: last.previous?.commit ?? rules.commit } as const;
  const permit: Permit = { trigger: "command", confirmedDeletions: undefined, force: false, snapshotCharts: false, approved: undefined };
  return carriedOut(task, {
    request: {
      head,
      base,
      trusted,
      at: asked.at,
      clusters: [],
      ...(isPush(last.run.by) ? {} : { part: { lastWave: undefined, ...last.run.part, clusters: held } }),
    },
    commit: last.run.commit,
    by: runBy(comment.login, pull.number, place.attempt),
    permit,
  });
}

/**
 * The clusters that a run took for itself, sorted. A command was for these and approved for these, so going on with it is for no others; a push is for the whole mesh.
 * One that was killed has left its lease where it had not come to write yet.
 */
function heldBy(run: string, { clusters }: Survey): readonly string[] {
  const held = [...clusters].filter(([, seen]) => {
    if (seen.kind !== "surveyed") return false;
    return seen.ledger?.run.id === run || seen.lease?.holder.startsWith(`${run} `) === true;
  });
  return held.map(([name]) => name).sort();
}

/**
 * Waits until the leases of that run would have ended. One that died lets go by then; one that is still at work has renewed them, and then this run is told who holds
 * the cluster.
 */
async function letGo(run: string, { clusters }: Survey): Promise<void> {
  const held = [...clusters.values()].flatMap((seen) => {
    const lease = seen.kind === "surveyed" ? seen.lease : undefined;
    return seen.kind === "surveyed" && lease?.holder.startsWith(`${run} `) === true ? [lease.expiresAt - seen.server.clockSkewMs] : [];
  });
  const left = Math.max(0, ...held) - systemClock.now();
  if (left > 0) await systemClock.sleep(Math.min(left + marginMs, longestMs));
}

const marginMs = 1000;
/** Nobody asks for a longer lease. */
const longestMs = 60_000;
