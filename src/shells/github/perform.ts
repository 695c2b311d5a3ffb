import { systemClock } from "../../adapters/clock.ts";
import type { Applied, Permit } from "../../model/apply.ts";
import type { RunEvent } from "../../model/outcome.ts";
import type { Request } from "../../model/study.ts";
import type { RunIdentity } from "../../model/survey.ts";
import { apply } from "../../pipeline.ts";
import type { Pace } from "../../reconcile/index.ts";
import { appliedChapters, type Chapter, chaptersText, healthChapters } from "../../report/index.ts";
import { withLiveWorld } from "../live-world.ts";
import { runId } from "../run-id.ts";
import { createDeployments } from "./deployments.ts";
import { withIdleWaivers } from "./idle-waivers.ts";
import { createPace } from "./pace.ts";
import type { Shortfall } from "./publish.ts";
import { createRunBoard, type Shown } from "./run-board.ts";
import type { Stage } from "./stage.ts";
import { createTranscript } from "./transcript.ts";

/** What is to be carried out, and for whom. */
export interface Performance {
  /** What the deployments are of. */
  readonly commit: string;
  /** Who asked, for the ledgers. */
  readonly by: string;
  readonly permit: Permit;
  /** Whose own locks do not hinder it. */
  readonly onBehalfOf?: string;
  /** Otherwise than the mesh says. */
  readonly pace?: Pace;
  /** Asked once every cluster is held, before anything is written: whether it is still wanted. */
  readonly confirm?: () => Promise<boolean>;
  /** The check run that tells how it goes. Absent: there is none. */
  readonly board?: Shown;
  readonly stop: AbortSignal;
  /** Told what happens as it happens, beside the log and the deployments. */
  readonly watch?: (event: RunEvent) => void;
}

/** What came of it, and what could not be told GitHub. */
export interface Performed {
  readonly done: Applied;
  readonly shortfalls: readonly Shortfall[];
}

type Scene = Pick<Stage, "place" | "wishes" | "desk" | "world" | "request">;

/** Applies a request until `stop`, and tells the log and every cluster's deployment how it goes. */
export async function performed({ place, wishes, desk, world, request }: Scene, performance: Performance): Promise<Performed> {
  const { commit, by, permit, onBehalfOf, pace = {}, confirm, stop } = performance;
  const who = { ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...(confirm && { confirm }) };
  const { connection, folder } = place;
  const writes = createPace({ now: Date.now, sleep: systemClock.sleep });
  // Several folders can be applied by one run.
  const attempt = [place.attempt, wishes.folder].filter((part) => part !== "").join("/");
  const deployments = createDeployments({ connection, commit, run: attempt, logUrl: place.run, pace: writes });
  stop.addEventListener("abort", () => {
    desk.say("The run was cancelled: it stops after the current object; the next run goes on from there.");
    deployments.stopping();
  });
  // A rehearsal is no run.
  const shown = pace.isRehearsal === true || !wishes.checkRun ? undefined : performance.board;
  const board = shown && createRunBoard({ connection, page: place.run, pace: writes, now: Date.now }, shown);
  const transcript = createTranscript(desk, Date.now);
  const watch = (event: RunEvent): void => {
    // A rehearsal is no deployment.
    if (pace.isRehearsal !== true) deployments.watch(event);
    board?.watch(event);
    transcript.watch(event);
    performance.watch?.(event);
  };
  const identify = (planDigest: string, of: string | undefined) => ({
    id: runId(Date.now()),
    by,
    planDigest,
    commit: of ?? commit,
    ...partOf(request),
  });
  const applied = await withLiveWorld({ folder, watch, world }, (live) =>
    apply(live, request, { permit, identify, pace, ...who, verification: wishes.verify, stop }),
  ).catch(async (error: unknown) => {
    await Promise.all([deployments, board].map((there) => there?.abandon("The run ended before it could say how: see its log")));
    throw error;
  });
  const done = withIdleWaivers(applied);
  const shortfalls = (await Promise.all([deployments.finish(done), isNobodysRun(done) ? [] : (board?.finish(done) ?? [])])).flat();
  transcript.finish();
  desk.say(chaptersText(chaptersOf(done), { colour: false, width: 160 }));
  for (const shortfall of shortfalls) desk.missed(shortfall);
  return { done, shortfalls };
}

/** How far a run goes in its clusters, for whoever goes on with it; which clusters these are stands in their ledgers. */
function partOf({ part }: Request): Pick<RunIdentity, "part"> {
  if (part?.lastWave === undefined && part?.stages === undefined) return {};
  return { part: { lastWave: part.lastWave, ...(part.stages === undefined ? {} : { stages: part.stages }) } };
}

/** The mesh itself leaves the apply to somebody else: there was no run that could be told of. */
function isNobodysRun({ refusals }: Applied): boolean {
  return refusals.some(({ code }) => code === "apply_never" || code === "apply_on_command");
}

/** What an apply did, and whether the mesh works. */
export function chaptersOf(done: Applied): readonly Chapter[] {
  return [...appliedChapters(done), ...(done.health === undefined ? [] : healthChapters(done.health))];
}
