import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  settle,
  settledChapters
} from "./chunk-MLDGCII4.js";
import {
  applied,
  createTranscript
} from "./chunk-7A5BCF72.js";
import {
  runId
} from "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import {
  systemClock
} from "./chunk-UC7PK5FU.js";
import {
  shortfallOf
} from "./chunk-PGJ7BHTB.js";
import {
  defaultBranchOf,
  editIssue,
  findIssue,
  openIssue
} from "./chunk-NGGVVAK4.js";
import {
  appliedChapters,
  calendarChapters,
  calendarOf,
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  dueAmong,
  endedIssue,
  endingIssue,
  endings,
  examineDrift,
  healthChapters,
  look,
  renewDue,
  unreadChapters
} from "./chunk-4KRHMPIQ.js";
import {
  exitCodeOfApplied,
  exitCodes
} from "./chunk-5BSKLZ23.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/endings.ts
var urgent = 7 * 864e5;
async function tellEndings(stage, facts) {
  const shortfalls = [];
  for (const about of endings) {
    try {
      await tell(stage, about, facts);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      shortfalls.push(shortfallOf(`The issue about ${about} that end`, error));
      break;
    }
  }
  return shortfalls;
}
__name(tellEndings, "tellEndings");
async function tell({ connection, wishes }, about, facts) {
  const { calendar } = facts;
  const marker = markerOf(calendar.mesh, wishes.folder, about);
  const issue = endingIssue(about, facts);
  const found = await findIssue(connection, marker);
  if (issue === void 0) {
    if (found?.isOpen !== true || calendar.unread.size > 0) return;
    const body2 = `${marker}renewed -->
${endedIssue(about, calendar)}`;
    return editIssue(connection, found, { body: body2, isOpen: false });
  }
  const body = `${marker}${stateOf(calendar, about)} -->
${issue.body}`;
  if (found?.isOpen === true) return editIssue(connection, found, { title: issue.title, body, isOpen: true });
  if (found?.body.startsWith(`${marker}${stateOf(calendar, about)} -->`) === true) return;
  await openIssue(connection, { marker: `${marker}${stateOf(calendar, about)} -->`, title: issue.title, body });
}
__name(tell, "tell");
function markerOf(mesh, folder, about) {
  return `<!-- isthmus:v1 ends mesh=${encodeURIComponent(mesh)} folder=${encodeURIComponent(folder)} what=${about} `;
}
__name(markerOf, "markerOf");
function stateOf(calendar, about) {
  const [first] = dueAmong(calendar, about);
  if (first === void 0) return "renewed";
  const left = first.ends - calendar.at;
  return `first=${new Date(first.ends).toISOString().slice(0, 10)} ${left <= 0 ? "ended" : left <= urgent ? "urgent" : "due"}`;
}
__name(stateOf, "stateOf");

// src/shells/github/drift/by-plan.ts
async function settleByPlan(stage, looked) {
  const { wishes, situation, place, desk } = stage;
  const done = [];
  for (const choice of wishes.driftPulls) {
    try {
      const defaultBranch = await defaultBranchOf(place.connection);
      const settled = await settle(stage, choice, { ...looked, defaultBranch, base: situation.head, isAsked: false });
      desk.say(`Pull request to ${choice} drift: ${settled.kind}${settled.url === void 0 ? "" : `, ${settled.url}`}.`);
      done.push(settled);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      desk.missed(shortfallOf(`The pull request to ${choice} drift`, error));
    }
  }
  return done;
}
__name(settleByPlan, "settleByPlan");

// src/shells/github/watch.ts
async function watched(stage, seenBy) {
  const { place, wishes, desk, request } = stage;
  const by = { id: runId(request.at), by: `a look by plan (run ${place.attempt})` };
  const stop = new AbortController().signal;
  const { study, health, calendar, adoption } = await inWorld(stage, seenBy, async (live) => {
    const { study: found, adoption: could } = await examineDrift(live, request, [], seenBy?.beforehand);
    const isReadable = found.head.mesh !== void 0 && wishes.verify !== "none";
    const seen = isReadable ? await look(live, request, { probe: wishes.verify === "probe", by, workload: {}, stop }) : void 0;
    const ends = found.head.mesh === void 0 ? void 0 : await calendarOf(live, request);
    return { study: found, health: seen, calendar: ends, adoption: could };
  });
  const settled = study.head.mesh === void 0 ? [] : await settleByPlan(stage, { study, adoption, clusters: [] });
  const standing = standingOf(study, health);
  const { code, decision, said } = standings[standing];
  const chapters = [
    headline(study, standing),
    ...driftChapters(study.live.drift),
    ...settledChapters(settled.filter(({ kind }) => kind !== "nothing")),
    ...unreadChapters(study),
    ...health === void 0 ? [] : healthChapters(health),
    ...calendar === void 0 ? [] : calendarChapters(calendar)
  ];
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (code !== exitCodes.fine) desk.error(said);
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  await desk.result(driftJson(study));
  desk.output({ decision, "reason-code": standing });
  return { code, standing, study, health, calendar };
}
__name(watched, "watched");
function inWorld({ place, world }, seenBy, work) {
  return seenBy === void 0 ? withLiveWorld({ folder: place.folder, world }, work) : work(seenBy.live);
}
__name(inWorld, "inWorld");
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

// src/shells/github/upkeep.ts
async function upkeep(stage, { how, stop, seenBy }) {
  const { desk, wishes, place, world, request } = stage;
  const renewal = wishes.apply ? await renewed(stage, stop) : void 0;
  if (stop.aborted) return { code: exitCodes.world, seen: void 0 };
  const seen = how === "look" ? await watched(stage, seenBy) : void 0;
  const code = seen?.code ?? await applied(stage, stop);
  const calendar = seen === void 0 ? await withLiveWorld({ folder: place.folder, world }, (live) => calendarOf(live, request)) : seen.calendar;
  if (calendar !== void 0) await told(stage, calendar, renewal);
  const isFailed = renewal !== void 0 && renewal.refusals.length === 0 && exitCodeOfApplied(renewal) !== exitCodes.fine;
  if (isFailed) desk.error("Not everything that is due could be renewed.");
  return { code: code === exitCodes.fine && isFailed ? exitCodeOfApplied(renewal) : code, seen };
}
__name(upkeep, "upkeep");
async function renewed({ place, wishes, desk, world, request, situation }, stop) {
  const transcript = createTranscript(desk, Date.now);
  const by = `renewal by plan (run ${place.attempt})`;
  const identify = /* @__PURE__ */ __name((planDigest, of) => ({
    id: runId(systemClock.now()),
    by,
    planDigest,
    commit: of ?? situation.head
  }), "identify");
  const done = await withLiveWorld(
    { folder: place.folder, watch: transcript.watch, world },
    (live) => renewDue(live, request, { identify, stop })
  );
  transcript.finish();
  if (done.study.plan.steps.length === 0) return done;
  const chapters = appliedChapters(done);
  desk.say(chaptersText(chapters, { colour: false, width: 160 }));
  if (wishes.summary) await desk.summary(chaptersMarkdown(chapters));
  return done;
}
__name(renewed, "renewed");
async function told(stage, calendar, renewal) {
  const shortfalls = await tellEndings(stage, { calendar, ...whyNot(renewal) });
  for (const shortfall of shortfalls) stage.desk.missed(shortfall);
}
__name(told, "told");
function whyNot(renewal) {
  if (renewal === void 0) return { why: "Isthmus did not try to renew it: the run by plan may not write to clusters (`apply` is off)." };
  const [refused] = renewal.refusals;
  if (refused !== void 0) return { why: `Isthmus did not renew it: ${refused.text} ${refused.remedy}` };
  if (exitCodeOfApplied(renewal) === exitCodes.fine) return {};
  return { why: `Isthmus tried to renew it in run \`${renewal.identity.id}\`, which did not get through: see its log.` };
}
__name(whyNot, "whyNot");

export {
  standings,
  upkeep
};
