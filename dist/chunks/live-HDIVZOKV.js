import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  identityAt,
  interruptible,
  workloadFrom
} from "./chunk-QZLWB76O.js";
import "./chunk-H33SPOQG.js";
import {
  requestFrom
} from "./chunk-GEMCSJZ5.js";
import "./chunk-TSV4LWHI.js";
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
  return worldCode(study) ?? exitCodes.fine;
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
