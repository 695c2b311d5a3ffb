import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  changePull,
  dropBranch,
  openPullFrom,
  pullFrom,
  putBranch,
  upsertComment
} from "./chunk-NGGVVAK4.js";
import {
  adoptionText,
  driftFacts,
  restorationRecord,
  restorationText
} from "./chunk-4KRHMPIQ.js";
import {
  sha256
} from "./chunk-PSXKQZTB.js";
import {
  canonical
} from "./chunk-SNTM2N2I.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/drift/told.ts
var said = {
  opened: "is open",
  updated: "was brought up to date",
  unchanged: "says just this already",
  foreign: "holds commits of others, and is left as it is",
  declined: "was closed by somebody, and nothing has changed since",
  closed: "was closed, because nothing is left to decide",
  unsure: "is left as it is, because not all clusters were looked at",
  nothing: "is not needed: there is nothing that it could hold"
};
var names = { adopt: "The pull request that takes over what is live", restore: "The pull request that puts back what Git says" };
function settledChapters(settled) {
  return settled.map(({ choice, kind, url }) => {
    const where = url === void 0 ? [] : [{ kind: "plain", text: ": " }, { kind: "code", text: url }];
    return { heading: [{ kind: "plain", text: `${names[choice]} ${said[kind]}` }, ...where], tone: "plain", lines: [] };
  });
}
__name(settledChapters, "settledChapters");
function settledMarkdown(settled) {
  return settled.map(({ choice, kind, number, url }) => `${names[choice]} ${said[kind]}${url === void 0 ? "" : `: [#${number}](${url})`}.
`).join("\n");
}
__name(settledMarkdown, "settledMarkdown");

// src/shells/github/drift/choice.ts
var recordFile = "drift/restored.md";
function contentOf(choice, { study, adoption, clusters }) {
  const mesh = study.head.mesh;
  if (mesh === void 0) return void 0;
  if (choice === "adopt") {
    if (adoption.files.length === 0) return void 0;
    const digest2 = sha256(canonical(adoption.files.map(({ path, text }) => [path, text])));
    return { title: `${mesh.name}: take over what is live`, text: adoptionText(study, adoption), files: adoption.files, digest: digest2 };
  }
  const drift = study.live.drift.filter(({ cluster }) => clusters.length === 0 || clusters.includes(cluster));
  if (drift.length === 0) return void 0;
  const files = [{ path: recordFile, text: restorationRecord(study, drift, study.request.at) }];
  const digest = sha256(canonical(driftFacts(study, drift)));
  return { title: `${mesh.name}: put back what Git says`, text: restorationText(study, drift, mesh.apply), files, digest };
}
__name(contentOf, "contentOf");

// src/shells/github/drift/settle.ts
async function settle(scene, choice, matter) {
  const { connection } = scene.place;
  const branch = `isthmus/drift/${matter.study.head.mesh?.name ?? "mesh"}/${choice}`;
  const content = contentOf(choice, matter);
  const before = await pullFrom(connection, branch);
  const outcome = /* @__PURE__ */ __name((kind, pull = before) => ({
    choice,
    kind,
    number: pull?.number,
    url: pull?.url
  }), "outcome");
  if (content === void 0) return outcome(await withNothing(scene, { branch, before, matter }), before);
  const marker = markerOf(choice, content.digest);
  const isOpen = before?.state === "open";
  if (before !== void 0 && !isOpen && !before.isMerged && !matter.isAsked && before.body.startsWith(marker)) return outcome("declined");
  const files = content.files.map(({ path, text }) => ({ path: [scene.wishes.folder, path].filter(Boolean).join("/"), text }));
  const state = await putBranch(connection, {
    name: branch,
    base: matter.base,
    files,
    subject: content.title,
    body: wordsOf(choice),
    digest: content.digest,
    mayStay: isOpen || before?.isMerged !== true
  });
  if (state === "foreign") {
    if (isOpen) await note(scene, before, told.foreign);
    return outcome("foreign");
  }
  const body = `${marker}${content.text}`;
  if (!isOpen) return outcome("opened", await openPullFrom(connection, { branch, base: matter.defaultBranch, title: content.title, body }));
  return outcome(await refreshed(scene, before, { content, body, isNew: state !== "unchanged" }));
}
__name(settle, "settle");
async function withNothing(scene, { branch, before, matter }) {
  if (before?.state !== "open") return "nothing";
  if (matter.clusters.length > 0 || !isAllRead(matter)) return "unsure";
  await note(scene, before, told.gone);
  await changePull(scene.place.connection, before.number, { state: "closed" });
  await dropBranch(scene.place.connection, { name: branch, base: matter.base });
  return "closed";
}
__name(withNothing, "withNothing");
async function refreshed(scene, before, { content, body, isNew }) {
  const isSame = before.title === content.title && before.body.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd();
  if (!isNew && isSame) return "unchanged";
  if (!isSame) await changePull(scene.place.connection, before.number, { title: content.title, body });
  if (isNew) await note(scene, before, told.updated);
  return "updated";
}
__name(refreshed, "refreshed");
async function note({ place }, { number }, text) {
  const marker = "<!-- isthmus:drift-note -->\n";
  await upsertComment(place.connection, { pull: number, marker, body: `${marker}${text} <sub>[run](${place.run})</sub>
`, create: true });
}
__name(note, "note");
var told = {
  updated: "What the clusters hold has changed since: this pull request was brought up to date.",
  foreign: "Others have written to this branch, so Isthmus leaves it as it is. To have it made anew, delete the branch and give `/drift` again.",
  gone: "Nothing is left to decide here: the clusters hold what Git says, or nothing of what differs can be taken over."
};
function markerOf(choice, digest) {
  return `<!-- isthmus:drift ${choice} ${digest} -->
`;
}
__name(markerOf, "markerOf");
function wordsOf(choice) {
  return choice === "adopt" ? "What was changed in the clusters, taken over." : "What was changed in the clusters is put back; this says so.";
}
__name(wordsOf, "wordsOf");
function isAllRead({ study }) {
  return study.problems.length === 0 && [...study.live.survey.clusters.values()].every(({ kind }) => kind === "surveyed");
}
__name(isAllRead, "isAllRead");

export {
  settle,
  settledChapters,
  settledMarkdown
};
