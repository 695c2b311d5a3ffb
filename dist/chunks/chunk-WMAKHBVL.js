import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  leadsForth
} from "./chunk-HB7YCJPW.js";
import {
  certsText
} from "./chunk-TSJCGOQM.js";
import {
  settle,
  settledMarkdown
} from "./chunk-MLDGCII4.js";
import {
  boardOfCommand,
  chaptersOf,
  createRows,
  giveReceipt,
  keyOf,
  performed,
  sinceOf,
  unlessHandedOn,
  urlOf,
  verdictOf
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
  linksTo,
  openRepository,
  openStage,
  requestFor
} from "./chunk-32P7UMIT.js";
import {
  rulesAt,
  shown,
  teamsIn
} from "./chunk-NJKHUKAC.js";
import {
  againstDeletions,
  approvalsOf,
  checksOn,
  decide,
  editReply,
  findReply,
  heldNow,
  isPartOfClusters,
  notPermitted,
  offers,
  parse,
  personOf,
  planAt,
  planFacts,
  pullOf,
  react,
  reason,
  recordsOf,
  replyTo,
  reviewsOf,
  shownBefore,
  startOf,
  tipOf,
  waiverText,
  waiversOf
} from "./chunk-NGGVVAK4.js";
import {
  answers,
  changedObject,
  chaptersWithin,
  driftChapters,
  effectChapters,
  effects,
  examine,
  examineDrift,
  explain,
  failure,
  healthChapters,
  heardChapters,
  held,
  help,
  keepFromChange,
  lastRunOf,
  leftChapters,
  letChange,
  liveChapters,
  look,
  markdown,
  planTree,
  planned,
  preview,
  rawChanges,
  refusals,
  report,
  routesChapters,
  standing,
  statusChapters,
  statusOf,
  study,
  tellToStop,
  trustOf,
  underWay,
  unreadChapters,
  verbatim,
  waivable,
  waivedText
} from "./chunk-4KRHMPIQ.js";
import {
  rules
} from "./chunk-7YQB7X5X.js";
import {
  atLeast,
  commands,
  idText
} from "./chunk-QO6EB2WJ.js";
import {
  exitCodeOf,
  exitCodeOfApplied,
  exitCodes
} from "./chunk-5BSKLZ23.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/reply.ts
var replyStart = "<!-- isthmus:reply ";
function createAnswering({ place: { connection }, desk }, { number, comment }) {
  const marker = `${replyStart}${keyOf(comment)} `;
  const where = { pull: number, marker, since: sinceOf(comment) };
  let reply;
  const write = /* @__PURE__ */ __name(async (state, text) => {
    const body = `${marker}${state} -->
${text}`;
    if (reply === void 0) {
      const { isNew, ...written } = await replyTo(connection, { ...where, body });
      reply = written;
      if (isNew) return written.url;
    }
    await editReply(connection, reply.id, body);
    return reply.url;
  }, "write");
  return {
    before: /* @__PURE__ */ __name(async () => {
      reply = await findReply(connection, where);
      if (reply === void 0) return void 0;
      return reply.body.startsWith(`${marker}begun`) ? "begun" : "answered";
    }, "before"),
    begin: /* @__PURE__ */ __name(async (text) => void await write("begun", text), "begin"),
    end: /* @__PURE__ */ __name((text) => write("answered", text), "end"),
    react: /* @__PURE__ */ __name(async (content) => {
      if (comment.button !== void 0) return;
      try {
        await react(connection, comment.id, content);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        desk.warning(`The reaction could not be written. ${error.message} ${error.remedy}`);
      }
    }, "react")
  };
}
__name(createAnswering, "createAnswering");

// src/shells/github/unmerged.ts
async function unmergedIn({ rules: rules2, place, repository, pull }, { clusters }, pullIn2) {
  if (rules2.mesh.apply !== "onCommand") return [];
  const found = [...clusters].flatMap(([cluster, seen]) => {
    const run = seen.kind === "surveyed" ? seen.ledger?.run : void 0;
    const number = run === void 0 ? void 0 : pullIn2(run.by);
    return run?.commit === void 0 || number === void 0 || number === pull.number ? [] : [{ cluster, number, commit: run.commit }];
  });
  const open = /* @__PURE__ */ new Map();
  for (const { number, commit } of found) {
    const key = `${number} ${commit}`;
    if (open.has(key)) continue;
    const isMerged = await repository.github.mergeBase(rules2.commit, commit) === commit;
    open.set(key, !isMerged && (await pullOf(place.connection, number)).state === "open");
  }
  return found.filter(({ number, commit }) => open.get(`${number} ${commit}`) === true).map(({ cluster, number }) => ({ cluster, kind: "unmerged", holder: `#${number}`, pull: number, until: Number.POSITIVE_INFINITY }));
}
__name(unmergedIn, "unmergedIn");

// src/shells/github/locks.ts
async function locksIn({ rules: rules2, place, repository, pull }, at) {
  if (rules2.mesh.clusters.length === 0) return [];
  const tip = { kind: "commit", revision: rules2.commit };
  const request = { head: tip, base: void 0, trusted: tip, at, clusters: [] };
  const seen = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => statusOf(world, request));
  const held2 = [...seen.clusters].flatMap(([cluster, survey]) => survey.kind === "surveyed" ? lockOf(cluster, survey, pull) : []);
  return [...held2, ...await unmergedIn({ rules: rules2, place, repository, pull }, seen, commentedOn)];
}
__name(locksIn, "locksIn");
function lockOf(cluster, seen, pull) {
  const { lock } = seen;
  const held2 = lock === void 0 ? [] : [{ cluster, kind: "person", holder: lock.holder, pull: lock.pull, until: lock.expiresAt }];
  return [...held2, ...leaseOf(cluster, seen, pull)];
}
__name(lockOf, "lockOf");
function leaseOf(cluster, { lease }, pull) {
  if (lease === void 0) return [];
  return [
    {
      cluster,
      kind: "run",
      holder: lease.holder,
      pull: isRunOf(pull, afterBy(lease.holder)) ? pull.number : pullIn(lease.holder),
      until: lease.expiresAt
    }
  ];
}
__name(leaseOf, "leaseOf");
function pullIn(holder) {
  return commentedOn(afterBy(holder));
}
__name(pullIn, "pullIn");
function isRunOf({ number, mergeCommit }, by) {
  return commentedOn(by) === number || mergeCommit !== void 0 && by.startsWith(`push of ${mergeCommit.slice(0, 7)} `);
}
__name(isRunOf, "isRunOf");
function isPush(by) {
  return commentedOn(by) === void 0;
}
__name(isPush, "isPush");
function commentedOn(by) {
  const found = /^\S+ on #(?<number>\d{1,9}) \(run /u.exec(by)?.groups?.["number"];
  return found === void 0 ? void 0 : Number(found);
}
__name(commentedOn, "commentedOn");
function afterBy(holder) {
  return /^\S+ by (?<by>.*)$/u.exec(holder)?.groups?.["by"] ?? "";
}
__name(afterBy, "afterBy");
function runBy(login, pull, attempt) {
  return `${login} on #${pull} (run ${attempt})`;
}
__name(runBy, "runBy");

// src/shells/github/plan-now.ts
async function baseOf({ pull, place }) {
  return pull.mergeCommit === void 0 ? pull.base : startOf(place.connection, pull.mergeCommit);
}
__name(baseOf, "baseOf");
async function situationOfPull({ pull, place, rules: rules2 }) {
  const { number, head, baseRef } = pull;
  return {
    kind: "pull-request",
    number,
    base: await baseOf({ pull, place }),
    head,
    baseRef,
    isReadOnly: false,
    defaultBranch: rules2.commit
  };
}
__name(situationOfPull, "situationOfPull");
async function requestOfPull({ pull, place, wishes: given, repository, rules: rules2, desk }, head) {
  const { local, github } = repository;
  const situation = await situationOfPull({ pull, place, rules: rules2 });
  const wishes = { base: void 0, head: void 0, clusters: [] };
  const request = await requestFor(situation, wishes, { local, github, log: desk, at: Date.now() });
  const waivers = await waiversOf(place.connection, { pull: pull.number, folder: given.folder }, given.planKeys);
  return { ...request, waivers, head: { kind: "commit", revision: head }, trusted: { kind: "commit", revision: rules2.commit } };
}
__name(requestOfPull, "requestOfPull");
async function planNow(errand, head) {
  const report3 = await preview(errand.repository.world, await requestOfPull(errand, head));
  return planFacts(report3, { head: errand.pull.head, base: errand.pull.base });
}
__name(planNow, "planNow");

// src/shells/github/commands/answer.ts
var room = 5e4;
function told(chapters) {
  return chaptersWithin(chapters, room);
}
__name(told, "told");
function notDone(text, reasons) {
  return {
    text: refusals([{ text, reasons }]),
    isNamed: true,
    code: exitCodes.fine,
    facts: { decision: "fail", "reason-code": reasons[0]?.code ?? "refused" }
  };
}
__name(notDone, "notDone");

// src/shells/github/progress.ts
var pause = 5e3;
function createProgress({ command, page, write, now }) {
  const rows = createRows();
  let last = 0;
  let writing = Promise.resolve();
  let isWriting = false;
  const text = /* @__PURE__ */ __name(() => underWay(rows.now(), { command, page }), "text");
  const show = /* @__PURE__ */ __name(() => {
    if (isWriting || now() - last < pause) return;
    last = now();
    isWriting = true;
    writing = write(text()).catch(problemOnly).finally(() => {
      isWriting = false;
    });
  }, "show");
  return {
    begin: /* @__PURE__ */ __name(async () => {
      last = now();
      await write(text());
    }, "begin"),
    watch: /* @__PURE__ */ __name((event) => {
      rows.watch(event);
      show();
    }, "watch"),
    end: /* @__PURE__ */ __name(() => writing, "end")
  };
}
__name(createProgress, "createProgress");
function problemOnly(error) {
  if (!(error instanceof Problem)) throw error;
}
__name(problemOnly, "problemOnly");

// src/shells/github/commands/carried-out.ts
async function carriedOut(task, { request, commit, by, permit, pace = {}, movedSince: movedSince2 = /* @__PURE__ */ __name(() => [], "movedSince") }) {
  const { place, wishes, desk, repository, answering, command, comment } = task;
  const stop = task.stop();
  const progress = createProgress({ command: command.text, page: place.run, write: answering.begin, now: Date.now });
  await progress.begin();
  const scene = { place, wishes, desk, world: repository.world, request };
  let withdrawn = [];
  const confirmed = /* @__PURE__ */ __name(async () => {
    const now = await task.askAgain();
    const again = decide(command, now);
    withdrawn = [...movedSince2(now.pull), ...again.kind === "refused" ? again.reasons : []].slice(0, 1);
    return withdrawn.length === 0;
  }, "confirmed");
  const { done, shortfalls } = await performed(scene, {
    commit,
    by,
    permit,
    pace,
    onBehalfOf: comment.login,
    confirm: confirmed,
    board: boardOfCommand(task),
    stop,
    watch: progress.watch
  }).finally(progress.end);
  if (withdrawn.length > 0) return notDone(command.text, withdrawn);
  const code = exitCodeOfApplied(done);
  const isOver = code === exitCodes.fine || done.run?.stopSign !== void 0 || command.verb === "rollback";
  unlessHandedOn(stop, { isOver });
  const receipts = await giveReceipt(task, done, {
    pull: task.pull.number,
    key: keyOf(comment),
    since: sinceOf(comment),
    asked: urlOf(comment, { web: place.web, pull: task.pull.number })
  });
  const facts = {
    ...verdictOf(done, { code, isStopped: stop.aborted || done.run?.stopSign !== void 0 }),
    "plan-digest": done.study.plan.digest.plan
  };
  const open = [...shortfalls, ...receipts].map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}
`).join("");
  return { text: `${open}${told(chaptersOf(done))}`, code, facts };
}
__name(carriedOut, "carriedOut");

// src/shells/github/commands/apply.ts
async function carryOutApply(task) {
  const { command, pull, rules: rules2, asked, clusters, comment, place } = task;
  const { flags } = command;
  const isMerged = pull.mergeCommit !== void 0;
  if (!isMerged && !await holdsBase(task)) return notDone(command.text, [reason("behind_base", { base: pull.base.slice(0, 7) })]);
  const head = isMerged ? rules2.commit : pull.head;
  const approvedClusters = asked.plan === void 0 ? void 0 : await digestsOf(task, asked.plan, head);
  if (approvedClusters === void 0 || asked.plan === void 0) return notDone(command.text, [stale()]);
  const permit = {
    trigger: "command",
    confirmedDeletions: flags.prune,
    force: false,
    snapshotCharts: false,
    approved: void 0,
    approvedClusters
  };
  const request = { ...await requestOfPull(task, head), part: { clusters, lastWave: flags.wave, ...stagesIn(command) } };
  const unconfirmed = await deletionsOfPart(task, request);
  if (unconfirmed.length > 0) return notDone(command.text, unconfirmed);
  return carriedOut(task, {
    request,
    commit: head,
    by: runBy(comment.login, pull.number, place.attempt),
    permit,
    pace: paceOf(flags),
    movedSince: /* @__PURE__ */ __name((now) => movedSince(pull, now), "movedSince")
  });
}
__name(carryOutApply, "carryOutApply");
async function deletionsOfPart({ command, asked, repository }, request) {
  const mayDelete = command.flags.prune !== void 0 || [...asked.plan?.clusters.values() ?? []].some(({ deletions }) => deletions > 0);
  if (!isPartOfClusters(command) || !mayDelete || command.flags["dry-run"] === true) return [];
  const { plan } = await study(repository.world, request);
  return againstDeletions(command.flags.prune, plan.deletions, asked.mesh.maxDeletions);
}
__name(deletionsOfPart, "deletionsOfPart");
function movedSince(then, now) {
  const from = /* @__PURE__ */ __name((before, after) => ({ planned: before.slice(0, 7), now: after.slice(0, 7) }), "from");
  if (then.head !== now.head) return [reason("head_moved", from(then.head, now.head))];
  return then.state === "open" && then.base !== now.base ? [reason("base_moved", from(then.base, now.base))] : [];
}
__name(movedSince, "movedSince");
async function holdsBase({ pull, repository }) {
  return await repository.github.mergeBase(pull.base, pull.head) === pull.base;
}
__name(holdsBase, "holdsBase");
async function digestsOf(task, planned2, head) {
  const isWhole = [...planned2.clusters.values()].every(({ digest }) => digest !== planned2.digest);
  const plan = isWhole ? planned2 : await planNow(task, head);
  if (plan.digest !== planned2.digest) return void 0;
  return new Map([...plan.clusters].flatMap(([name, { digest }]) => digest === plan.digest ? [] : [[name, digest]]));
}
__name(digestsOf, "digestsOf");
var stagesBy = {
  certs: ["namespaces", "certificates"],
  install: ["namespaces", "install", "gateways", "discovery"],
  routing: ["namespaces", "config"]
};
function stagesIn({ targets }) {
  const named = targets.flatMap((target) => target.kind === "stage" ? stagesBy[target.stage] : []);
  return named.length === 0 ? {} : { stages: [...new Set(named)] };
}
__name(stagesIn, "stagesIn");
function stale() {
  return reason("plan_changed", {});
}
__name(stale, "stale");
function paceOf(flags) {
  return {
    ...flags.soak === void 0 ? {} : { soakSeconds: flags.soak },
    ...flags["max-parallel"] === void 0 ? {} : { mostClusters: flags["max-parallel"] },
    ...flags["dry-run"] === true ? { isRehearsal: true } : {}
  };
}
__name(paceOf, "paceOf");

// src/shells/github/commands/requests.ts
function requestOfDefault({ rules: rules2, asked }, clusters) {
  const tip = { kind: "commit", revision: rules2.commit };
  return { head: tip, base: void 0, trusted: tip, at: asked.at, clusters: restriction(clusters, asked.mesh.clusters) };
}
__name(requestOfDefault, "requestOfDefault");
function restriction(clusters, all) {
  return all.every((name) => clusters.includes(name)) ? [] : clusters;
}
__name(restriction, "restriction");

// src/shells/github/commands/diff.ts
var room2 = 5e4;
async function answerDiff(task) {
  const { clusters, asked, wishes, place, desk } = task;
  const situation = await situationOfPull(task);
  const { request } = await openStage({
    place,
    desk,
    situation,
    wishes: { ...wishes, base: void 0, head: void 0, clusters: restriction(clusters, asked.mesh.clusters) }
  });
  return { text: await textOf(task, request), code: exitCodes.fine };
}
__name(answerDiff, "answerDiff");
async function textOf({ command, pull, wishes, place, repository: { world } }, request) {
  const { object, flags } = command;
  const effective = /* @__PURE__ */ __name(async () => told(effectChapters((await effects(world, request)).filter(decidedBy(object)))), "effective");
  if (flags.raw === true) {
    const raw = rawChanges(await study(world, request), object, { most: room2 });
    return flags.effective === true ? `${raw}
${await effective()}` : raw;
  }
  if (flags.effective === true) return effective();
  const report3 = await preview(world, request);
  if (object !== void 0) return changedObject(report3, object, { most: room2 });
  return markdown(report3, { view: "diff", files: linksTo(place, wishes, pull.head).files, budget: room2 });
}
__name(textOf, "textOf");
function decidedBy(object) {
  if (object === void 0) return () => true;
  const name = `${object.namespace === void 0 ? "" : `${object.namespace}/`}${object.name}`;
  const isMeant = /* @__PURE__ */ __name((text) => {
    const [kind = "", full = ""] = text.split(" ");
    return kind.toLowerCase() === object.kind && (full === name || full.endsWith(`/${name}`));
  }, "isMeant");
  return ({ before = [], after = [] }) => [...before, ...after].some((decider) => isMeant(idText(decider.object)));
}
__name(decidedBy, "decidedBy");

// src/shells/github/commands/drift.ts
async function answerDrift(task) {
  const choices = choicesOf(task);
  return choices.length === 0 ? report2(task) : propose(task, choices);
}
__name(answerDrift, "answerDrift");
function choicesOf({ command: { flags } }) {
  return [...flags.adopt === true ? ["adopt"] : [], ...flags.restore === true ? ["restore"] : []];
}
__name(choicesOf, "choicesOf");
async function report2(task) {
  const { place, repository } = task;
  const study2 = await withLiveWorld(
    { folder: place.folder, world: repository.world },
    (world) => examine(world, requestOfDefault(task, task.clusters))
  );
  return answerOf(task, study2, []);
}
__name(report2, "report");
async function propose(task, choices) {
  const { place, repository, rules: rules2, situation, wishes, asked } = task;
  const clusters = restriction(task.clusters, asked.mesh.clusters);
  const { study: study2, adoption } = await withLiveWorld(
    { folder: place.folder, world: repository.world },
    (world) => examineDrift(world, requestOfDefault(task, []), clusters)
  );
  const settled = [];
  const matter = { study: study2, adoption, clusters, defaultBranch: situation.defaultBranch, base: rules2.commit, isAsked: true };
  for (const choice of choices) settled.push(await settle({ place, wishes }, choice, matter));
  const answer = answerOf(task, study2, choices.includes("adopt") ? leftChapters(adoption.left) : []);
  return { ...answer, text: `${settledMarkdown(settled)}
${answer.text}` };
}
__name(propose, "propose");
function answerOf(task, study2, more) {
  const isRead = [...study2.live.survey.clusters.values()].every(({ kind }) => kind === "surveyed") && study2.problems.length === 0;
  const found = study2.live.drift.filter(({ cluster }) => task.clusters.includes(cluster));
  const none = { heading: [{ kind: "plain", text: "No drift: nobody changed what Isthmus wrote." }], tone: "good", lines: [] };
  const chapters = [...more, ...driftChapters(found), ...found.length === 0 && isRead ? [none] : [], ...unreadChapters(study2)];
  if (!isRead) return { text: told(chapters), code: exitCodes.world, facts: { decision: "unknown", "reason-code": "incomplete" } };
  return {
    text: told(chapters),
    code: exitCodes.fine,
    facts: { decision: "pass", "reason-code": found.length > 0 ? "drift" : "answered" }
  };
}
__name(answerOf, "answerOf");

// src/shells/github/commands/explain.ts
async function answerExplain(task) {
  const { command, clusters, asked, pull, repository } = task;
  const host = command.host ?? "";
  const request = { ...await requestOfPull(task, pull.head), clusters: restriction(clusters, asked.mesh.clusters) };
  const hosts = await explain(repository.world, request, host);
  return { text: told(routesChapters(host, hosts, { isCompared: request.base !== void 0 })), code: exitCodes.fine };
}
__name(answerExplain, "answerExplain");

// src/shells/github/commands/help.ts
async function answerHelp({ asked }) {
  return { text: help(offers(asked)), code: exitCodes.fine };
}
__name(answerHelp, "answerHelp");

// src/shells/github/commands/look.ts
async function answerVerify(task) {
  const { clusters, wishes, comment } = task;
  const request = requestOfDefault(task, []);
  const stop = new AbortController().signal;
  const probe = wishes.verify === "probe";
  const by = { id: runId(request.at), by: `@${comment.login}` };
  const health = await live(task, (world) => look(world, request, { probe, by, workload: {}, stop }));
  const seen = { ...health, checks: health.checks.filter(({ cluster }) => clusters.includes(cluster)) };
  const isFailed = seen.checks.some(({ verdict }) => verdict === "failed");
  const isUnknown = seen.checks.some(({ verdict }) => verdict === "unknown");
  const code = isFailed ? exitCodes.findings : isUnknown ? exitCodes.world : exitCodes.fine;
  return { text: told(healthChapters(seen)), code, facts: factsOf(code, "unhealthy") };
}
__name(answerVerify, "answerVerify");
async function answerCerts(task) {
  const request = requestOfDefault(task, task.clusters);
  const clusters = await live(task, (world) => trustOf(world, request, { renew: false }));
  const code = clusters.some(({ verdict }) => verdict.kind === "unknown") ? exitCodes.world : exitCodes.fine;
  return { text: verbatim(certsText(clusters, request.at)), code, facts: factsOf(code, "") };
}
__name(answerCerts, "answerCerts");
async function clusterStatus(errand) {
  if (errand.asked.mesh.clusters.length === 0) return [];
  return statusChapters(await live(errand, (world) => statusOf(world, requestOfDefault(errand, []))));
}
__name(clusterStatus, "clusterStatus");
function live({ place, repository }, work) {
  return withLiveWorld({ folder: place.folder, world: repository.world }, work);
}
__name(live, "live");
function factsOf(code, failed) {
  if (code === exitCodes.world) return { decision: "unknown", "reason-code": "incomplete" };
  return code === exitCodes.fine ? { decision: "pass", "reason-code": "answered" } : { decision: "fail", "reason-code": failed };
}
__name(factsOf, "factsOf");

// src/shells/github/commands/outside.ts
async function carryOutStop(task) {
  const { command, comment } = task;
  const why = command.flags.reason;
  const sign = { kind: command.verb, by: comment.login, ...why === void 0 ? {} : { reason: why } };
  return said(task, "stop", (world, request) => tellToStop(world, request, sign));
}
__name(carryOutStop, "carryOutStop");
async function carryOutLock(task) {
  const { command, comment, asked, pull } = task;
  const { ttl, reason: why } = command.flags;
  const lock = { holder: comment.login, since: asked.at, expiresAt: asked.at + ttl * 1e3, reason: why, pull: pull.number };
  return said(task, "hold", (world, request) => keepFromChange(world, request, lock));
}
__name(carryOutLock, "carryOutLock");
async function carryOutUnlock(task) {
  return said(task, "release", letChange);
}
__name(carryOutUnlock, "carryOutUnlock");
async function said(task, deed, say) {
  const { command, clusters, place, repository } = task;
  if (clusters.length === 0) return notDone(command.text, [reason("nothing_targeted", { known: "nothing" })]);
  const request = { ...requestOfDefault(task, []), clusters };
  const heard2 = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => say(world, request));
  const text = told(heardChapters({ deed, heard: heard2 }));
  if (heard2.every(({ result }) => typeof result === "string")) return { text, code: exitCodes.fine };
  return { text, code: exitCodes.world, facts: { decision: "unknown", "reason-code": "incomplete" } };
}
__name(said, "said");

// src/shells/github/commands/plan.ts
var room3 = 45e3;
async function answerPlan(task) {
  const { command, clusters, asked, pull, wishes, place, desk, repository } = task;
  const situation = await situationOfPull(task);
  const stage = await openStage({
    place,
    desk,
    situation,
    wishes: { ...wishes, base: void 0, head: void 0, clusters: [], comment: "always" }
  });
  const { report: whole, published } = await shown(stage);
  const changed = [...new Set(whole.plan.steps.flatMap((step) => step.clusters))].sort();
  const parts = [planned(whole, published.commentUrl), held(heldNow(changed, asked))];
  for (const shortfall of published.shortfalls) desk.missed(shortfall);
  const wanted = { ...stage.request, clusters: restriction(clusters, asked.mesh.clusters) };
  const options = { files: linksTo(place, wishes, pull.head).files, budget: room3 };
  if (command.flags.live === true && pull.isFork && pull.state !== "merged") {
    parts.push(refusals([{ text: command.text, reasons: [reason("fork_offline", {})] }]));
  } else if (command.flags.live === true) {
    const study2 = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => examine(world, wanted));
    const now = report(study2);
    parts.push(markdown(now, { ...options, view: "diff" }), told(liveChapters(study2)));
  } else if (wanted.clusters.length > 0 || command.flags.full === true) {
    parts.push(markdown(await preview(repository.world, wanted), options));
  }
  if (command.flags.full === true) parts.push(verbatim(planTree(whole.plan, whole.hiddenSteps)));
  const code = exitCodeOf(whole, wishes.failOn);
  const facts = { "plan-digest": whole.plan.digest.plan };
  if (code === exitCodes.fine) return { text: parts.join("\n"), code, facts: { ...facts, decision: "pass", "reason-code": "answered" } };
  const isKnown = code === exitCodes.findings;
  return {
    text: parts.join("\n"),
    code: isKnown ? exitCodes.fine : code,
    facts: { ...facts, decision: isKnown ? "fail" : "unknown", "reason-code": isKnown ? "findings" : "world_failed" }
  };
}
__name(answerPlan, "answerPlan");

// src/shells/github/commands/surveyed.ts
function surveyed(task) {
  return withLiveWorld({ folder: task.place.folder, world: task.repository.world }, (world) => statusOf(world, requestOfDefault(task, [])));
}
__name(surveyed, "surveyed");

// src/shells/github/commands/resume.ts
async function carryOutResume(task) {
  const { command, pull, rules: rules2, asked, comment, place } = task;
  const seen = await surveyed(task);
  const last = lastRunOf(seen);
  const isOurs = last !== void 0 && isRunOf(pull, last.run.by);
  if (!isOurs || last.run.commit === void 0 || last.isWhole) return notDone(command.text, [reason("nothing_to_resume", {})]);
  const held2 = heldBy(last.run.id, seen);
  const refused2 = notPermitted(command.verb, held2, asked);
  if (refused2.length > 0) return notDone(command.text, refused2);
  await letGo(last.run.id, seen);
  const head = { kind: "commit", revision: last.run.commit };
  const trusted = { kind: "commit", revision: rules2.commit };
  const base = { kind: "commit", revision: last.previous?.commit ?? rules2.commit };
  const permit = { trigger: "command", confirmedDeletions: void 0, force: false, snapshotCharts: false, approved: void 0 };
  return carriedOut(task, {
    request: {
      head,
      base,
      trusted,
      at: asked.at,
      clusters: [],
      ...isPush(last.run.by) ? {} : { part: { lastWave: void 0, ...last.run.part, clusters: held2 } }
    },
    commit: last.run.commit,
    by: runBy(comment.login, pull.number, place.attempt),
    permit
  });
}
__name(carryOutResume, "carryOutResume");
function heldBy(run, { clusters }) {
  const held2 = [...clusters].filter(([, seen]) => {
    if (seen.kind !== "surveyed") return false;
    return seen.ledger?.run.id === run || seen.lease?.holder.startsWith(`${run} `) === true;
  });
  return held2.map(([name]) => name).sort();
}
__name(heldBy, "heldBy");
async function letGo(run, { clusters }) {
  const held2 = [...clusters.values()].flatMap((seen) => {
    const lease = seen.kind === "surveyed" ? seen.lease : void 0;
    return seen.kind === "surveyed" && lease?.holder.startsWith(`${run} `) === true ? [lease.expiresAt - seen.server.clockSkewMs] : [];
  });
  const left = Math.max(0, ...held2) - systemClock.now();
  if (left > 0) await systemClock.sleep(Math.min(left + marginMs, longestMs));
}
__name(letGo, "letGo");
var marginMs = 1e3;
var longestMs = 6e4;

// src/shells/github/commands/rollback.ts
async function carryOutRollback(task) {
  const { command, clusters, pull, rules: rules2, asked, comment, place, isAgain, repository } = task;
  if (isAgain) return notDone(command.text, [reason("begun_before", {})]);
  const isPart = typeof command.wave === "number";
  if (isPart && clusters.length === 0) return notDone(command.text, [reason("nothing_targeted", { known: changedBy(asked) })]);
  const seen = await surveyed(task);
  const last = lastRunOf(isPart ? only(seen, clusters) : seen);
  const to = last?.previous;
  const why = noWay(last === void 0, to, command.flags.to);
  if (why !== void 0 || to?.commit === void 0) return notDone(command.text, [reason("no_way_back", { why: why ?? "" })]);
  const at = { kind: "commit", revision: to.commit };
  const trusted = { kind: "commit", revision: rules2.commit };
  const request = {
    head: at,
    base: { kind: "commit", revision: last?.run.commit ?? rules2.commit },
    trusted,
    at: asked.at,
    clusters: [],
    ...await leadsForth(repository.github, last?.run.commit, to.commit) ? {} : { isBack: true },
    ...isPart ? { part: { clusters, lastWave: void 0 } } : {}
  };
  const permit = { trigger: "command", confirmedDeletions: void 0, force: false, snapshotCharts: false, approved: void 0 };
  return carriedOut(task, { request, commit: to.commit, by: runBy(comment.login, pull.number, place.attempt), permit });
}
__name(carryOutRollback, "carryOutRollback");
function changedBy({ plan }) {
  return [...plan?.clusters.keys() ?? []].sort().join(", ") || "nothing";
}
__name(changedBy, "changedBy");
function only(survey, names) {
  return { ...survey, clusters: new Map([...survey.clusters].filter(([name]) => names.includes(name))) };
}
__name(only, "only");
function noWay(isNew, to, wanted) {
  if (isNew) return "no cluster has a ledger, so nothing was applied yet";
  if (to === void 0) return "no ledger knows a run before the last one that ended well";
  if (to.commit === void 0) return "the run before was made from a folder, not from a commit";
  if (wanted !== void 0 && !to.planDigest.startsWith(wanted))
    return `the run before was of commit ${to.commit.slice(0, 7)}, not of ${wanted}`;
  return void 0;
}
__name(noWay, "noWay");

// src/shells/github/commands/status.ts
async function answerStatus(task) {
  const { asked } = task;
  const [apply] = parse("/isthmus apply", { shortForm: false }).commands;
  const decision = apply === void 0 ? void 0 : decide(apply, asked);
  const about = standing(asked.pull, {
    plan: asked.plan?.digest,
    reasons: decision?.kind === "refused" ? decision.reasons : [],
    approvals: asked.approvals.map(({ login }) => login),
    isBoundToPlan: asked.chatops.approvals.bind === "planDigest"
  });
  const isReader = atLeast(asked.person.permission, "triage") || asked.pull.isPrivate && atLeast(asked.person.permission, "read");
  const clusters = isReader ? told(await clusterStatus(task)) : "";
  return { text: `${about}
${clusters}`, code: exitCodes.fine };
}
__name(answerStatus, "answerStatus");

// src/shells/github/commands/waive.ts
var never = /* @__PURE__ */ new Set(["document", "api-server", "webhook"]);
var daysWithoutDate = 30;
async function carryOutWaive(task) {
  const { command, comment, wishes, place, pull, repository, asked } = task;
  const rule = command.rule ?? "";
  const [key] = wishes.planKeys;
  const entry = Object.hasOwn(rules, rule) ? rules[rule] : void 0;
  if (entry === void 0) return notDone(command.text, [reason("rule_unknown", { rule })]);
  if (never.has(entry.layer)) return notDone(command.text, [reason("rule_not_waived", { rule })]);
  if (key === void 0) return notDone(command.text, [reason("waiver_unsigned", {})]);
  const until = command.flags.until ?? dayAfter(asked.at, daysWithoutDate);
  if (until < dayAfter(asked.at, 0)) return notDone(command.text, [reason("waiver_past", { until })]);
  const found = await study(repository.world, await requestOfPull(task, pull.head));
  const covered = found.findings.filter((finding) => finding.rule === rule && isOpen(finding));
  if (covered.length === 0) return notDone(command.text, [reason("nothing_to_waive", { rule })]);
  const findings = [...new Set(covered.map((finding) => waivable(finding, found.plan.digest)))];
  const waiver = { rule, reason: command.flags.reason, by: comment.login, until, findings };
  const hidden = waiverText(place.connection, { pull: pull.number, folder: wishes.folder, comment: comment.id }, waiver, key);
  return { text: `${waivedText(covered, waiver)}${hidden}`, code: exitCodes.fine };
}
__name(carryOutWaive, "carryOutWaive");
function isOpen({ accepted, severity }) {
  return accepted === void 0 && severity !== "info";
}
__name(isOpen, "isOpen");
function dayAfter(at, days) {
  return new Date(at + days * 864e5).toISOString().slice(0, 10);
}
__name(dayAfter, "dayAfter");

// src/shells/github/commands/index.ts
async function carryOut(task) {
  const { command } = task;
  switch (command.verb) {
    case "help":
      return answerHelp(task);
    case "plan":
      return answerPlan({ ...task, command });
    case "diff":
      return answerDiff({ ...task, command });
    case "status":
      return answerStatus({ ...task, command });
    case "verify":
      return answerVerify({ ...task, command });
    case "drift":
      return answerDrift({ ...task, command });
    case "certs":
      return answerCerts({ ...task, command });
    case "apply":
      return carryOutApply({ ...task, command });
    case "rollback":
      return carryOutRollback({ ...task, command });
    case "resume":
      return carryOutResume({ ...task, command });
    case "pause":
    case "cancel":
      return carryOutStop({ ...task, command });
    case "lock":
      return carryOutLock({ ...task, command });
    case "unlock":
      return carryOutUnlock({ ...task, command });
    case "explain":
      return answerExplain({ ...task, command });
    case "waive":
      return carryOutWaive({ ...task, command });
  }
}
__name(carryOut, "carryOut");

// src/shells/github/facts.ts
var aboutPlan = /* @__PURE__ */ new Set(["apply", "pause", "resume", "cancel", "rollback", "waive", "status"]);
var aboutLocks = /* @__PURE__ */ new Set(["apply", "resume", "rollback", "lock", "unlock", "plan"]);
var aboutReview = /* @__PURE__ */ new Set(["apply", "status"]);
async function factsFor(verbs, conversation, { at, isHeld = false }) {
  const { rules: rules2, pull, situation, place } = conversation;
  const { connection } = place;
  const { chatops, mesh } = rules2;
  const { login, isBot } = situation.comment;
  const wants = /* @__PURE__ */ __name((about) => verbs.some((verb) => about.has(verb)), "wants");
  const [person, plan, approvals, checks, locks] = await Promise.all([
    personOf(connection, login, { isBot, teams: teamsIn(chatops) }),
    wants(aboutPlan) ? planFor(conversation) : void 0,
    wants(aboutReview) ? reviewsOf(connection, pull.number).then((reviews) => approvalsOf(connection, reviews, plansOf(conversation))) : [],
    wants(aboutReview) ? checksOn(connection, pull.head, { except: [] }) : [],
    // No cluster is looked at for what a fork proposes.
    wants(aboutLocks) && !isHeld && (!pull.isFork || pull.state === "merged") ? locksIn(conversation, at) : noLocks
  ]);
  for (const team of person.unreadTeams)
    conversation.desk.warning(`Team ${team}: this token may not see its members, or there is no such team. ${login} counts as not in it.`);
  return { chatops, mesh, person, pull, plan, approvals, checks, locks, at };
}
__name(factsFor, "factsFor");
var noLocks = [];
function plansOf({ pull, wishes }) {
  return { pull: pull.number, folder: wishes.folder, keys: wishes.planKeys };
}
__name(plansOf, "plansOf");
async function planFor(conversation) {
  const { pull, wishes, place, situation } = conversation;
  const written = situation.comment.at;
  if (wishes.planKeys.length > 0) return planAt(await recordsOf(place.connection, pull.head, plansOf(conversation)), written)?.plan;
  if (!await shownBefore(place.connection, pull.head, { folder: wishes.folder, before: written })) return void 0;
  return planNow(conversation, pull.head);
}
__name(planFor, "planFor");

// src/shells/github/respond.ts
async function respond(conversation) {
  const { place, desk, wishes, situation, pull, said: said2, answering } = conversation;
  const { comment } = situation;
  const verbs = said2.commands.map(({ verb }) => verb);
  const asked = await factsFor(verbs, conversation, { at: Date.now() });
  const lines = said2.misread.map(misread);
  for (const command of said2.commands) lines.push(await lineFor(command, conversation, asked));
  lines.sort((a, b) => a.line - b.line);
  const url = urlOf(comment, { web: place.web, pull: pull.number });
  const text = answers(lines, { login: comment.login, url, page: place.run });
  const commentUrl = await answering.end(text);
  await answering.react(lines.every((line) => line.code === exitCodes.fine && line.facts.decision === "pass") ? "rocket" : "confused");
  if (wishes.summary)
    await desk.summary(
      lines.map(({ text: written, body }) => answers([{ text: written, body }], { login: comment.login, url, page: place.run })).join("\n")
    );
  const worst = lines.toSorted((a, b) => b.code - a.code || rank(b) - rank(a))[0];
  desk.output({ ...worst?.facts, "comment-url": commentUrl });
  return worst?.code ?? exitCodes.fine;
}
__name(respond, "respond");
function rank({ facts }) {
  return facts.decision === "pass" ? 0 : 1;
}
__name(rank, "rank");
function misread({ line, text, reason: reason2 }) {
  return refused(line, text, [reason2]);
}
__name(misread, "misread");
function refused(line, text, reasons) {
  const facts = { decision: "fail", "reason-code": reasons[0]?.code ?? "refused" };
  return { line, text, body: refusals([{ text, reasons }]), isNamed: true, code: exitCodes.fine, facts };
}
__name(refused, "refused");
async function lineFor(command, conversation, asked) {
  const { line, text } = command;
  const decision = decide(command, asked);
  if (decision.kind === "refused") return refused(line, text, decision.reasons);
  const branch = conversation.situation.defaultBranch;
  if (commands[command.verb].does === "sets" && conversation.pull.baseRef !== branch)
    return refused(line, text, [reason("not_default_branch", { branch })]);
  const askAgain = /* @__PURE__ */ __name(async () => {
    const pull = await pullOf(conversation.place.connection, conversation.pull.number);
    return factsFor([command.verb], { ...conversation, pull }, { at: Date.now(), isHeld: true });
  }, "askAgain");
  const errand = { ...conversation, comment: conversation.situation.comment, asked, askAgain };
  try {
    const { text: body, isNamed = false, code, facts } = await carryOut({ ...errand, command, clusters: decision.clusters });
    return { line, text, body, isNamed, code, facts: facts ?? { decision: "pass", "reason-code": "answered" } };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { line, text, body: failure(error), code: exitCodes.world, facts: { decision: "unknown", "reason-code": "world_failed" } };
  }
}
__name(lineFor, "lineFor");

// src/shells/github/heard.ts
async function heard(hearing) {
  const { desk, place, situation, wishes } = hearing;
  const { number, comment } = situation;
  if (isEmpty(parse(comment.body, { shortForm: true }))) return nothing(hearing, "The comment asks Isthmus for nothing.");
  if (comment.isBot && comment.body.startsWith(replyStart)) return nothing(hearing, "The comment is one of our own.");
  const answering = createAnswering(hearing, situation);
  const isOurs = !comment.isBot && !isEmpty(parse(comment.body, { shortForm: false }));
  if (isOurs) await answering.react("eyes");
  const repository = openRepository(hearing);
  const pull = await pullOf(place.connection, number);
  const rules2 = await rulesAt(repository.world, await tipOfDefault(hearing, pull), { isSigned: wishes.planKeys.length > 0 }).catch(
    problemOnly2
  );
  if (rules2 instanceof Problem) return withoutRules(hearing, answering, rules2);
  if (comment.isBot && !rules2.chatops.bots.includes(comment.login))
    return nothing(hearing, "The comment is a bot's, and the mesh does not name it.");
  const said2 = parse(comment.body, rules2.chatops);
  if (isEmpty(said2)) return nothing(hearing, "The comment asks Isthmus for nothing: this mesh wants `/isthmus` before a command.");
  if (!isOurs) await answering.react("eyes");
  const before = await answering.before();
  if (before === "answered") return nothing(hearing, "The comment was answered already.");
  desk.say(`Heard ${said2.commands.length + said2.misread.length} lines of ${keyOf(comment)} that speak to Isthmus.`);
  return respond({ ...hearing, repository, pull, rules: rules2, said: said2, answering, isAgain: before === "begun" });
}
__name(heard, "heard");
async function tipOfDefault({ place, situation }, { base, baseRef }) {
  return baseRef === situation.defaultBranch ? base : tipOf(place.connection, situation.defaultBranch);
}
__name(tipOfDefault, "tipOfDefault");
async function withoutRules(hearing, answering, why) {
  const { desk, place, situation } = hearing;
  const { comment, number } = situation;
  if (comment.isBot) return nothing(hearing, "The comment is a bot's, and the mesh that could name it cannot be read.");
  desk.error(`${why.message}
${why.remedy} [${why.code}]`);
  if (await answering.before() !== "answered") {
    const url = urlOf(comment, { web: place.web, pull: number });
    const [line] = parse(comment.body, { shortForm: true }).commands;
    await answering.end(answers([{ text: line?.text ?? "/isthmus", body: failure(why) }], { login: comment.login, url, page: place.run }));
    await answering.react("confused");
  }
  desk.output({ decision: "unknown", "reason-code": "world_failed" });
  return exitCodes.world;
}
__name(withoutRules, "withoutRules");
function problemOnly2(error) {
  if (error instanceof Problem) return error;
  throw error;
}
__name(problemOnly2, "problemOnly");
function isEmpty({ commands: commands2, misread: misread2 }) {
  return commands2.length + misread2.length === 0;
}
__name(isEmpty, "isEmpty");
function nothing({ desk }, why) {
  desk.say(`${why} There is nothing to do.`);
  desk.output({ decision: "pass", "reason-code": "nothing_to_do" });
  return exitCodes.fine;
}
__name(nothing, "nothing");

export {
  heard
};
