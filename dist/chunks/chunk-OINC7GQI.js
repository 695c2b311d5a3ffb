import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  certsText
} from "./chunk-RF3XMZY4.js";
import {
  chaptersOf,
  performed,
  verdictOf
} from "./chunk-ZCJUYYJ2.js";
import {
  runId
} from "./chunk-TSV4LWHI.js";
import {
  withLiveWorld
} from "./chunk-CAK5HNS5.js";
import {
  linksTo,
  openRepository,
  openStage,
  requestFor,
  rulesAt,
  shown,
  teamsIn
} from "./chunk-Z5Y2BEBX.js";
import {
  approvalsOf,
  checksOn,
  decide,
  editReply,
  findReply,
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
  tipOf
} from "./chunk-K5KDUG4E.js";
import {
  answers,
  changedObject,
  chaptersWithin,
  driftChapters,
  examine,
  explain,
  failure,
  healthChapters,
  heardChapters,
  help,
  keepFromChange,
  lastRunOf,
  letChange,
  liveChapters,
  look,
  markdown,
  planTree,
  planned,
  preview,
  refusals,
  report,
  routesChapters,
  standing,
  statusChapters,
  statusOf,
  tellToStop,
  trustOf,
  underWay,
  unreadChapters,
  verbatim
} from "./chunk-WTOXDTDD.js";
import {
  atLeast,
  commands
} from "./chunk-32VELDKD.js";
import {
  exitCodeOf,
  exitCodeOfApplied,
  exitCodes
} from "./chunk-W6JRDVNY.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/reply.ts
var replyStart = "<!-- isthmus:reply ";
function createAnswering({ place: { connection }, desk }, { number, comment }) {
  const marker = `${replyStart}comment=${comment.id} `;
  const where = { pull: number, marker, since: comment.at };
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

// src/shells/github/commands/answer.ts
var room = 5e4;
function told(chapters) {
  return chaptersWithin(chapters, room);
}
__name(told, "told");
function notYet(text, part, next) {
  return notDone(text, [reason("not_done_yet", { part, next })]);
}
__name(notYet, "notYet");
function notDone(text, reasons) {
  return {
    text: refusals([{ text, reasons }]),
    isNamed: true,
    code: exitCodes.fine,
    facts: { decision: "fail", "reason-code": reasons[0]?.code ?? "refused" }
  };
}
__name(notDone, "notDone");

// src/shells/github/locks.ts
async function locksIn({ rules, place, repository }, at) {
  if (rules.mesh.clusters.length === 0) return [];
  const tip = { kind: "commit", revision: rules.commit };
  const request = { head: tip, base: void 0, trusted: tip, at, clusters: [] };
  const seen = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => statusOf(world, request));
  return [...seen.clusters].flatMap(([cluster, survey]) => survey.kind === "surveyed" ? lockOf(cluster, survey) : []);
}
__name(locksIn, "locksIn");
function lockOf(cluster, seen) {
  const { lock } = seen;
  const held = lock === void 0 ? [] : [{ cluster, kind: "person", holder: lock.holder, pull: lock.pull, until: lock.expiresAt }];
  return [...held, ...leaseOf(cluster, seen)];
}
__name(lockOf, "lockOf");
function leaseOf(cluster, { lease }) {
  if (lease === void 0) return [];
  return [{ cluster, kind: "run", holder: lease.holder, pull: pullIn(lease.holder), until: lease.expiresAt }];
}
__name(leaseOf, "leaseOf");
function pullIn(holder) {
  const found = /^\S+ by \S+ on #(?<number>\d{1,9}) \(run /u.exec(holder)?.groups?.["number"];
  return found === void 0 ? void 0 : Number(found);
}
__name(pullIn, "pullIn");
function runBy(login, pull, attempt) {
  return `${login} on #${pull} (run ${attempt})`;
}
__name(runBy, "runBy");

// src/shells/github/plan-now.ts
async function baseOf({ pull, place }) {
  return pull.mergeCommit === void 0 ? pull.base : startOf(place.connection, pull.mergeCommit);
}
__name(baseOf, "baseOf");
async function situationOfPull({ pull, place, rules }) {
  const { number, head } = pull;
  return { kind: "pull-request", number, base: await baseOf({ pull, place }), head, isReadOnly: false, defaultBranch: rules.commit };
}
__name(situationOfPull, "situationOfPull");
async function requestOfPull({ pull, place, repository, rules, desk }, head) {
  const { local, github } = repository;
  const situation = await situationOfPull({ pull, place, rules });
  const wishes = { base: void 0, head: void 0, clusters: [] };
  const request = await requestFor(situation, wishes, { local, github, log: desk, at: Date.now() });
  return { ...request, head: { kind: "commit", revision: head }, trusted: { kind: "commit", revision: rules.commit } };
}
__name(requestOfPull, "requestOfPull");
async function planNow(errand, head) {
  const report2 = await preview(errand.repository.world, await requestOfPull(errand, head));
  return planFacts(report2, { head: errand.pull.head, base: errand.pull.base });
}
__name(planNow, "planNow");

// src/shells/github/progress.ts
var pause = 5e3;
function createProgress({ command, page, write, now }) {
  const rows = /* @__PURE__ */ new Map();
  let last = 0;
  let writing = Promise.resolve();
  let isWriting = false;
  const text = /* @__PURE__ */ __name(() => underWay(
    [...rows].sort(byName).map(([cluster, row]) => ({ cluster, ...row })),
    { command, page }
  ), "text");
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
      for (const cluster of clustersOf(event)) rows.set(cluster, after(rows.get(cluster), event));
      show();
    }, "watch"),
    end: /* @__PURE__ */ __name(() => writing, "end")
  };
}
__name(createProgress, "createProgress");
function clustersOf(event) {
  switch (event.kind) {
    case "step-started":
    case "waiting":
      return event.clusters;
    case "step-ended":
      return event.outcome.clusters;
    case "wrote":
    case "soaking":
      return [];
  }
}
__name(clustersOf, "clustersOf");
function after(before = { passed: 0, open: 0, at: "" }, event) {
  switch (event.kind) {
    case "step-started":
      return { ...before, at: event.step };
    case "waiting":
      return { ...before, at: `${event.step}: ${event.what}` };
    case "step-ended": {
      const isPassed = event.outcome.verdict.kind === "done" || event.outcome.verdict.kind === "unchanged";
      return { passed: before.passed + (isPassed ? 1 : 0), open: before.open + (isPassed ? 0 : 1), at: event.outcome.step };
    }
    case "wrote":
    case "soaking":
      return before;
  }
}
__name(after, "after");
function byName([a], [b]) {
  return a < b ? -1 : 1;
}
__name(byName, "byName");
function problemOnly(error) {
  if (!(error instanceof Problem)) throw error;
}
__name(problemOnly, "problemOnly");

// src/shells/github/commands/carried-out.ts
async function carriedOut(task, { request, commit, by, permit, pace = {} }) {
  const { place, wishes, desk, repository, answering, command, comment } = task;
  const stop = task.stop();
  const progress = createProgress({ command: command.text, page: place.run, write: answering.begin, now: Date.now });
  await progress.begin();
  const scene = { place, wishes, desk, world: repository.world, request };
  const { done, shortfalls } = await performed(scene, {
    commit,
    by,
    permit,
    pace,
    onBehalfOf: comment.login,
    stop,
    watch: progress.watch
  }).finally(progress.end);
  const code = exitCodeOfApplied(done);
  const facts = { ...verdictOf(done, { code, isStopped: stop.aborted }), "plan-digest": done.study.plan.digest.plan };
  const open = shortfalls.map(({ what, why, remedy }) => `> **${what} could not be written.** ${why} ${remedy}
`).join("");
  return { text: `${open}${told(chaptersOf(done))}`, code, facts };
}
__name(carriedOut, "carriedOut");

// src/shells/github/commands/apply.ts
async function carryOutApply(task) {
  const { command, pull, rules, asked, clusters, comment, place } = task;
  const { flags } = command;
  if (command.targets.some(({ kind }) => kind === "stage"))
    return notDone(command.text, [reason("not_done_yet", { part: "stage:", next: "Name clusters, or `--wave`." })]);
  const isMerged = pull.mergeCommit !== void 0;
  if (!isMerged && !await holdsBase(task)) return notDone(command.text, [reason("behind_base", { base: pull.base.slice(0, 7) })]);
  const head = isMerged ? rules.commit : pull.head;
  const approvedClusters = asked.plan === void 0 ? void 0 : await digestsOf(task, asked.plan, head);
  if (approvedClusters === void 0 || asked.plan === void 0) return notDone(command.text, [stale()]);
  const again = decide(command, await task.askAgain());
  if (again.kind === "refused") return notDone(command.text, again.reasons);
  const permit = {
    trigger: "command",
    confirmedDeletions: flags.prune,
    force: false,
    snapshotCharts: false,
    approved: void 0,
    approvedClusters
  };
  const request = { ...await requestOfPull(task, head), part: { clusters, lastWave: flags.wave } };
  return carriedOut(task, { request, commit: head, by: runBy(comment.login, pull.number, place.attempt), permit, pace: paceOf(flags) });
}
__name(carryOutApply, "carryOutApply");
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
function requestOfDefault({ rules, asked }, clusters) {
  const tip = { kind: "commit", revision: rules.commit };
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
  const { command, clusters, asked, pull, wishes, place, desk, repository } = task;
  const { raw, effective } = command.flags;
  if (raw === true) return notYet(command.text, "--raw", "`/diff` compares by meaning; the pull request's own page shows the lines.");
  if (effective === true) return notYet(command.text, "--effective", "`/explain HOST` tells what decides about a host, before and after.");
  const situation = await situationOfPull(task);
  const { request } = await openStage({
    place,
    desk,
    situation,
    wishes: { ...wishes, base: void 0, head: void 0, clusters: restriction(clusters, asked.mesh.clusters) }
  });
  const report2 = await preview(repository.world, request);
  const { object } = command;
  const text = object === void 0 ? markdown(report2, { view: "diff", files: linksTo(place, wishes, pull.head).files, budget: room2 }) : changedObject(report2, object, { most: room2 });
  return { text, code: exitCodes.fine };
}
__name(answerDiff, "answerDiff");

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
  const { clusters, wishes, comment, command } = task;
  if (command.flags.since !== void 0) return notYet(command.text, "--since", "`/verify` looks at how it is now.");
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
async function answerDrift(task) {
  const { adopt, restore } = task.command.flags;
  if (adopt === true || restore === true) return notYet(task.command.text, adopt === true ? "--adopt" : "--restore", "`/drift` reports.");
  const study = await live(task, (world) => examine(world, requestOfDefault(task, task.clusters)));
  const isRead = [...study.live.survey.clusters.values()].every(({ kind }) => kind === "surveyed") && study.problems.length === 0;
  const found = study.live.drift.filter(({ cluster }) => task.clusters.includes(cluster));
  const none = { heading: [{ kind: "plain", text: "No drift: nobody changed what Isthmus wrote." }], tone: "good", lines: [] };
  const chapters = [...driftChapters(found), ...found.length === 0 && isRead ? [none] : [], ...unreadChapters(study)];
  const code = !isRead ? exitCodes.world : exitCodes.fine;
  return {
    text: told(chapters),
    code,
    facts: isRead ? { decision: "pass", "reason-code": found.length > 0 ? "drift" : "answered" } : factsOf(code, "")
  };
}
__name(answerDrift, "answerDrift");
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
  const parts = [planned(whole, published.commentUrl)];
  for (const shortfall of published.shortfalls) desk.missed(shortfall);
  const wanted = { ...stage.request, clusters: restriction(clusters, asked.mesh.clusters) };
  const options = { files: linksTo(place, wishes, pull.head).files, budget: room3 };
  if (command.flags.live === true && pull.isFork && pull.state !== "merged") {
    parts.push(refusals([{ text: command.text, reasons: [reason("fork_offline", {})] }]));
  } else if (command.flags.live === true) {
    const study = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => examine(world, wanted));
    const now = report(study);
    parts.push(markdown(now, { ...options, view: "diff" }), told(liveChapters(study)));
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

// src/shells/github/commands/rollback.ts
async function carryOutRollback(task) {
  const { command, pull, rules, asked, comment, place, isAgain } = task;
  if (isAgain) return notDone(command.text, [reason("begun_before", {})]);
  if (typeof command.wave === "number")
    return notDone(command.text, [reason("not_done_yet", { part: "/rollback WAVE", next: "`/rollback` takes all of it back." })]);
  const last = lastRunOf(await surveyed(task));
  const to = last?.previous;
  const why = noWay(last === void 0, to, command.flags.to);
  if (why !== void 0 || to?.commit === void 0) return notDone(command.text, [reason("no_way_back", { why: why ?? "" })]);
  const at = { kind: "commit", revision: to.commit };
  const trusted = { kind: "commit", revision: rules.commit };
  const request = {
    head: at,
    base: { kind: "commit", revision: last?.run.commit ?? rules.commit },
    trusted,
    at: asked.at,
    clusters: []
  };
  const permit = { trigger: "command", confirmedDeletions: void 0, force: false, snapshotCharts: false, approved: void 0 };
  return carriedOut(task, { request, commit: to.commit, by: runBy(comment.login, pull.number, place.attempt), permit });
}
__name(carryOutRollback, "carryOutRollback");
async function carryOutResume(task) {
  const { command, pull, rules, asked, comment, place } = task;
  const last = lastRunOf(await surveyed(task));
  const isOurs = last !== void 0 && last.run.by.includes(` on #${pull.number} `);
  if (!isOurs || last.run.commit === void 0 || last.isWhole) return notDone(command.text, [reason("nothing_to_resume", {})]);
  const head = { kind: "commit", revision: last.run.commit };
  const trusted = { kind: "commit", revision: rules.commit };
  const base = { kind: "commit", revision: last.previous?.commit ?? rules.commit };
  const permit = { trigger: "command", confirmedDeletions: void 0, force: false, snapshotCharts: false, approved: void 0 };
  return carriedOut(task, {
    request: { head, base, trusted, at: asked.at, clusters: [] },
    commit: last.run.commit,
    by: runBy(comment.login, pull.number, place.attempt),
    permit
  });
}
__name(carryOutResume, "carryOutResume");
function noWay(isNew, to, wanted) {
  if (isNew) return "no cluster has a ledger, so nothing was applied yet";
  if (to === void 0) return "no ledger knows a run before the last one that ended well";
  if (to.commit === void 0) return "the run before was made from a folder, not from a commit";
  if (wanted !== void 0 && !to.planDigest.startsWith(wanted))
    return `the run before was of commit ${to.commit.slice(0, 7)}, not of ${wanted}`;
  return void 0;
}
__name(noWay, "noWay");
function surveyed(task) {
  return withLiveWorld({ folder: task.place.folder, world: task.repository.world }, (world) => statusOf(world, requestOfDefault(task, [])));
}
__name(surveyed, "surveyed");

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
      return notDone(command.text, [reason("not_done_yet", { part: `/${command.verb}`, next: "Nothing was done." })]);
  }
}
__name(carryOut, "carryOut");

// src/shells/github/facts.ts
var aboutPlan = /* @__PURE__ */ new Set(["apply", "pause", "resume", "cancel", "rollback", "waive", "status"]);
var aboutLocks = /* @__PURE__ */ new Set(["apply", "resume", "rollback", "lock", "unlock"]);
var aboutReview = /* @__PURE__ */ new Set(["apply", "status"]);
async function factsFor(verbs, conversation, at) {
  const { rules, pull, situation, place } = conversation;
  const { connection } = place;
  const { chatops, mesh } = rules;
  const { login, isBot } = situation.comment;
  const wants = /* @__PURE__ */ __name((about) => verbs.some((verb) => about.has(verb)), "wants");
  const [person, plan, approvals, checks, locks] = await Promise.all([
    personOf(connection, login, { isBot, teams: teamsIn(chatops) }),
    wants(aboutPlan) ? planFor(conversation) : void 0,
    wants(aboutReview) ? reviewsOf(connection, pull.number).then((reviews) => approvalsOf(connection, reviews, plansOf(conversation))) : [],
    wants(aboutReview) ? checksOn(connection, pull.head, { except: [] }) : [],
    wants(aboutLocks) ? locksIn(conversation, at) : noLocks
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
  const asked = await factsFor(verbs, conversation, Date.now());
  const lines = said2.misread.map(misread);
  for (const command of said2.commands) lines.push(await lineFor(command, conversation, asked));
  lines.sort((a, b) => a.line - b.line);
  const url = `${place.web}/pull/${pull.number}#issuecomment-${comment.id}`;
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
  const askAgain = /* @__PURE__ */ __name(() => factsFor([command.verb], conversation, Date.now()), "askAgain");
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
  const rules = await rulesAt(repository.world, await tipOfDefault(hearing, pull), { isSigned: wishes.planKeys.length > 0 }).catch(
    problemOnly2
  );
  if (rules instanceof Problem) return withoutRules(hearing, answering, rules);
  if (comment.isBot && !rules.chatops.bots.includes(comment.login))
    return nothing(hearing, "The comment is a bot's, and the mesh does not name it.");
  const said2 = parse(comment.body, rules.chatops);
  if (isEmpty(said2)) return nothing(hearing, "The comment asks Isthmus for nothing: this mesh wants `/isthmus` before a command.");
  if (!isOurs) await answering.react("eyes");
  const before = await answering.before();
  if (before === "answered") return nothing(hearing, "The comment was answered already.");
  desk.say(`Heard ${said2.commands.length + said2.misread.length} lines of comment ${comment.id} that speak to Isthmus.`);
  return respond({ ...hearing, repository, pull, rules, said: said2, answering, isAgain: before === "begun" });
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
    const url = `${place.web}/pull/${number}#issuecomment-${comment.id}`;
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
