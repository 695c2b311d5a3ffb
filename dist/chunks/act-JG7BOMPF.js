import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  UsageError
} from "./chunk-VXGAUNNG.js";
import {
  asShortfalls,
  connect,
  createGitHubFiles,
  headOf,
  publishCheckRuns,
  upsertComment,
  writeResult
} from "./chunk-UXZ7YIKU.js";
import {
  checkRuns,
  comment,
  createCharts,
  createGitFiles,
  json,
  markerStart,
  preview,
  proxyFromEnvironment,
  summary
} from "./chunk-X7RHFW63.js";
import {
  readFiles,
  readFolder
} from "./chunk-VUALIOFN.js";
import "./chunk-5WJTI7LD.js";
import "./chunk-HALKKMCF.js";
import "./chunk-VES7BNRI.js";
import {
  exitCodeOf,
  exitCodes
} from "./chunk-XDVMQMTQ.js";
import "./chunk-3TNDABRU.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-V4KPR5TD.js";
import {
  Secret,
  isObject,
  textAt,
  valueAt
} from "./chunk-LMQGA3FU.js";
import {
  problem
} from "./chunk-DOMCM5IR.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/action/event.ts
import { readFile } from "node:fs/promises";
async function readSituation(env) {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const event = await readEvent(env.GITHUB_EVENT_PATH ?? "");
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(event, name === "pull_request");
    case "push":
      return push(event);
    case "merge_group":
      return { kind: "merge-group", base: commitAt(event, "merge_group", "base_sha"), head: commitAt(event, "merge_group", "head_sha") };
    case "workflow_dispatch":
      return { kind: "manual", base: void 0, head: commitOf(env.GITHUB_SHA, "GITHUB_SHA") };
    default:
      throw new UsageError(
        `The event \`${name}\` is not one Isthmus works on. Use pull_request_target, pull_request, push, merge_group or workflow_dispatch.`
      );
  }
}
__name(readSituation, "readSituation");
async function readEvent(file) {
  if (file === "") throw problem("event-unreadable", { why: "GITHUB_EVENT_PATH is not set" });
  try {
    const event = JSON.parse(await readFile(file, "utf8"));
    if (isObject(event)) return event;
  } catch (error) {
    throw problem("event-unreadable", { why: error instanceof SyntaxError ? "it is not JSON" : "the file cannot be read" }, error);
  }
  throw problem("event-unreadable", { why: "it is not a JSON object" });
}
__name(readEvent, "readEvent");
function pullRequest(event, hasForkToken) {
  if (textAt(event, "action") === "closed") return { kind: "nothing", why: "The pull request is closed." };
  const number = valueAt(event, ["pull_request", "number"]);
  if (typeof number !== "number" || !Number.isInteger(number)) throw problem("event-unreadable", { why: "pull_request.number is missing" });
  const isFork = textAt(event, "pull_request", "head", "repo", "full_name") !== textAt(event, "pull_request", "base", "repo", "full_name");
  return {
    kind: "pull-request",
    number,
    base: commitAt(event, "pull_request", "base", "sha"),
    head: commitAt(event, "pull_request", "head", "sha"),
    isReadOnly: isFork && hasForkToken
  };
}
__name(pullRequest, "pullRequest");
var nowhere = "0".repeat(40);
function push(event) {
  const head = commitAt(event, "after");
  if (head === nowhere) return { kind: "nothing", why: "The push deleted a branch." };
  const before = commitAt(event, "before");
  const branch = textAt(event, "repository", "default_branch");
  const isDefault = branch !== void 0 && textAt(event, "ref") === `refs/heads/${branch}`;
  return { kind: "push", base: before === nowhere ? void 0 : before, head, isDefault };
}
__name(push, "push");
function commitAt(event, ...path) {
  return commitOf(textAt(event, ...path), path.join("."));
}
__name(commitAt, "commitAt");
function commitOf(text, name) {
  if (text === void 0 || !/^[0-9a-f]{40}$/u.test(text)) throw problem("event-unreadable", { why: `${name} is not a commit id` });
  return text;
}
__name(commitOf, "commitOf");

// src/shells/action/check-runs.ts
var mostClusters = 20;
function checksOf(report, { failOn, folder }) {
  const fails = exitCodeOf(report, failOn) !== exitCodes.fine;
  const runs = checkRuns(report);
  const clusters = runs.filter((run2) => run2.cluster !== void 0 && tells(report, run2.cluster)).slice(0, mostClusters);
  return [...runs.filter((run2) => run2.cluster === void 0), ...clusters].map(
    ({ name, cluster, conclusion, title, summary: summary2, text, annotations }) => ({
      name: folder === "" ? name : `${name} [${folder}]`,
      conclusion: fails && cluster === void 0 ? "failure" : conclusion === "failure" && !fails ? "neutral" : conclusion,
      title,
      summary: summary2,
      text,
      annotations: annotations.flat().map((note) => ({ ...note, path: folder === "" ? note.path : `${folder}/${note.path}` }))
    })
  );
}
__name(checksOf, "checksOf");
function tells(report, cluster) {
  const row = report.clusters.find(({ name }) => name === cluster);
  if (row === void 0) return false;
  const { error, warning, info } = row.findings;
  const changes = Object.values(row.stages).flatMap((counts) => Object.values(counts));
  return row.isUnknown || error + warning + info > 0 || changes.some((count2) => count2 > 0);
}
__name(tells, "tells");

// src/shells/action/publish.ts
async function publish(publication) {
  const { situation, inputs } = publication;
  if (situation.kind === "pull-request" && situation.isReadOnly) return readOnly(inputs);
  const shortfalls = [];
  const attempt = /* @__PURE__ */ __name(async (what, work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      shortfalls.push({ what, why: error.message, remedy: error.remedy });
      return void 0;
    }
  }, "attempt");
  const hasCheckRun = await attempt("The check runs", () => publishChecks(publication)) ?? false;
  const commentUrl = await attempt("The comment", () => publishComment(publication, hasCheckRun));
  return { hasCheckRun, commentUrl, shortfalls };
}
__name(publish, "publish");
function readOnly(inputs) {
  const wanted = [inputs.comment === "never" ? [] : ["the comment"], inputs.checkRun ? ["the check runs"] : []].flat();
  const shortfall = {
    what: wanted.join(" and ").replace(/^t/u, "T"),
    why: "This pull request comes from a fork, and under `pull_request` GitHub gives its jobs a token that can only read.",
    remedy: "Run Isthmus on `pull_request_target` instead: it reads the pull request as data and runs nothing of it."
  };
  return { hasCheckRun: false, commentUrl: void 0, shortfalls: wanted.length === 0 ? [] : [shortfall] };
}
__name(readOnly, "readOnly");
async function publishChecks({ connection, situation, inputs, report }) {
  const shown = situation.kind === "pull-request" || situation.kind === "merge-group";
  if (!inputs.checkRun || !shown) return false;
  await publishCheckRuns(connection, situation.head, checksOf(report, inputs));
  return true;
}
__name(publishChecks, "publishChecks");
async function publishComment(publication, hasCheckRun) {
  const { connection, situation, inputs, report, links, log } = publication;
  if (situation.kind !== "pull-request" || inputs.comment === "never") return void 0;
  const checks = { name: "check runs", url: `${links.run.replace(/\/actions\/.*/u, "")}/pull/${situation.number}/checks` };
  const elsewhere = [...hasCheckRun ? [checks] : [], ...inputs.summary ? [{ name: "job summary", url: links.run }] : []];
  if (await isSuperseded(connection, situation.number, situation.head)) {
    log.say("The pull request has a newer commit by now; its own run writes the comment.");
    return void 0;
  }
  const own = markerOf(inputs.folder);
  const { url } = await upsertComment(connection, {
    pull: situation.number,
    marker: own === "" ? markerStart : own,
    body: `${own}${comment(report, { files: links.files, elsewhere })}`,
    create: inputs.comment === "always" || report.verdict !== "nothing" || report.findings.some(wantsAnswer)
  });
  return url;
}
__name(publishComment, "publishComment");
function wantsAnswer({ severity, accepted }) {
  return accepted === void 0 && severity !== "info";
}
__name(wantsAnswer, "wantsAnswer");
async function isSuperseded(connection, pull, head) {
  const now = await headOf(connection, pull);
  return now !== void 0 && now !== head;
}
__name(isSuperseded, "isSuperseded");
function markerOf(folder) {
  return folder === "" ? "" : `<!-- isthmus:folder ${encodeURIComponent(folder).replaceAll("-", "%2D")} -->
`;
}
__name(markerOf, "markerOf");

// src/shells/action/stage.ts
import { join } from "node:path";

// src/shells/action/files.ts
function createActionFiles(stores) {
  return {
    read: /* @__PURE__ */ __name((ref) => {
      switch (ref.kind) {
        case "commit":
          return readCommit(stores, ref.revision);
        case "folder":
          return readFolder(ref.folder);
        case "files":
          return readFiles(ref.files);
      }
    }, "read")
  };
}
__name(createActionFiles, "createActionFiles");
async function readCommit({ local, github, log }, revision) {
  if (!/^[0-9a-f]{40}$/u.test(revision)) return github.read(revision);
  try {
    const tree2 = await local.read(revision);
    log.say(`Commit ${revision.slice(0, 7)}: ${tree2.entries.length} files read from the local clone.`);
    return tree2;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  const tree = await github.read(revision);
  log.say(`Commit ${revision.slice(0, 7)}: ${tree.entries.length} files read from GitHub.`);
  return tree;
}
__name(readCommit, "readCommit");

// src/shells/action/request.ts
async function requestFor(situation, inputs, { at, ...histories }) {
  const head = inputs.head ?? situation.head;
  const base = inputs.base ?? (situation.kind === "pull-request" ? await forkPoint(situation.base, head, histories) : situation.base);
  return {
    head: { kind: "commit", revision: head },
    base: base === void 0 ? void 0 : { kind: "commit", revision: base },
    ...trustedIn(situation),
    at,
    clusters: inputs.clusters
  };
}
__name(requestFor, "requestFor");
function trustedIn(situation) {
  if (situation.kind === "pull-request") return { trusted: { kind: "commit", revision: situation.base } };
  return situation.kind === "push" && situation.isDefault ? { trusted: { kind: "commit", revision: situation.head } } : {};
}
__name(trustedIn, "trustedIn");
async function forkPoint(base, head, { local, github, log }) {
  const found = await github.mergeBase(base, head).catch(problemOnly) ?? await local.mergeBase(base, head);
  if (found !== void 0) return found;
  log.say(`Nobody knows where ${head.slice(0, 7)} left its base; comparing with the tip of the base branch, ${base.slice(0, 7)}.`);
  return base;
}
__name(forkPoint, "forkPoint");
function problemOnly(error) {
  if (!(error instanceof Problem)) throw error;
}
__name(problemOnly, "problemOnly");

// src/shells/action/stage.ts
async function openStage({
  env,
  inputs,
  runner,
  situation
}) {
  const place = placeOf(env, inputs);
  const connection = connect(place);
  const folder = join(env["GITHUB_WORKSPACE"] ?? ".", inputs.folder);
  const local = createGitFiles({ folder });
  const github = createGitHubFiles(connection, { folder: inputs.folder });
  const world = { files: createActionFiles({ local, github, log: runner }), charts: createCharts({ proxy: proxyFromEnvironment() }) };
  const request = await requestFor(situation, inputs, { local, github, log: runner, at: Date.now() });
  const links = { run: place.run, files: [place.web, "blob", situation.head, inputs.folder].filter(Boolean).join("/") };
  return { env, inputs, runner, situation, connection, world, request, links, folder };
}
__name(openStage, "openStage");
function placeOf(env, inputs) {
  if (inputs.token === "") throw new UsageError("Input `github-token` is empty. Leave it out: the job's own token is its default.");
  const [owner, repo] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  if (!owner || !repo)
    throw new UsageError("GITHUB_REPOSITORY is not set: Isthmus runs as an Action inside a workflow; on a laptop use the command line.");
  const web = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${owner}/${repo}`;
  return {
    token: new Secret(inputs.token),
    apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
    owner,
    repo,
    web,
    run: `${web}/actions/runs/${env["GITHUB_RUN_ID"] ?? ""}`
  };
}
__name(placeOf, "placeOf");

// src/shells/action/tell.ts
async function tell({ env, inputs, runner, report, links, published }) {
  const open = report.findings.filter((finding) => finding.accepted === void 0);
  for (const finding of open) runner.say(asLine(finding));
  for (const { code, summary: text, remedy } of report.problems) runner.error(`${text}
${remedy} [${code}]`);
  for (const { what, why, remedy } of published.shortfalls) runner.warning(`${what} could not be written. ${why} ${remedy}`);
  if (!published.hasCheckRun) noteOnLines(runner, open, inputs.folder);
  if (inputs.summary) await runner.summary(`${asShortfalls(published.shortfalls)}${summary(report, { files: links.files })}`);
  const { error, warning } = count(open);
  runner.output({ ...verdict(report, inputs), result: await writeResult(env, json(report)), "plan-digest": report.plan.digest.plan });
  runner.output({ "comment-url": published.commentUrl ?? "", errors: String(error), warnings: String(warning) });
  runner.say(`Errors: ${error}, warnings: ${warning}; plan ${report.plan.digest.plan.slice(0, 12)}.`);
}
__name(tell, "tell");
function asLine({ severity, source, message, remedy, rule }) {
  const place = source === void 0 ? "" : `${source.file}:${source.line}:${source.column} `;
  return `${severity}: ${place}${message} ${remedy} [${rule}]`;
}
__name(asLine, "asLine");
var mostNotes = 10;
function noteOnLines(runner, findings, folder) {
  for (const level of ["error", "warning"]) {
    for (const { source, rule, message, remedy } of findings.filter(({ severity }) => severity === level).slice(0, mostNotes)) {
      const file = source === void 0 ? "" : folder === "" ? source.file : `${folder}/${source.file}`;
      runner.note({ level, title: rule, message: `${message}
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
function verdict(report, { failOn }) {
  const code = exitCodeOf(report, failOn);
  if (code === exitCodes.world) return { decision: "unknown", "reason-code": "world_failed" };
  if (code !== exitCodes.fine) return { decision: "fail", "reason-code": "findings" };
  return { decision: "pass", "reason-code": report.verdict === "nothing" ? "no_changes" : "changes" };
}
__name(verdict, "verdict");

// src/shells/action/act.ts
async function run(env, inputs, runner) {
  const situation = await readSituation(env);
  if (situation.kind === "nothing") {
    runner.say(`${situation.why} There is nothing to do.`);
    runner.output({ decision: "pass", "reason-code": "nothing_to_do" });
    return exitCodes.fine;
  }
  const stage = await openStage({ env, inputs, runner, situation });
  if (situation.kind !== "push" || !situation.isDefault || !inputs.apply) return previewed(stage);
  const { applied } = await import("./apply-W4QWNEA7.js");
  return applied(stage);
}
__name(run, "run");
async function previewed({ env, inputs, runner, situation, connection, world, request, links }) {
  const report = await preview(world, request);
  const published = await publish({ connection, situation, inputs, report, links, log: runner });
  await tell({ env, inputs, runner, report, links, published });
  return exitCodeOf(report, inputs.failOn);
}
__name(previewed, "previewed");
export {
  run
};
