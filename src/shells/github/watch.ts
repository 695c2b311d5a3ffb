import type { Calendar } from "../../model/expiry.ts";
import type { Health } from "../../model/health.ts";
import { type Beforehand, calendarOf, type examine, examineDrift, look } from "../../pipeline.ts";
import {
  type Chapter,
  calendarChapters,
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  healthChapters,
  unreadChapters,
} from "../../report/index.ts";
import type { LiveWorld } from "../../world.ts";
import { exitCodes } from "../exit.ts";
import { withLiveWorld } from "../live-world.ts";
import { runId } from "../run-id.ts";
import { settleByPlan } from "./drift/by-plan.ts";
import { settledChapters } from "./drift/told.ts";
import type { Stage } from "./stage.ts";

type Studied = Awaited<ReturnType<typeof examine>>;

/** What was seen at a look by plan. */
export interface Watched {
  /** 4 for drift, 1 for a mesh that does not work or lags behind, 3 when something could not be read. */
  readonly code: number;
  readonly standing: Standing;
  readonly study: Studied;
  readonly health: Health | undefined;
  /** Absent without a mesh. */
  readonly calendar: Calendar | undefined;
}

/** A look that others took: their answers stand for the clusters, and what they rendered is not rendered again. */
export interface SeenBy {
  readonly live: LiveWorld;
  readonly beforehand: Beforehand;
}

/**
 * Looks whether the clusters are what the default branch says, and whether the mesh works: what somebody changed, what was merged and never applied, what ends and
 * when. Writes to no cluster, but for the probe. With `seenBy` nothing is contacted.
 */
export async function watched(stage: Stage, seenBy?: SeenBy): Promise<Watched> {
  const { place, wishes, desk, request } = stage;
  const by = { id: runId(request.at), by: `a look by plan (run ${place.attempt})` };
  const stop = new AbortController().signal;
  const { study, health, calendar, adoption } = await inWorld(stage, seenBy, async (live) => {
    const { study: found, adoption: could } = await examineDrift(live, request, [], seenBy?.beforehand);
    const isReadable = found.head.mesh !== undefined && wishes.verify !== "none";
    const seen = isReadable ? await look(live, request, { probe: wishes.verify === "probe", by, workload: {}, stop }) : undefined;
    const ends = found.head.mesh === undefined ? undefined : await calendarOf(live, request);
    return { study: found, health: seen, calendar: ends, adoption: could };
  });
  const settled = study.head.mesh === undefined ? [] : await settleByPlan(stage, { study, adoption, clusters: [] });
  const standing = standingOf(study, health);
  const { code, decision, said } = standings[standing];
  const chapters = [
    headline(study, standing),
    ...driftChapters(study.live.drift),
    ...settledChapters(settled.filter(({ kind }) => kind !== "nothing")),
    ...unreadChapters(study),
    ...(health === undefined ? [] : healthChapters(health)),
    ...(calendar === undefined ? [] : calendarChapters(calendar)),
  ];
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (code !== exitCodes.fine) desk.error(said);
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  await desk.result(driftJson(study));
  desk.output({ decision, "reason-code": standing });
  return { code, standing, study, health, calendar };
}

function inWorld<T>({ place, world }: Stage, seenBy: SeenBy | undefined, work: (live: LiveWorld) => Promise<T>): Promise<T> {
  return seenBy === undefined ? withLiveWorld({ folder: place.folder, world }, work) : work(seenBy.live);
}

/** How the mesh stands, worst first: what could not be read may hide the rest. */
function standingOf({ live, problems, plan, head }: Studied, health: Health | undefined): Standing {
  const clusters = [...live.survey.clusters.values()];
  if (problems.length > 0 || head.mesh === undefined || clusters.some(({ kind }) => kind === "unreachable")) return "world_failed";
  if (live.drift.length > 0) return "drift";
  if (plan.steps.length > 0) return "behind";
  return health?.checks.some(({ verdict }) => verdict === "failed") === true ? "unhealthy" : "no_changes";
}

/** How a mesh can stand, what that means for a run, and in words. */
export const standings = {
  world_failed: { code: exitCodes.world, decision: "unknown", said: "Not everything could be read: what follows may not be all." },
  drift: { code: exitCodes.drift, decision: "fail", said: "Somebody changed what Isthmus wrote; the next apply puts it back." },
  behind: {
    code: exitCodes.findings,
    decision: "fail",
    said: "The clusters lag behind the default branch: something was merged and not applied, or was not applied to its end, or certificates or tokens are due.",
  },
  unhealthy: {
    code: exitCodes.findings,
    decision: "fail",
    said: "The clusters are what the default branch says, and the mesh does not work as it should.",
  },
  no_changes: { code: exitCodes.fine, decision: "pass", said: "The clusters are what the default branch says." },
} as const;

export type Standing = keyof typeof standings;

const tones = { pass: "good", unknown: "unknown", fail: "bad" } as const;

function headline({ plan }: Studied, standing: Standing): Chapter {
  const { said, decision } = standings[standing];
  const steps = plan.steps.slice(0, 20).map(({ id }) => ({ tone: "open", text: [{ kind: "code", text: id }], below: [] }) as const);
  return { heading: [{ kind: "plain", text: said }], tone: tones[decision], lines: standing === "behind" ? steps : [] };
}
