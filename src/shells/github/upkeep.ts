import { systemClock } from "../../adapters/clock.ts";
import type { Applied } from "../../model/apply.ts";
import type { Calendar } from "../../model/expiry.ts";
import { calendarOf, renewDue } from "../../pipeline.ts";
import { appliedChapters, chaptersMarkdown, chaptersText, type EndingFacts } from "../../report/index.ts";
import { exitCodeOfApplied, exitCodes } from "../exit.ts";
import { withLiveWorld } from "../live-world.ts";
import { runId } from "../run-id.ts";
import { applied } from "./apply.ts";
import { tellEndings } from "./endings.ts";
import type { Stage } from "./stage.ts";
import { createTranscript } from "./transcript.ts";
import { type SeenBy, type Watched, watched } from "./watch.ts";

/** What was done and seen at a look by plan. */
export interface Kept {
  readonly code: number;
  /** Absent where everything was applied instead. */
  readonly seen: Watched | undefined;
}

interface Upkeep {
  readonly how: "apply" | "look";
  readonly stop: AbortSignal;
  /** Who looked instead of this process. */
  readonly seenBy?: SeenBy;
}

/**
 * What is done by plan, without anybody asking: certificates and tokens whose time has come are renewed where the mesh lets a merge write and `apply` is wished for, before
 * anything that may be wrong with the rest of the mesh could hinder it; then all of it is applied (`apply`), or only looked at (`look`); and what ends all the same is told by issues.
 */
export async function upkeep(stage: Stage, { how, stop, seenBy }: Upkeep): Promise<Kept> {
  const { desk, wishes, place, world, request } = stage;
  const renewal = wishes.apply ? await renewed(stage, stop) : undefined;
  if (stop.aborted) return { code: exitCodes.world, seen: undefined };
  const seen = how === "look" ? await watched(stage, seenBy) : undefined;
  const code = seen?.code ?? (await applied(stage, stop));
  const calendar =
    seen === undefined ? await withLiveWorld({ folder: place.folder, world }, (live) => calendarOf(live, request)) : seen.calendar;
  if (calendar !== undefined) await told(stage, calendar, renewal);
  const isFailed = renewal !== undefined && renewal.refusals.length === 0 && exitCodeOfApplied(renewal) !== exitCodes.fine;
  if (isFailed) desk.error("Not everything that is due could be renewed.");
  return { code: code === exitCodes.fine && isFailed ? exitCodeOfApplied(renewal) : code, seen };
}

/** Renews what is due, and says in the log and on the page of the run what came of it, if there was anything. */
async function renewed({ place, wishes, desk, world, request, situation }: Stage, stop: AbortSignal): Promise<Applied> {
  const transcript = createTranscript(desk, Date.now);
  const by = `renewal by plan (run ${place.attempt})`;
  const identify = (planDigest: string, of: string | undefined) => ({
    id: runId(systemClock.now()),
    by,
    planDigest,
    commit: of ?? situation.head,
  });
  const done = await withLiveWorld({ folder: place.folder, watch: transcript.watch, world }, (live) =>
    renewDue(live, request, { identify, stop }),
  );
  transcript.finish();
  if (done.study.plan.steps.length === 0) return done;
  const chapters = appliedChapters(done);
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  return done;
}

async function told(stage: Stage, calendar: Calendar, renewal: Applied | undefined): Promise<void> {
  const shortfalls = await tellEndings(stage, { calendar, ...whyNot(renewal) });
  for (const shortfall of shortfalls) stage.desk.missed(shortfall);
}

/** Why what is due stayed as it is. Of a run that got through it is not known: then it is not ours to renew. */
function whyNot(renewal: Applied | undefined): Pick<EndingFacts, "why"> {
  if (renewal === undefined) return { why: "Isthmus did not try to renew it: the run by plan may not write to clusters (`apply` is off)." };
  const [refused] = renewal.refusals;
  if (refused !== undefined) return { why: `Isthmus did not renew it: ${refused.text} ${refused.remedy}` };
  if (exitCodeOfApplied(renewal) === exitCodes.fine) return {};
  return { why: `Isthmus tried to renew it in run \`${renewal.identity.id}\`, which did not get through: see its log.` };
}
