import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  identityAt,
  interruptible,
  workloadFrom
} from "./chunk-IN37B5KD.js";
import "./chunk-H33SPOQG.js";
import {
  ended
} from "./chunk-2TTXAXJ4.js";
import {
  requestFrom
} from "./chunk-ZYQ7QZHE.js";
import "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import "./chunk-UC7PK5FU.js";
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  chaptersMarkdown,
  chaptersText,
  driftChapters,
  driftJson,
  examine,
  healthChapters,
  healthJson,
  json,
  liveChapters,
  liveJson,
  look,
  markdown,
  planTree,
  report,
  statusChapters,
  statusJson,
  statusOf,
  text,
  unreadChapters
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-LCP2T3H2.js";
import "./chunk-ZSGAKROE.js";
import {
  exitCodes
} from "./chunk-5BSKLZ23.js";
import "./chunk-SPWEMITE.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-RCF4QV2K.js";
import "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/cli/commands/live.ts
async function planLive(terminal, options) {
  const study = await studied(terminal, options);
  const told = report(study);
  if (options.output === "json") {
    terminal.print(`${JSON.stringify({ ...JSON.parse(json(told, { view: "preview" })), live: liveJson(study) }, void 0, 2)}
`);
  } else {
    terminal.print(options.output === "markdown" ? markdown(told, { view: "diff" }) : text(told, { view: "diff", ...looks(terminal) }));
    printChapters(terminal, options, liveChapters(study));
    terminal.print(planTree(told.plan, told.hiddenSteps));
  }
  return worldCode(study) ?? ended(terminal, told, options);
}
__name(planLive, "planLive");
async function drift(terminal, options) {
  const study = await studied(terminal, options);
  const found = study.live.drift;
  if (options.output === "json") terminal.print(driftJson(study));
  else {
    const none = { heading: [{ kind: "plain", text: "No drift: nobody changed what Isthmus wrote." }], tone: "good", lines: [] };
    const isRead = worldCode(study) === void 0;
    printChapters(terminal, options, [...driftChapters(found), ...found.length === 0 && isRead ? [none] : [], ...unreadChapters(study)]);
  }
  return worldCode(study) ?? (found.length > 0 ? exitCodes.drift : exitCodes.fine);
}
__name(drift, "drift");
async function status(terminal, options) {
  const request = await requestFrom(options);
  const seen = await withLiveWorld(options, (world) => terminal.progress("reading the clusters", statusOf(world, request)));
  if (options.output === "json") terminal.print(statusJson(seen));
  else printChapters(terminal, options, statusChapters(seen));
  return [...seen.clusters.values()].some(({ kind }) => kind === "unreachable") ? exitCodes.world : exitCodes.fine;
}
__name(status, "status");
async function verify(terminal, options) {
  const request = await requestFrom(options);
  const workload = workloadFrom(options);
  const stopping = interruptible(terminal, "stopping; the probe is taken away first (a second Ctrl-C leaves it to the next run)");
  const { probe } = options;
  const by = identityAt(request.at, "", void 0);
  const health = await withLiveWorld(
    options,
    (world) => terminal.progress("looking at the mesh", look(world, request, { probe, by, workload, stop: stopping.signal }))
  ).finally(stopping.end);
  if (options.output === "json") terminal.print(healthJson(health));
  else printChapters(terminal, options, healthChapters(health));
  if (health.checks.some(({ verdict }) => verdict === "failed")) return exitCodes.findings;
  return health.checks.some(({ verdict }) => verdict === "unknown") ? exitCodes.world : exitCodes.fine;
}
__name(verify, "verify");
async function studied(terminal, options) {
  const request = await requestFrom(options);
  return withLiveWorld(options, (world) => terminal.progress("reading the clusters and comparing", examine(world, request)));
}
__name(studied, "studied");
function printChapters(terminal, options, chapters) {
  if (chapters.length === 0) return;
  terminal.print(options.output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, looks(terminal)));
}
__name(printChapters, "printChapters");
function looks({ colour, width }) {
  return { colour, width };
}
__name(looks, "looks");
function worldCode({ live, problems }) {
  const isUnread = [...live.survey.clusters.values()].some(({ kind }) => kind === "unreachable");
  return isUnread || problems.length > 0 ? exitCodes.world : void 0;
}
__name(worldCode, "worldCode");
export {
  drift,
  planLive,
  status,
  verify
};
