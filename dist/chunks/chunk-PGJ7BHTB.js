import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  applyButton,
  headOf,
  planFacts,
  publishCheckRuns,
  unwritten,
  upsertComment
} from "./chunk-NGGVVAK4.js";
import {
  checkRuns,
  comment,
  markerStart,
  objections
} from "./chunk-4KRHMPIQ.js";
import {
  isRead
} from "./chunk-7YQB7X5X.js";
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

// src/shells/github/said.ts
function asShortfalls(shortfalls) {
  const lines = shortfalls.map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}
`);
  return lines.length === 0 ? "" : `> [!IMPORTANT]
${lines.join(">\n")}
`;
}
__name(asShortfalls, "asShortfalls");

// src/shells/github/check-runs.ts
var mostClusters = 20;
function checksOf(report, { failOn, folder }, { seal, room, objections: objections2, asks }) {
  const fails = exitCodeOf(report, failOn) !== exitCodes.fine || objections2.length > 0;
  const before = objections(objections2);
  const runs = checkRuns(report, { taken: room, objections: before });
  const clusters = runs.filter((run) => run.cluster !== void 0 && tells(report, run.cluster)).slice(0, mostClusters);
  return [...runs.filter((run) => run.cluster === void 0), ...clusters].map(
    ({ name, cluster, conclusion, title, summary, text, annotations }) => ({
      name: folder === "" ? name : `${name} [${folder}]`,
      conclusion: fails && cluster === void 0 ? "failure" : conclusion === "failure" && !fails ? "neutral" : conclusion,
      title,
      summary,
      text,
      ...seal === void 0 || cluster !== void 0 ? {} : { seal },
      ...asks === void 0 || cluster !== void 0 || fails ? {} : { asks },
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
  return row.isUnknown || error + warning + info > 0 || changes.some((count) => count > 0);
}
__name(tells, "tells");

// src/shells/github/plan-record.ts
var none = { seal: void 0, room: 0, note: void 0 };
function sealingOf({ connection, situation, wishes, study }) {
  const [key] = wishes.planKeys;
  if (key === void 0 || situation.kind !== "pull-request" || wishes.base !== void 0 || wishes.head !== void 0) return none;
  const plan = planFacts(study, { head: situation.head, base: situation.base });
  const repository = `${connection.owner}/${connection.repo}`.toLowerCase();
  const found = unwritten({ repository, pull: situation.number, folder: wishes.folder, plan }, key);
  const size = `The plan touches ${plan.clusters.size} clusters`;
  if (found === void 0) return { ...none, note: `${size}, too many to write down in a check run: only its commit can be approved.` };
  const { room, isWhole } = found;
  const note = isWhole ? void 0 : `${size} and is written down as a whole: an approval of it holds until anything changes in any of them.`;
  return { seal: found, room, note };
}
__name(sealingOf, "sealingOf");

// src/shells/github/touched.ts
function touchesMesh({ head, base, findings }) {
  if (base === void 0) return true;
  const named = new Set(findings.map(({ source }) => source?.file));
  const folders = [head, base].flatMap(({ mesh }) => (mesh?.clusters ?? []).flatMap(({ istio }) => chartFolder(istio.charts)));
  const isOfMesh = /* @__PURE__ */ __name((path) => isRead(path) || named.has(path) || folders.some((folder) => path.startsWith(folder)), "isOfMesh");
  return changed(head.tree, base.tree).some(isOfMesh);
}
__name(touchesMesh, "touchesMesh");
function chartFolder(source) {
  return source.kind === "path" ? [source.folder === "." ? "" : `${source.folder}/`] : [];
}
__name(chartFolder, "chartFolder");
function changed(head, base) {
  const before = new Map(base.entries.map((entry) => [entry.path, entry]));
  const others = head.entries.filter((entry) => {
    const was = before.get(entry.path);
    before.delete(entry.path);
    return was === void 0 || !isSame(entry, was);
  });
  return [...others.map(({ path }) => path), ...before.keys()];
}
__name(changed, "changed");
function isSame(entry, was) {
  if (entry.kind === "file" || was.kind === "file")
    return entry.kind === was.kind && "text" in entry && "text" in was && entry.text === was.text;
  return JSON.stringify(entry) === JSON.stringify(was);
}
__name(isSame, "isSame");

// src/shells/github/publish.ts
function shortfallOf(what, { message, remedy, code }) {
  return { what, why: message, remedy, isPassing: code === "github-unreachable" || code === "github-rate-limited" };
}
__name(shortfallOf, "shortfallOf");
async function publish(publication) {
  const { situation, wishes } = publication;
  if (situation.kind === "pull-request" && situation.isReadOnly) return readOnly(wishes);
  const shortfalls = [];
  const attempt = /* @__PURE__ */ __name(async (what, work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      shortfalls.push(shortfallOf(what, error));
      return void 0;
    }
  }, "attempt");
  const hasCheckRun = await attempt("The check runs", () => publishChecks(publication)) ?? false;
  const commentUrl = await attempt("The comment", () => publishComment(publication, hasCheckRun));
  return { hasCheckRun, commentUrl, shortfalls };
}
__name(publish, "publish");
function readOnly(wishes) {
  const wanted = [wishes.comment === "never" ? [] : ["the comment"], wishes.checkRun ? ["the check runs"] : []].flat();
  const shortfall = {
    what: wanted.join(" and ").replace(/^t/u, "T"),
    why: "This pull request comes from a fork, and under `pull_request` GitHub gives its jobs a token that can only read.",
    remedy: "Run Isthmus on `pull_request_target` instead: it reads the pull request as data and runs nothing of it.",
    isPassing: false
  };
  return { hasCheckRun: false, commentUrl: void 0, shortfalls: wanted.length === 0 ? [] : [shortfall] };
}
__name(readOnly, "readOnly");
async function publishChecks(publication) {
  const { connection, situation, wishes, report, objections: objections2, log } = publication;
  const shown = situation.kind === "pull-request" || situation.kind === "merge-group";
  if (!wishes.checkRun || !shown) return false;
  const sealing = sealingOf(publication);
  if (sealing.note !== void 0) log.say(sealing.note);
  await publishCheckRuns(connection, situation.head, checksOf(report, wishes, { ...sealing, objections: objections2, ...asksOf(publication) }));
  return true;
}
__name(publishChecks, "publishChecks");
function asksOf({ situation, study, hearsButtons }) {
  const isAsked = situation.kind === "pull-request" && hearsButtons && study.head.mesh?.apply === "onCommand" && study.plan.steps.length > 0;
  return isAsked ? { asks: { buttons: [applyButton(study.plan.digest.plan)], pull: situation.number } } : {};
}
__name(asksOf, "asksOf");
async function publishComment(publication, hasCheckRun) {
  const { connection, situation, wishes, report, links, log } = publication;
  if (situation.kind !== "pull-request" || wishes.comment === "never") return void 0;
  const checks = { name: "check runs", url: `${links.run.replace(/\/actions\/.*/u, "")}/pull/${situation.number}/checks` };
  const elsewhere = [...hasCheckRun ? [checks] : [], ...wishes.summary ? [{ name: "job summary", url: links.run }] : []];
  if (await isSuperseded(connection, situation.number, situation.head)) {
    log.say("The pull request has a newer commit by now; its own run writes the comment.");
    return void 0;
  }
  const own = markerOf(wishes.folder);
  const { url } = await upsertComment(connection, {
    pull: situation.number,
    marker: own === "" ? markerStart : own,
    body: `${own}${comment(report, { files: links.files, elsewhere, others: publication.rivals })}`,
    create: wishes.comment === "always" || report.verdict !== "nothing" || report.findings.some(wantsAnswer) && touchesMesh(publication.study)
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

export {
  shortfallOf,
  publish,
  asShortfalls
};
