import type { Applied } from "../../model/apply.ts";
import { appliedBrief, chaptersMarkdown, report, summary } from "../../report/index.ts";
import { exitCodeOfApplied, exitCodes } from "../exit.ts";
import { boardOfPush } from "./board-of.ts";
import type { Facts } from "./desk.ts";
import { unlessHandedOn } from "./handed-on.ts";
import { chaptersOf, performed } from "./perform.ts";
import { giveReceipts } from "./receipt.ts";
import { asShortfalls } from "./said.ts";
import type { Stage } from "./stage.ts";

/** Applies a merge until `stop`, tells every cluster's deployment how it goes, and gives the exit code. */
export async function applied(stage: Stage, stop: AbortSignal): Promise<number> {
  const { wishes, desk, place, situation, links } = stage;
  const { done, shortfalls: untold } = await performed(stage, {
    commit: situation.head,
    by: `${situation.kind === "schedule" ? "schedule at" : "push of"} ${situation.head.slice(0, 7)} (run ${place.attempt})`,
    permit: { trigger: "merge", confirmedDeletions: wishes.confirmDeletions, force: false, snapshotCharts: false, approved: undefined },
    ...(situation.kind === "push" ? { board: await boardOfPush(stage, situation.head) } : {}),
    stop,
  });
  const code = isLeftToOthers(done) ? exitCodes.fine : exitCodeOfApplied(done);
  unlessHandedOn(stop, { isOver: code === exitCodes.fine || done.run?.stopSign !== undefined });
  const receipts = situation.kind === "push" ? await giveReceipts(stage, done, situation.head) : [];
  for (const shortfall of receipts) desk.missed(shortfall);
  const shortfalls = [...untold, ...receipts];
  if (code !== exitCodes.fine) for (const { text, remedy } of done.refusals.slice(0, mostErrors)) desk.error(`${text}\n${remedy}`);
  if (wishes.summary) {
    const before = `${asShortfalls(shortfalls)}${chaptersMarkdown(chaptersOf(done))}\n`;
    await desk.summary(`${before}${summary(report(done.study), { files: links.files, taken: Buffer.byteLength(before) })}`);
  }
  await desk.result(appliedBrief(done));
  desk.output({
    ...verdictOf(done, { code, isStopped: stop.aborted || done.run?.stopSign !== undefined }),
    "plan-digest": done.study.plan.digest.plan,
  });
  return code;
}

/** A job shows ten errors of a step; all of them are in the log and the summary. */
const mostErrors = 10;

/**
 * The mesh itself says that a merge does not apply: that is no failure of the job, and what an apply would need besides is nobody's concern. What is wrong with the
 * mesh still is.
 */
function isLeftToOthers({ refusals }: Applied): boolean {
  const codes = refusals.map(({ code }) => code);
  const isLeft = codes.some((code) => code === "apply_never" || code === "apply_on_command");
  return isLeft && !codes.some((code) => code === "findings" || code === "mesh_unreadable" || code === "charts_missing");
}

/** How an apply ended, for programs. */
export function verdictOf(done: Applied, { code, isStopped }: { readonly code: number; readonly isStopped: boolean }): Facts {
  if (done.refusals.length > 0) return { decision: code === exitCodes.fine ? "pass" : "fail", "reason-code": "refused" };
  const ran: Facts = done.run === undefined || done.run.outcomes.length === 0 ? {} : { "run-id": done.identity.id };
  if (code === exitCodes.world) return { ...ran, decision: "unknown", "reason-code": isStopped ? "stopped" : "incomplete" };
  if (code !== exitCodes.fine) return { ...ran, decision: "fail", "reason-code": "unhealthy" };
  return { ...ran, decision: "pass", "reason-code": ran["run-id"] === undefined ? "no_changes" : "applied" };
}
