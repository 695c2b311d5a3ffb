import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  runId
} from "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-JYUMVZE7.js";
import "./chunk-BTF5XOHC.js";
import "./chunk-UC7PK5FU.js";
import {
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  examine,
  healthChapters,
  liveChapters,
  look
} from "./chunk-YN75YUHP.js";
import "./chunk-YHMXWLEW.js";
import "./chunk-O5XT5RLS.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-ZEJ6JSNL.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-OC6HDRGD.js";
import "./chunk-HTAS3YHV.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5OWF6IZG.js";
import "./chunk-YNO4666L.js";
import "./chunk-5YIO6ZB2.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/watch.ts
async function watched({ place, wishes, desk, world, request }) {
  const by = { id: runId(request.at), by: `a look by plan (run ${place.attempt})` };
  const stop = new AbortController().signal;
  const { study, health } = await withLiveWorld({ folder: place.folder, world }, async (live) => {
    const found = await examine(live, request);
    const isReadable = found.head.mesh !== void 0 && wishes.verify !== "none";
    const seen = isReadable ? await look(live, request, { probe: wishes.verify === "probe", by, workload: {}, stop }) : void 0;
    return { study: found, health: seen };
  });
  const { code, facts } = judged(study, health);
  const chapters = [
    headline(study, facts),
    ...driftChapters(study.live.drift),
    ...unread(study),
    ...health === void 0 ? [] : healthChapters(health)
  ];
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (code !== exitCodes.fine) desk.error(headlines[facts["reason-code"] ?? ""] ?? "See the log.");
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  await desk.result(driftJson(study));
  desk.output(facts);
  return code;
}
__name(watched, "watched");
function judged(study, health) {
  const { live, problems, plan } = study;
  const isUnread = problems.length > 0 || study.head.mesh === void 0 || [...live.survey.clusters.values()].some(({ kind }) => kind === "unreachable");
  if (isUnread) return { code: exitCodes.world, facts: { decision: "unknown", "reason-code": "world_failed" } };
  if (live.drift.length > 0) return { code: exitCodes.drift, facts: { decision: "fail", "reason-code": "drift" } };
  if (plan.steps.length > 0) return { code: exitCodes.findings, facts: { decision: "fail", "reason-code": "behind" } };
  if (health?.checks.some(({ verdict }) => verdict === "failed") === true)
    return { code: exitCodes.findings, facts: { decision: "fail", "reason-code": "unhealthy" } };
  return { code: exitCodes.fine, facts: { decision: "pass", "reason-code": "no_changes" } };
}
__name(judged, "judged");
var headlines = {
  world_failed: "Not everything could be read: what follows may not be all.",
  drift: "Somebody changed what Isthmus wrote; the next apply puts it back.",
  behind: "The clusters lag behind the default branch: something was merged and not applied, or was not applied to its end, or certificates or tokens are due.",
  unhealthy: "The clusters are what the default branch says, and the mesh does not work as it should.",
  no_changes: "The clusters are what the default branch says."
};
function headline({ plan }, { decision, "reason-code": code = "" }) {
  const steps = plan.steps.slice(0, 20).map(({ id }) => ({ tone: "open", text: [{ kind: "code", text: id }], below: [] }));
  const tone = decision === "pass" ? "good" : decision === "unknown" ? "unknown" : "bad";
  return { heading: [{ kind: "plain", text: headlines[code] ?? "" }], tone, lines: code === "behind" ? steps : [] };
}
__name(headline, "headline");
function unread(study) {
  const { wayBack: _, ...rest } = study.live;
  return liveChapters({ ...study, live: { ...rest, drift: [], unmet: rest.unmet.filter(({ kind }) => kind === "unreachable") } });
}
__name(unread, "unread");
export {
  watched
};
