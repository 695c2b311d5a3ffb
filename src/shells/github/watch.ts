import type { Health } from "../../model/health.ts";
import { examine, look } from "../../pipeline.ts";
import {
  type Chapter,
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  healthChapters,
  liveChapters,
} from "../../report/index.ts";
import { exitCodes } from "../exit.ts";
import { withLiveWorld } from "../live-world.ts";
import { runId } from "../run-id.ts";
import type { Facts } from "./desk.ts";
import type { Stage } from "./stage.ts";

type Studied = Awaited<ReturnType<typeof examine>>;

/**
 * Looks whether the clusters are what the default branch says, and whether the mesh works: what somebody changed, what was merged and never applied, certificates and
 * tokens that end soon. Writes to no cluster. Gives the exit code: 4 for drift, 1 for a mesh that does not work or lags behind, 3 when something could not be read.
 */
export async function watched({ place, wishes, desk, world, request }: Stage): Promise<number> {
  const by = { id: runId(request.at), by: `a look by plan (run ${place.attempt})` };
  const stop = new AbortController().signal;
  const { study, health } = await withLiveWorld({ folder: place.folder, world }, async (live) => {
    const found = await examine(live, request);
    const isReadable = found.head.mesh !== undefined && wishes.verify !== "none";
    const seen = isReadable ? await look(live, request, { probe: wishes.verify === "probe", by, workload: {}, stop }) : undefined;
    return { study: found, health: seen };
  });
  const { code, facts } = judged(study, health);
  const chapters = [
    headline(study, facts),
    ...driftChapters(study.live.drift),
    ...unread(study),
    ...(health === undefined ? [] : healthChapters(health)),
  ];
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (code !== exitCodes.fine) desk.error(headlines[facts["reason-code"] ?? ""] ?? "See the log.");
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  await desk.result(driftJson(study));
  desk.output(facts);
  return code;
}

/** The worst first: what could not be read may hide the rest. */
function judged(study: Studied, health: Health | undefined): { readonly code: number; readonly facts: Facts } {
  const { live, problems, plan } = study;
  const isUnread =
    problems.length > 0 || study.head.mesh === undefined || [...live.survey.clusters.values()].some(({ kind }) => kind === "unreachable");
  if (isUnread) return { code: exitCodes.world, facts: { decision: "unknown", "reason-code": "world_failed" } };
  if (live.drift.length > 0) return { code: exitCodes.drift, facts: { decision: "fail", "reason-code": "drift" } };
  if (plan.steps.length > 0) return { code: exitCodes.findings, facts: { decision: "fail", "reason-code": "behind" } };
  if (health?.checks.some(({ verdict }) => verdict === "failed") === true)
    return { code: exitCodes.findings, facts: { decision: "fail", "reason-code": "unhealthy" } };
  return { code: exitCodes.fine, facts: { decision: "pass", "reason-code": "no_changes" } };
}

const headlines: Readonly<Record<string, string>> = {
  world_failed: "Not everything could be read: what follows may not be all.",
  drift: "Somebody changed what Isthmus wrote; the next apply puts it back.",
  behind:
    "The clusters lag behind the default branch: something was merged and not applied, or was not applied to its end, or certificates or tokens are due.",
  unhealthy: "The clusters are what the default branch says, and the mesh does not work as it should.",
  no_changes: "The clusters are what the default branch says.",
};

function headline({ plan }: Studied, { decision, "reason-code": code = "" }: Facts): Chapter {
  const steps = plan.steps.slice(0, 20).map(({ id }) => ({ tone: "open", text: [{ kind: "code", text: id }], below: [] }) as const);
  const tone = decision === "pass" ? "good" : decision === "unknown" ? "unknown" : "bad";
  return { heading: [{ kind: "plain", text: headlines[code] ?? "" }], tone, lines: code === "behind" ? steps : [] };
}

/** What of a live study could not be read. */
function unread(study: Studied): readonly Chapter[] {
  const { wayBack: _, ...rest } = study.live;
  return liveChapters({ ...study, live: { ...rest, drift: [], unmet: rest.unmet.filter(({ kind }) => kind === "unreachable") } });
}
