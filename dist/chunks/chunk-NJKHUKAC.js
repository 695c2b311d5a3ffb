import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  asShortfalls,
  publish
} from "./chunk-PGJ7BHTB.js";
import {
  approvalsOf,
  notAsApproved,
  openPullsTo,
  overlapOf,
  planFacts,
  pullOf,
  reason,
  recordsOf,
  reviewsOf,
  withoutRecords
} from "./chunk-NGGVVAK4.js";
import {
  governing,
  json,
  objections,
  report,
  study,
  summary
} from "./chunk-4KRHMPIQ.js";
import {
  selected
} from "./chunk-7YQB7X5X.js";
import {
  defaultChatOps,
  idText
} from "./chunk-QO6EB2WJ.js";
import {
  exitCodeOf,
  exitCodes
} from "./chunk-5BSKLZ23.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/rules.ts
async function rulesAt(world, commit, { isSigned }) {
  const found = await governing(world, { kind: "commit", revision: commit });
  const chatops = found?.mesh.chatops ?? defaultChatOps;
  return {
    chatops: isSigned ? chatops : withoutRecords(chatops),
    mesh: found === void 0 ? nothing : factsOf(found.mesh, found.waves),
    commit
  };
}
__name(rulesAt, "rulesAt");
var nothing = { clusters: [], groups: /* @__PURE__ */ new Map(), waves: [], apply: "onMerge", maxDeletions: 0 };
function factsOf(mesh, waves) {
  const clusters = mesh.clusters.map(({ name }) => name);
  const numbers = [...new Set(waves.values())].sort((a, b) => a - b);
  return {
    clusters,
    groups: new Map([...mesh.groups].map(([name, selector]) => [name, selected(mesh, selector).map((cluster) => cluster.name)])),
    waves: numbers.map((number) => clusters.filter((name) => waves.get(name) === number)),
    apply: mesh.apply,
    maxDeletions: mesh.rollout.maxDeletions
  };
}
__name(factsOf, "factsOf");
function teamsIn({ grants }) {
  return [...new Set(grants.flatMap(({ holders }) => holders.teams))].sort();
}
__name(teamsIn, "teamsIn");

// src/shells/github/queue.ts
async function objectionsTo({ situation, connection, wishes, world, desk }, study2) {
  if (situation.kind !== "merge-group") return [];
  if (wishes.planKeys.length === 0) {
    desk.say("No `plan-key` is given: whether this is what was approved cannot be told, and is not looked at.");
    return [];
  }
  const { number, ref, head, base } = situation;
  if (number === void 0) return [reason("queue_without_pull_request", { ref })];
  const pull = await pullOf(connection, number);
  const plans = { pull: number, folder: wishes.folder, keys: wishes.planKeys };
  const [rules, records, reviews] = await Promise.all([
    // What the branch says now: what is in the queue before it has not been merged yet.
    rulesAt(world, pull.base, { isSigned: true }),
    recordsOf(connection, pull.head, plans),
    reviewsOf(connection, number)
  ]);
  const approvals = await approvalsOf(connection, reviews, plans);
  const plan = planFacts(study2, { head, base });
  return notAsApproved({ chatops: rules.chatops, pull, approvals, baseRef: pull.baseRef, plan, shown: records.at(-1)?.plan });
}
__name(objectionsTo, "objectionsTo");

// src/shells/github/rivals.ts
var mostLookedAt = 30;
async function rivalsOf({ situation, connection, wishes, place, desk }, study2) {
  if (situation.kind !== "pull-request" || situation.isReadOnly || situation.baseRef === void 0) return [];
  if (wishes.planKeys.length === 0 || wishes.comment === "never" || study2.plan.steps.length === 0) return [];
  const mine = planFacts(study2, { head: situation.head, base: situation.base });
  try {
    const open = await openPullsTo(connection, situation.baseRef, mostLookedAt);
    const others = open.filter(({ number }) => number !== situation.number).sort((a, b) => a.number - b.number);
    const rivals = [];
    for (const { number, head } of others) {
      const theirs = (await recordsOf(connection, head, { pull: number, folder: wishes.folder, keys: wishes.planKeys })).at(-1);
      const found = theirs === void 0 ? void 0 : overlapOf(study2.plan, mine, theirs.plan);
      if (found !== void 0)
        rivals.push({ pull: number, url: `${place.web}/pull/${number}`, clusters: found.clusters, objects: found.objects?.map(idText) });
    }
    return rivals;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    desk.warning(`Other open pull requests could not be looked at. ${error.message} ${error.remedy}`);
    return [];
  }
}
__name(rivalsOf, "rivalsOf");

// src/shells/github/tell.ts
async function tell({ wishes, desk, report: report2, links, published, objections: objections2 }) {
  const open = report2.findings.filter((finding) => finding.accepted === void 0);
  for (const finding of open) desk.say(asLine(finding));
  for (const { code, summary: text, remedy } of report2.problems) desk.error(`${text}
${remedy} [${code}]`);
  for (const shortfall of published.shortfalls) desk.missed(shortfall);
  if (!published.hasCheckRun) noteOnLines(desk, open, wishes.folder);
  for (const { said, next } of objections2.slice(0, mostNotes)) desk.error(`${said}
${next}`);
  const before = `${asShortfalls(published.shortfalls)}${objections(objections2) ?? ""}`;
  if (wishes.summary) await desk.summary(`${before}${summary(report2, { files: links.files, taken: Buffer.byteLength(before) })}`);
  const { error, warning } = count(open);
  await desk.result(json(report2));
  desk.output({ ...verdict(report2, wishes, objections2), "plan-digest": report2.plan.digest.plan });
  desk.output({ "comment-url": published.commentUrl ?? "", errors: String(error), warnings: String(warning) });
  desk.say(`Errors: ${error}, warnings: ${warning}; plan ${report2.plan.digest.plan.slice(0, 12)}.`);
}
__name(tell, "tell");
function asLine({ severity, source, message, remedy, rule }) {
  const place = source === void 0 ? "" : `${source.file}:${source.line}:${source.column} `;
  return `${severity}: ${place}${message} ${remedy} [${rule}]`;
}
__name(asLine, "asLine");
var mostNotes = 10;
function noteOnLines(desk, findings, folder) {
  for (const level of ["error", "warning"]) {
    for (const { source, rule, message, remedy } of findings.filter(({ severity }) => severity === level).slice(0, mostNotes)) {
      const file = source === void 0 ? "" : folder === "" ? source.file : `${folder}/${source.file}`;
      desk.note({ level, title: rule, message: `${message}
${remedy}`, file, line: source?.line ?? 0 });
    }
  }
}
__name(noteOnLines, "noteOnLines");
function count(findings) {
  const of = /* @__PURE__ */ __name((severity) => findings.filter((finding) => finding.severity === severity).length, "of");
  return { error: of("error"), warning: of("warning") };
}
__name(count, "count");
function verdict(report2, { failOn }, objections2) {
  const code = exitCodeOf(report2, failOn);
  if (code === exitCodes.world) return { decision: "unknown", "reason-code": "world_failed" };
  if (code !== exitCodes.fine) return { decision: "fail", "reason-code": "findings" };
  if (objections2.length > 0) return { decision: "fail", "reason-code": "not_approved" };
  return { decision: "pass", "reason-code": report2.verdict === "nothing" ? "no_changes" : "changes" };
}
__name(verdict, "verdict");

// src/shells/github/preview.ts
async function previewed(stage, beforehand = {}) {
  const { wishes, desk, links } = stage;
  const { report: report2, published, objections: objections2 } = await shown(stage, beforehand);
  await tell({ wishes, desk, report: report2, links, published, objections: objections2 });
  const code = exitCodeOf(report2, wishes.failOn);
  return code === exitCodes.fine && objections2.length > 0 ? exitCodes.findings : code;
}
__name(previewed, "previewed");
async function shown(stage, beforehand = {}) {
  const { place, wishes, desk, situation, connection, world, request, links } = stage;
  const hearsButtons = place.hearsButtons === true;
  const found = await study(world, request, beforehand);
  const told = report(found);
  const objections2 = await objectionsTo(stage, found);
  const rivals = await rivalsOf(stage, found);
  const published = await publish({
    rivals,
    connection,
    situation,
    wishes,
    study: found,
    report: told,
    objections: objections2,
    links,
    hearsButtons,
    log: desk
  });
  return { report: told, published, objections: objections2 };
}
__name(shown, "shown");

export {
  rulesAt,
  teamsIn,
  previewed,
  shown
};
