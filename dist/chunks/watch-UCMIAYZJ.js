import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  runId
} from "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-CAK5HNS5.js";
import "./chunk-GTZFBNXA.js";
import "./chunk-UC7PK5FU.js";
import {
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  examine,
  healthChapters,
  look,
  unreadChapters
} from "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import "./chunk-XAJKML52.js";
import {
  exitCodes
} from "./chunk-W6JRDVNY.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-5HTN6GZT.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-YU4XPH6J.js";
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
  const standing = standingOf(study, health);
  const { code, decision, said } = standings[standing];
  const chapters = [
    headline(study, standing),
    ...driftChapters(study.live.drift),
    ...unreadChapters(study),
    ...health === void 0 ? [] : healthChapters(health)
  ];
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (code !== exitCodes.fine) desk.error(said);
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  await desk.result(driftJson(study));
  desk.output({ decision, "reason-code": standing });
  return code;
}
__name(watched, "watched");
function standingOf({ live, problems, plan, head }, health) {
  const clusters = [...live.survey.clusters.values()];
  if (problems.length > 0 || head.mesh === void 0 || clusters.some(({ kind }) => kind === "unreachable")) return "world_failed";
  if (live.drift.length > 0) return "drift";
  if (plan.steps.length > 0) return "behind";
  return health?.checks.some(({ verdict }) => verdict === "failed") === true ? "unhealthy" : "no_changes";
}
__name(standingOf, "standingOf");
var standings = {
  world_failed: { code: exitCodes.world, decision: "unknown", said: "Not everything could be read: what follows may not be all." },
  drift: { code: exitCodes.drift, decision: "fail", said: "Somebody changed what Isthmus wrote; the next apply puts it back." },
  behind: {
    code: exitCodes.findings,
    decision: "fail",
    said: "The clusters lag behind the default branch: something was merged and not applied, or was not applied to its end, or certificates or tokens are due."
  },
  unhealthy: {
    code: exitCodes.findings,
    decision: "fail",
    said: "The clusters are what the default branch says, and the mesh does not work as it should."
  },
  no_changes: { code: exitCodes.fine, decision: "pass", said: "The clusters are what the default branch says." }
};
var tones = { pass: "good", unknown: "unknown", fail: "bad" };
function headline({ plan }, standing) {
  const { said, decision } = standings[standing];
  const steps = plan.steps.slice(0, 20).map(({ id }) => ({ tone: "open", text: [{ kind: "code", text: id }], below: [] }));
  return { heading: [{ kind: "plain", text: said }], tone: tones[decision], lines: standing === "behind" ? steps : [] };
}
__name(headline, "headline");
export {
  watched
};
