import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  chartsFromOutside,
  createGitFiles
} from "./chunk-PKMA246P.js";
import {
  readFiles,
  readFolder
} from "./chunk-LISA627O.js";
import {
  createGitHubFiles,
  mergedAs,
  waiversOf
} from "./chunk-NGGVVAK4.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/files.ts
function createPlaceFiles(stores) {
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
__name(createPlaceFiles, "createPlaceFiles");
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

// src/shells/github/request.ts
async function requestFor(situation, wishes, { at, ...histories }) {
  const head = wishes.head ?? situation.head;
  const base = wishes.base ?? (situation.kind === "pull-request" ? await forkPoint(situation.base, head, histories) : situation.base);
  return {
    head: { kind: "commit", revision: head },
    base: base === void 0 ? void 0 : { kind: "commit", revision: base },
    ...trustedIn(situation),
    ...situation.defaultBranch === void 0 ? {} : { vouching: { kind: "commit", revision: situation.defaultBranch } },
    at,
    clusters: wishes.clusters
  };
}
__name(requestFor, "requestFor");
function trustedIn(situation) {
  if (situation.kind === "pull-request") return { trusted: { kind: "commit", revision: situation.base } };
  const isDecided = situation.kind === "push" && situation.isDefault || situation.kind === "schedule";
  return isDecided ? { trusted: { kind: "commit", revision: situation.head } } : {};
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

// src/shells/github/stage.ts
async function openStage(given) {
  const { place, wishes, situation } = given;
  const { world, local, github } = openRepository(given);
  const asked = await requestFor(situation, wishes, { local, github, log: given.desk, at: Date.now() });
  const request = { ...asked, ...await waiversFor(given) };
  return { ...given, connection: place.connection, world, request, links: linksTo(place, wishes, situation.head) };
}
__name(openStage, "openStage");
async function waiversFor({
  place,
  wishes,
  situation,
  desk
}) {
  if (wishes.planKeys.length === 0) return {};
  try {
    const pulls = await pullsOf({ place, situation });
    const all = pulls.map((pull) => waiversOf(place.connection, { pull, folder: wishes.folder }, wishes.planKeys));
    return { waivers: (await Promise.all(all)).flat() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    desk.warning(`Waivers could not be read, so none holds. ${error.message} ${error.remedy}`);
    return {};
  }
}
__name(waiversFor, "waiversFor");
async function pullsOf({ place, situation }) {
  switch (situation.kind) {
    case "pull-request":
      return [situation.number];
    case "merge-group":
      return situation.number === void 0 ? [] : [situation.number];
    case "push":
      return situation.isDefault ? mergedAs(place.connection, situation.head) : [];
    case "manual":
    case "schedule":
      return [];
  }
}
__name(pullsOf, "pullsOf");
function openRepository({ place, wishes, desk }) {
  const local = createGitFiles({ folder: place.folder });
  const github = createGitHubFiles(place.connection, { folder: wishes.folder });
  const files = createPlaceFiles({ local, github, log: desk });
  return { world: { files, charts: chartsFromOutside(wishes.chartLogins) }, local, github };
}
__name(openRepository, "openRepository");
function linksTo({ run, web }, { folder }, commit) {
  return { run, files: [web, "blob", commit, folder].filter(Boolean).join("/") };
}
__name(linksTo, "linksTo");

export {
  requestFor,
  openStage,
  openRepository,
  linksTo
};
