import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  progressLine
} from "./chunk-TVW3SPRP.js";
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
  asShortfalls,
  shortfallOf
} from "./chunk-PGJ7BHTB.js";
import {
  cancelButton,
  createDeployment,
  mergedAs,
  openCheck,
  pauseButton,
  replyTo,
  resumeButton,
  retryButton,
  rollbackButton,
  setDeploymentState,
  unendedBeside,
  unfinishedBefore,
  writeCheck
} from "./chunk-NGGVVAK4.js";
import {
  appliedBrief,
  appliedChapters,
  apply,
  chaptersMarkdown,
  chaptersText,
  healthChapters,
  idleWaivers,
  receipt,
  report,
  runCheck,
  summary,
  underWay
} from "./chunk-4KRHMPIQ.js";
import {
  idText
} from "./chunk-QO6EB2WJ.js";
import {
  exitCodeOfApplied,
  exitCodes,
  isPassed,
  isWhole
} from "./chunk-5BSKLZ23.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/github/spoken.ts
function keyOf({ id, button }) {
  return button === void 0 ? `comment=${id}` : `button=${button.delivery}`;
}
__name(keyOf, "keyOf");
function sinceOf({ at, button }) {
  return button?.since ?? at;
}
__name(sinceOf, "sinceOf");
function urlOf({ id, button }, { web, pull }) {
  return button === void 0 ? `${web}/pull/${pull}#issuecomment-${id}` : `${web}/runs/${id}`;
}
__name(urlOf, "urlOf");

// src/shells/github/board-of.ts
function boardOfCommand({ command, comment, pull, wishes, place }) {
  const isPlain = command.verb === "apply" && command.targets.length === 0 && Object.keys(command.flags).every((flag) => flag === "plan");
  return {
    check: {
      name: named(command.verb === "rollback" ? "isthmus / rollback" : "isthmus / apply", wishes.folder),
      headSha: pull.head,
      externalId: `isthmus:run pull=${pull.number} ${keyOf(comment)}`
    },
    command: command.text,
    buttons: place.hearsButtons === true ? { retry: isPlain } : void 0,
    ...pull.mergeCommit === void 0 ? {} : { before: pull.mergeCommit }
  };
}
__name(boardOfCommand, "boardOfCommand");
async function boardOfPush({ place, wishes }, commit) {
  const pull = place.hearsButtons === true ? await mergedOne(place, commit) : void 0;
  return {
    check: {
      name: named("isthmus / apply", wishes.folder),
      headSha: commit,
      externalId: `isthmus:run ${pull === void 0 ? "" : `pull=${pull} `}push=${place.attempt}`
    },
    command: `push of ${commit.slice(0, 7)}`,
    buttons: pull === void 0 ? void 0 : { retry: false }
  };
}
__name(boardOfPush, "boardOfPush");
async function mergedOne({ connection }, commit) {
  try {
    return (await mergedAs(connection, commit)).at(-1);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return void 0;
  }
}
__name(mergedOne, "mergedOne");
function named(name, folder) {
  return folder === "" ? name : `${name} [${folder}]`;
}
__name(named, "named");

// src/shells/github/handed-on.ts
var HandedOn = class extends Error {
  static {
    __name(this, "HandedOn");
  }
  constructor() {
    super("whoever carries it out ends; it is begun anew, and goes on from there");
    this.name = "HandedOn";
  }
};
function unlessHandedOn(stop, { isOver }) {
  if (!isOver && stop.aborted && stop.reason instanceof HandedOn) throw stop.reason;
}
__name(unlessHandedOn, "unlessHandedOn");

// src/shells/github/deployment-end.ts
function endOf({ run, health }, cluster) {
  const own = run?.outcomes.filter(({ clusters }) => clusters.includes(cluster)) ?? [];
  const open = own.filter(({ verdict }) => !isPassed(verdict));
  const passed = `${own.length - open.length} of ${own.length} steps passed`;
  const worst = open.find(({ verdict }) => "why" in verdict) ?? open.find(({ verdict }) => verdict.kind === "blocked") ?? open[0];
  if (worst?.verdict.kind === "stopped")
    return {
      state: "error",
      description: short(
        `Stopped ${worst.writes.length === 0 ? "before" : "in"} ${worst.step}: ${passed}; the next run goes on from there`
      )
    };
  if (worst !== void 0) return { state: "failure", description: short(`${wordsOf(worst)} (${passed})`) };
  const checks = health?.checks.filter((check) => check.cluster === cluster) ?? [];
  const failed = checks.find(({ verdict }) => verdict === "failed");
  if (failed !== void 0) return { state: "failure", description: short(`All written, but ${failed.name} failed: ${failed.observed}`) };
  return { state: "success", description: `${own.length === 1 ? "1 step" : `${own.length} steps`} passed${unseen(checks)}` };
}
__name(endOf, "endOf");
function wordsOf({ step, verdict }) {
  switch (verdict.kind) {
    case "failed":
      return `${step} failed: ${verdict.why.message}`;
    case "not-ready":
      return `${step} is not ready: ${verdict.why.message}`;
    case "blocked":
      return `${step} waits for ${verdict.by.join(", ")}`;
    case "done":
    case "unchanged":
    case "rehearsed":
    case "stopped":
      return step;
  }
}
__name(wordsOf, "wordsOf");
function unseen(checks) {
  const count = checks.filter(({ verdict }) => verdict === "unknown").length;
  return count === 0 ? "" : `; ${count} of ${checks.length} checks could not be made`;
}
__name(unseen, "unseen");
var longest = 140;
function short(text) {
  const plain = text.replace(/\s+/gu, " ").trim();
  const characters = [...plain];
  return characters.length <= longest ? plain : `${characters.slice(0, longest - 1).join("")}\u2026`;
}
__name(short, "short");

// src/shells/github/deployments.ts
var working = { state: "in_progress", description: "Isthmus is at work" };
var died = { state: "error", description: "Its run ended without a word; the run that is linked here goes on from there" };
var cancelled = { state: "error", description: "Cancelled: stops after the current object; the next run goes on from there" };
function createDeployments({ connection, commit, run, logUrl, pace }) {
  const begun2 = /* @__PURE__ */ new Map();
  const say = /* @__PURE__ */ __name(async (cluster, said) => {
    const next = (begun2.get(cluster) ?? begin(cluster)).then((there) => tell(there, said));
    begun2.set(cluster, next);
    await next;
  }, "say");
  const begin = /* @__PURE__ */ __name(async (cluster) => {
    const wanted = { commit, environment: environmentOf(cluster), run: `${run}/${cluster}` };
    await pace();
    const made = await refusable(createDeployment(connection, wanted));
    if (made instanceof Problem) return { id: void 0, said: void 0, refused: made };
    const refused = await refusable(endDead(made, wanted));
    return { id: made, said: void 0, refused: refused instanceof Problem ? refused : void 0 };
  }, "begin");
  const endDead = /* @__PURE__ */ __name(async (id, wanted) => {
    const dead = await unfinishedBefore(connection, id, wanted);
    if (dead === void 0) return;
    await pace();
    await setDeploymentState(connection, { id: dead, ...died, logUrl });
  }, "endDead");
  const tell = /* @__PURE__ */ __name(async (there, said) => {
    if (there.id === void 0 || isSame(there.said, said)) return there;
    await pace();
    const refused = await refusable(setDeploymentState(connection, { id: there.id, ...said, logUrl }));
    return { id: there.id, said, refused: refused instanceof Problem ? refused : there.refused };
  }, "tell");
  const sayAll = /* @__PURE__ */ __name((saidOf) => Promise.all([...begun2.keys()].map((cluster) => say(cluster, saidOf(cluster)))), "sayAll");
  return {
    watch: /* @__PURE__ */ __name((event) => {
      if (event.kind !== "step-started") return;
      for (const cluster of event.clusters) if (!begun2.has(cluster)) void say(cluster, working);
    }, "watch"),
    stopping: /* @__PURE__ */ __name(() => void sayAll(() => cancelled), "stopping"),
    finish: /* @__PURE__ */ __name(async (applied2) => {
      await sayAll((cluster) => endOf(applied2, cluster));
      const all = await Promise.all(begun2.values());
      const first = all.find(({ refused }) => refused !== void 0)?.refused;
      return first === void 0 ? [] : [shortfallOf("The deployments", first)];
    }, "finish"),
    abandon: /* @__PURE__ */ __name(async (why) => void await sayAll(() => ({ state: "error", description: why })), "abandon")
  };
}
__name(createDeployments, "createDeployments");
function isSame(before, now) {
  return before?.state === now.state && before.description === now.description;
}
__name(isSame, "isSame");
async function refusable(work) {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
__name(refusable, "refusable");
function environmentOf(cluster) {
  return `mesh-${cluster}`;
}
__name(environmentOf, "environmentOf");

// src/shells/github/idle-waivers.ts
function withIdleWaivers(done) {
  const { findings, request } = done.study;
  const idle = idleWaivers(findings, request.waivers ?? []);
  if (idle.length === 0) return done;
  const said = idle.map(
    ({ rule, by, until }) => `The waiver of \`${rule}\` by ${by} (until ${until}) was given for another plan, or is over, and does not hold for this one.`
  );
  const refusals = done.refusals.map(
    (refusal) => refusal.code === "findings" ? { ...refusal, text: `${refusal.text} ${[...new Set(said)].join(" ")}` } : refusal
  );
  return { ...done, refusals };
}
__name(withIdleWaivers, "withIdleWaivers");

// src/shells/github/pace.ts
var most = 70;
var window = 6e4;
function createPace({ now, sleep }) {
  const gone = [];
  let last = Promise.resolve();
  const next = /* @__PURE__ */ __name(async (before) => {
    await before;
    const oldest = gone.length < most ? void 0 : gone.shift();
    if (oldest !== void 0) await sleep(Math.max(0, oldest + window - now()));
    gone.push(now());
  }, "next");
  return () => {
    last = next(last);
    return last;
  };
}
__name(createPace, "createPace");

// src/shells/github/rows.ts
function createRows() {
  const rows = /* @__PURE__ */ new Map();
  return {
    watch: /* @__PURE__ */ __name((event) => {
      for (const cluster of clustersOf(event)) rows.set(cluster, after(rows.get(cluster), event));
    }, "watch"),
    now: /* @__PURE__ */ __name(() => [...rows].sort(byName).map(([cluster, row]) => ({ cluster, ...row })), "now")
  };
}
__name(createRows, "createRows");
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
      const isPassed2 = event.outcome.verdict.kind === "done" || event.outcome.verdict.kind === "unchanged";
      return { passed: before.passed + (isPassed2 ? 1 : 0), open: before.open + (isPassed2 ? 0 : 1), at: event.outcome.step };
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

// src/shells/github/run-board.ts
var pause = 15e3;
function createRunBoard({ connection, page, pace, now }, { check, command, buttons, before }) {
  const rows = createRows();
  let last = Number.NEGATIVE_INFINITY;
  let open;
  let refused;
  let writing = Promise.resolve();
  let isWriting = false;
  const say = /* @__PURE__ */ __name(async (face) => {
    try {
      await pace();
      if (open === void 0) open = await begun(connection, check, { face, before, pace });
      else await writeCheck(connection, open, face);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused = error;
    }
  }, "say");
  const running = /* @__PURE__ */ __name(() => ({
    state: "in_progress",
    title: titleOf(rows.now()),
    summary: underWay(rows.now(), { command, page }),
    buttons: buttons === void 0 ? [] : [pauseButton, cancelButton]
  }), "running");
  return {
    watch: /* @__PURE__ */ __name((event) => {
      rows.watch(event);
      if (isWriting || refused !== void 0 || now() - last < pause) return;
      last = now();
      isWriting = true;
      writing = say(running()).finally(() => {
        isWriting = false;
      });
    }, "watch"),
    finish: /* @__PURE__ */ __name(async (applied2) => {
      await writing;
      await say({
        state: conclusionOf(applied2),
        ...runCheck(applied2),
        buttons: buttons === void 0 ? [] : buttonsAfter(applied2, buttons)
      });
      return refused === void 0 ? [] : [shortfallOf("The check run of this run", refused)];
    }, "finish"),
    abandon: /* @__PURE__ */ __name(async (why) => {
      await writing;
      if (open === void 0) return;
      await say({ state: "cancelled", title: why, summary: why, buttons: buttons === void 0 ? [] : [resumeButton] });
    }, "abandon")
  };
}
__name(createRunBoard, "createRunBoard");
var died2 = "Its run ended without a word; a later one went on from there";
async function begun(connection, check, { face, before, pace }) {
  const open = await openCheck(connection, check, face);
  if (face.state !== "in_progress") return open;
  const commits = [check.headSha, ...before === void 0 || before === check.headSha ? [] : [before]];
  for (const headSha of commits) {
    for (const dead of await unendedBeside(connection, { ...check, headSha })) {
      await pace();
      await writeCheck(connection, dead, { state: "cancelled", title: died2, summary: `${died2}.`, buttons: [] });
    }
  }
  return open;
}
__name(begun, "begun");
function titleOf(rows) {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  const names = rows.map(({ cluster }) => cluster);
  const where = names.length <= mostNamed ? names.join(", ") : `${names.length} clusters`;
  return `At work in ${where}: ${passed} ${passed === 1 ? "step" : "steps"} passed`;
}
__name(titleOf, "titleOf");
var mostNamed = 6;
function conclusionOf(applied2) {
  const { run } = applied2;
  if (exitCodeOfApplied(applied2) === exitCodes.fine) return "success";
  if (applied2.refusals.length > 0 || run === void 0) return "failure";
  if (run.stopSign?.kind === "pause") return "action_required";
  const isStopped = run.stopSign !== void 0 || run.outcomes.some(({ verdict }) => verdict.kind === "stopped");
  const hasFailed = run.outcomes.some(({ verdict }) => verdict.kind === "failed" || verdict.kind === "not-ready");
  return isStopped && !hasFailed ? "cancelled" : "failure";
}
__name(conclusionOf, "conclusionOf");
function buttonsAfter({ refusals, run, study }, { retry }) {
  if (refusals.length > 0) return retry ? [retryButton((study.live.change?.digest ?? study.plan.digest).plan)] : [];
  if (run === void 0 || run.outcomes.length + run.refused.size === 0) return [];
  const { wayBack } = study.live;
  const back = wayBack?.kind === "known" && wayBack.plan.steps.length > 0 ? [rollbackButton(wayBack.to.planDigest)] : [];
  return isWhole(run) ? back : [resumeButton, ...back];
}
__name(buttonsAfter, "buttonsAfter");

// src/shells/github/transcript.ts
function createTranscript(desk, now) {
  const started = now();
  const stories = /* @__PURE__ */ new Map();
  const note = /* @__PURE__ */ __name((cluster, text) => {
    const story = stories.get(cluster) ?? [];
    story.push(`${String(Math.round((now() - started) / 1e3)).padStart(4)} s  ${text}`);
    stories.set(cluster, story);
  }, "note");
  return {
    watch: /* @__PURE__ */ __name((event) => {
      const line = progressLine(event);
      if (line !== void 0) desk.say(line);
      for (const [cluster, text] of told(event, line)) note(cluster, text);
    }, "watch"),
    finish: /* @__PURE__ */ __name(() => {
      for (const cluster of [...stories.keys()].sort()) desk.group(`Cluster ${cluster}`, stories.get(cluster) ?? []);
    }, "finish")
  };
}
__name(createTranscript, "createTranscript");
function told(event, line) {
  switch (event.kind) {
    case "step-started":
      return event.clusters.map((cluster) => [cluster, `${event.step} begins`]);
    case "wrote":
      return [[event.written.cluster, `  ${event.written.result} ${idText(event.written.id)}`]];
    case "waiting":
      return event.clusters.map((cluster) => [cluster, line?.trim() ?? ""]);
    case "step-ended":
      return event.outcome.clusters.map((cluster) => [cluster, line ?? ""]);
    case "soaking":
      return [];
  }
}
__name(told, "told");

// src/shells/github/perform.ts
async function performed({ place, wishes, desk, world, request }, performance) {
  const { commit, by, permit, onBehalfOf, pace = {}, confirm, stop } = performance;
  const who = { ...onBehalfOf === void 0 ? {} : { onBehalfOf }, ...confirm && { confirm } };
  const { connection, folder } = place;
  const writes = createPace({ now: Date.now, sleep: systemClock.sleep });
  const attempt = [place.attempt, wishes.folder].filter((part) => part !== "").join("/");
  const deployments = createDeployments({ connection, commit, run: attempt, logUrl: place.run, pace: writes });
  stop.addEventListener("abort", () => {
    desk.say("The run was cancelled: it stops after the current object; the next run goes on from there.");
    deployments.stopping();
  });
  const shown = pace.isRehearsal === true || !wishes.checkRun ? void 0 : performance.board;
  const board = shown && createRunBoard({ connection, page: place.run, pace: writes, now: Date.now }, shown);
  const transcript = createTranscript(desk, Date.now);
  const watch = /* @__PURE__ */ __name((event) => {
    if (pace.isRehearsal !== true) deployments.watch(event);
    board?.watch(event);
    transcript.watch(event);
    performance.watch?.(event);
  }, "watch");
  const identify = /* @__PURE__ */ __name((planDigest, of) => ({
    id: runId(Date.now()),
    by,
    planDigest,
    commit: of ?? commit,
    ...partOf(request)
  }), "identify");
  const applied2 = await withLiveWorld(
    { folder, watch, world },
    (live) => apply(live, request, { permit, identify, pace, ...who, verification: wishes.verify, stop })
  ).catch(async (error) => {
    await Promise.all([deployments, board].map((there) => there?.abandon("The run ended before it could say how: see its log")));
    throw error;
  });
  const done = withIdleWaivers(applied2);
  const shortfalls = (await Promise.all([deployments.finish(done), isNobodysRun(done) ? [] : board?.finish(done) ?? []])).flat();
  transcript.finish();
  desk.say(chaptersText(chaptersOf(done), { colour: false, width: 160 }));
  for (const shortfall of shortfalls) desk.missed(shortfall);
  return { done, shortfalls };
}
__name(performed, "performed");
function partOf({ part }) {
  if (part?.lastWave === void 0 && part?.stages === void 0) return {};
  return { part: { lastWave: part.lastWave, ...part.stages === void 0 ? {} : { stages: part.stages } } };
}
__name(partOf, "partOf");
function isNobodysRun({ refusals }) {
  return refusals.some(({ code }) => code === "apply_never" || code === "apply_on_command");
}
__name(isNobodysRun, "isNobodysRun");
function chaptersOf(done) {
  return [...appliedChapters(done), ...done.health === void 0 ? [] : healthChapters(done.health)];
}
__name(chaptersOf, "chaptersOf");

// src/shells/github/receipt.ts
var receiptStart = "<!-- isthmus:receipt ";
async function giveReceipt({ place }, done, { pull, key, since, asked }) {
  const text = receipt(done, { page: place.run, ...asked === void 0 ? {} : { asked } });
  if (text === void 0) return [];
  const marker = `${receiptStart}${key} -->`;
  try {
    await replyTo(place.connection, { pull, marker, since, body: `${marker}
${text}` });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [shortfallOf("The receipt", error)];
  }
}
__name(giveReceipt, "giveReceipt");
var skew = 36e5;
async function giveReceipts(stage, done, commit) {
  const { place, wishes, request } = stage;
  if (wishes.comment === "never" || receipt(done, { page: place.run }) === void 0) return [];
  try {
    const pulls = await mergedAs(place.connection, commit);
    const key = [
      `run=${place.attempt}`,
      ...wishes.folder === "" ? [] : [`folder=${encodeURIComponent(wishes.folder).replaceAll("-", "%2D")}`]
    ];
    const all = await Promise.all(pulls.map((pull) => giveReceipt(stage, done, { pull, key: key.join(" "), since: request.at - skew })));
    return all.flat();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [shortfallOf("The receipt", error)];
  }
}
__name(giveReceipts, "giveReceipts");

// src/shells/github/apply.ts
async function applied(stage, stop) {
  const { wishes, desk, place, situation, links } = stage;
  const { done, shortfalls: untold } = await performed(stage, {
    commit: situation.head,
    by: `${situation.kind === "schedule" ? "schedule at" : "push of"} ${situation.head.slice(0, 7)} (run ${place.attempt})`,
    permit: { trigger: "merge", confirmedDeletions: wishes.confirmDeletions, force: false, snapshotCharts: false, approved: void 0 },
    ...situation.kind === "push" ? { board: await boardOfPush(stage, situation.head) } : {},
    stop
  });
  const code = isLeftToOthers(done) ? exitCodes.fine : exitCodeOfApplied(done);
  unlessHandedOn(stop, { isOver: code === exitCodes.fine || done.run?.stopSign !== void 0 });
  const receipts = situation.kind === "push" ? await giveReceipts(stage, done, situation.head) : [];
  for (const shortfall of receipts) desk.missed(shortfall);
  const shortfalls = [...untold, ...receipts];
  if (code !== exitCodes.fine) for (const { text, remedy } of done.refusals.slice(0, mostErrors)) desk.error(`${text}
${remedy}`);
  if (wishes.summary) {
    const before = `${asShortfalls(shortfalls)}${chaptersMarkdown(chaptersOf(done))}
`;
    await desk.summary(`${before}${summary(report(done.study), { files: links.files, taken: Buffer.byteLength(before) })}`);
  }
  await desk.result(appliedBrief(done));
  desk.output({
    ...verdictOf(done, { code, isStopped: stop.aborted || done.run?.stopSign !== void 0 }),
    "plan-digest": done.study.plan.digest.plan
  });
  return code;
}
__name(applied, "applied");
var mostErrors = 10;
function isLeftToOthers({ refusals }) {
  const codes = refusals.map(({ code }) => code);
  const isLeft = codes.some((code) => code === "apply_never" || code === "apply_on_command");
  return isLeft && !codes.some((code) => code === "findings" || code === "mesh_unreadable" || code === "charts_missing");
}
__name(isLeftToOthers, "isLeftToOthers");
function verdictOf(done, { code, isStopped }) {
  if (done.refusals.length > 0) return { decision: code === exitCodes.fine ? "pass" : "fail", "reason-code": "refused" };
  const ran = done.run === void 0 || done.run.outcomes.length === 0 ? {} : { "run-id": done.identity.id };
  if (code === exitCodes.world) return { ...ran, decision: "unknown", "reason-code": isStopped ? "stopped" : "incomplete" };
  if (code !== exitCodes.fine) return { ...ran, decision: "fail", "reason-code": "unhealthy" };
  return { ...ran, decision: "pass", "reason-code": ran["run-id"] === void 0 ? "no_changes" : "applied" };
}
__name(verdictOf, "verdictOf");

export {
  keyOf,
  sinceOf,
  urlOf,
  boardOfCommand,
  HandedOn,
  unlessHandedOn,
  createRows,
  createTranscript,
  performed,
  chaptersOf,
  giveReceipt,
  applied,
  verdictOf
};
