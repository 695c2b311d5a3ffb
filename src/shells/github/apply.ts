import { systemClock } from "../../adapters/clock.ts";
import type { Applied } from "../../model/apply.ts";
import type { RunEvent } from "../../model/outcome.ts";
import { apply } from "../../pipeline.ts";
import {
  appliedBrief,
  appliedChapters,
  type Chapter,
  chaptersMarkdown,
  chaptersText,
  healthChapters,
  report,
  summary,
} from "../../report/index.ts";
import { exitCodeOfApplied, exitCodes } from "../exit.ts";
import { withLiveWorld } from "../live-world.ts";
import { runId } from "../run-id.ts";
import { createDeployments } from "./deployments.ts";
import type { Facts } from "./desk.ts";
import { createPace } from "./pace.ts";
import { asShortfalls } from "./said.ts";
import type { Stage } from "./stage.ts";
import { createTranscript } from "./transcript.ts";

/** Applies a merge until `stop`, tells every cluster's deployment how it goes, and gives the exit code. */
export async function applied(stage: Stage, stop: AbortSignal): Promise<number> {
  const { wishes, desk, connection, situation, links } = stage;
  const pace = createPace({ now: Date.now, sleep: systemClock.sleep });
  const deployments = createDeployments({ connection, commit: situation.head, run: attemptOf(stage), logUrl: links.run, pace });
  stop.addEventListener("abort", () => {
    desk.say("The job was cancelled: stopping after the current object; the next run goes on from there.");
    deployments.stopping();
  });
  const transcript = createTranscript(desk, Date.now);
  const watch = (event: RunEvent): void => {
    deployments.watch(event);
    transcript.watch(event);
  };
  const done = await carryOut(stage, { watch, stop }).catch(async (error: unknown) => {
    await deployments.abandon("The run ended before it could say how: see its log");
    throw error;
  });
  const shortfalls = await deployments.finish(done);
  transcript.finish();
  desk.say(chaptersText(chaptersOf(done), { colour: false, width: 160 }));
  for (const { what, why, remedy } of shortfalls) desk.warning(`${what} could not be written. ${why} ${remedy}`);
  const code = isLeftToOthers(done) ? exitCodes.fine : exitCodeOfApplied(done);
  if (code !== exitCodes.fine) for (const { text, remedy } of done.refusals.slice(0, mostErrors)) desk.error(`${text}\n${remedy}`);
  if (wishes.summary) {
    const before = `${asShortfalls(shortfalls)}${chaptersMarkdown(chaptersOf(done))}\n`;
    await desk.summary(`${before}${summary(report(done.study), { files: links.files, taken: Buffer.byteLength(before) })}`);
  }
  await desk.result(appliedBrief(done));
  desk.output({
    ...verdictOf(done, { code, isStopped: stop.aborted }),
    "plan-digest": done.study.plan.digest.plan,
  });
  return code;
}

/** A job shows ten errors of a step; all of them are in the log and the summary. */
const mostErrors = 10;

/** Several folders can be applied by one run. */
function attemptOf({ place, wishes }: Stage): string {
  return [place.attempt, wishes.folder].filter((part) => part !== "").join("/");
}

interface Course {
  readonly watch: (event: RunEvent) => void;
  readonly stop: AbortSignal;
}

function carryOut({ place, wishes, situation, world, request }: Stage, { watch, stop }: Course): Promise<Applied> {
  return withLiveWorld({ folder: place.folder, watch, world }, (live) =>
    apply(live, request, {
      permit: { trigger: "merge", confirmedDeletions: wishes.confirmDeletions, force: false, snapshotCharts: false, approved: undefined },
      identify: (planDigest, commit) => ({
        id: runId(live.clock.now()),
        by: `push of ${situation.head.slice(0, 7)} (run ${place.attempt})`,
        planDigest,
        commit: commit ?? situation.head,
      }),
      verification: wishes.verify,
      stop,
    }),
  );
}

function chaptersOf(done: Applied): readonly Chapter[] {
  return [...appliedChapters(done), ...(done.health === undefined ? [] : healthChapters(done.health))];
}

/**
 * The mesh itself says that a merge does not apply: that is no failure of the job, and what an apply would need besides is nobody's concern. What is wrong with the
 * mesh still is.
 */
function isLeftToOthers({ refusals }: Applied): boolean {
  const codes = refusals.map(({ code }) => code);
  const isLeft = codes.some((code) => code === "apply_never" || code === "apply_on_command");
  return isLeft && !codes.some((code) => code === "findings" || code === "mesh_unreadable" || code === "charts_missing");
}

function verdictOf(done: Applied, { code, isStopped }: { readonly code: number; readonly isStopped: boolean }): Facts {
  if (done.refusals.length > 0) return { decision: code === exitCodes.fine ? "pass" : "fail", "reason-code": "refused" };
  const ran: Facts = done.run === undefined || done.run.outcomes.length === 0 ? {} : { "run-id": done.identity.id };
  if (code === exitCodes.world) return { ...ran, decision: "unknown", "reason-code": isStopped ? "stopped" : "incomplete" };
  if (code !== exitCodes.fine) return { ...ran, decision: "fail", "reason-code": "unhealthy" };
  return { ...ran, decision: "pass", "reason-code": ran["run-id"] === undefined ? "no_changes" : "applied" };
}
