import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  events,
  lookKind,
  webOf
} from "./chunk-MFKCNYNX.js";
import {
  wordsOf
} from "./chunk-54SOAT5V.js";
import {
  heard
} from "./chunk-WMAKHBVL.js";
import "./chunk-HB7YCJPW.js";
import "./chunk-TSJCGOQM.js";
import {
  standings,
  upkeep
} from "./chunk-6RKOZ3YS.js";
import "./chunk-MLDGCII4.js";
import {
  HandedOn
} from "./chunk-7A5BCF72.js";
import "./chunk-TVW3SPRP.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-65TJQTFX.js";
import "./chunk-LF4CDPYV.js";
import "./chunk-UC7PK5FU.js";
import {
  situationOf
} from "./chunk-NMXM474A.js";
import "./chunk-MQ63OBL2.js";
import {
  openStage
} from "./chunk-32P7UMIT.js";
import "./chunk-PKMA246P.js";
import "./chunk-LISA627O.js";
import {
  previewed
} from "./chunk-NJKHUKAC.js";
import "./chunk-PGJ7BHTB.js";
import {
  createApp,
  headOf,
  tipOf
} from "./chunk-NGGVVAK4.js";
import {
  wavesOf
} from "./chunk-4KRHMPIQ.js";
import "./chunk-7YQB7X5X.js";
import "./chunk-E5LXM35L.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import {
  idText
} from "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import {
  warmEngine
} from "./chunk-IV6PBLCL.js";
import "./chunk-LCP2T3H2.js";
import {
  UsageError
} from "./chunk-ZSGAKROE.js";
import "./chunk-5BSKLZ23.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-SPWEMITE.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-5GB2B5DS.js";
import "./chunk-SN6S6TVI.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-PIHHU2PB.js";
import {
  isObject,
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/bot/carry-out.ts
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/shells/bot/sight.ts
var most = 300;
function noteOf(stage, installation, seen) {
  const { connection, wishes, situation, request } = stage;
  const repository = `${connection.owner}/${connection.repo}`.toLowerCase();
  const place = { repository, installation, folder: wishes.folder, at: request.at, commit: situation.head };
  return {
    key: `sight ${repository} ${wishes.folder}`,
    at: request.at,
    body: JSON.stringify({ ...place, ...sightOf(seen) })
  };
}
__name(noteOf, "noteOf");
function sightOf({ study, standing, health, calendar }) {
  const { mesh } = study.head;
  const waves = mesh === void 0 ? /* @__PURE__ */ new Map() : wavesOf(mesh);
  const seen = study.live.survey.clusters;
  return {
    mesh: mesh?.name,
    standing,
    said: standings[standing].said,
    clusters: (mesh?.clusters ?? []).map(({ name, role, network }) => ({
      name,
      wave: waves.get(name) ?? 1,
      role,
      network,
      ...stateOf(seen.get(name))
    })),
    ends: (calendar?.expiries ?? []).slice(0, most),
    drift: study.live.drift.slice(0, most).map(({ cluster, id, paths, kind }) => ({
      cluster,
      object: idText(id),
      what: kind === "gone" ? "is gone" : paths.slice(0, 5).join(", ")
    })),
    failed: (health?.checks ?? []).filter(({ verdict }) => verdict === "failed").slice(0, most).map(({ cluster, name, observed }) => ({ cluster, name, observed }))
  };
}
__name(sightOf, "sightOf");
function stateOf(seen) {
  const nothing = { kubernetes: void 0, istiods: [], lastRun: void 0, holder: void 0 };
  if (seen?.kind !== "surveyed") return { ...nothing, unreachable: seen?.why.message ?? "it was not looked at" };
  return {
    unreachable: void 0,
    kubernetes: seen.server.version,
    istiods: (seen.istiods ?? []).map(
      ({ revision, version = "unknown", ready, replicas }) => `${revision} ${version}, ${ready} of ${replicas} ready`
    ),
    lastRun: runOf(seen.ledger),
    holder: seen.lock?.holder ?? seen.lease?.holder
  };
}
__name(stateOf, "stateOf");
function runOf(ledger) {
  if (ledger === void 0) return void 0;
  const open = ledger.entries.filter(({ state }) => state !== "passed").length;
  return { id: ledger.run.id, by: ledger.run.by, state: ledger.state, at: ledger.endedAt ?? ledger.startedAt, open };
}
__name(runOf, "runOf");

// src/shells/bot/carry-out.ts
async function carryOut(bench, job) {
  const { desk, event } = job;
  const place = placeFor(bench, job);
  const wishes = wishesFor(bench.settings);
  const situation = situationOf(event.name === "pull_request" ? "pull_request_target" : event.name, event.payload, {
    ...await commitFor(place, event),
    delivery: { id: event.id, at: Date.now() }
  });
  if (situation.kind === "nothing") return void desk.tell(situation.why);
  if (situation.kind === "schedule") return looked(bench, { place, wishes, desk, situation }, job.installation);
  if (situation.kind === "comment") await heard({ place, wishes, desk, situation, stop: bench.stop });
  else if (situation.kind !== "pull-request" || !await isOld(place.connection, situation, job))
    await changed(bench, { place, wishes, desk, situation });
  const [missed] = desk.passing();
  if (missed !== void 0) throw problem("github-unreachable", { request: missed.what.toLowerCase(), why: missed.why });
  return void 0;
}
__name(carryOut, "carryOut");
async function commitFor({ connection }, { name, payload }) {
  const branch = textAt(payload, "repository", "default_branch");
  return name === lookKind && branch !== void 0 ? { commit: await tipOf(connection, branch) } : {};
}
__name(commitFor, "commitFor");
async function looked({ stop }, scene, installation) {
  const stage = await openStage(scene);
  const { seen } = await upkeep(stage, { how: "look", stop: stop() });
  return seen && noteOf(stage, installation, seen);
}
__name(looked, "looked");
async function changed({ stop }, scene) {
  const { situation, wishes, desk } = scene;
  if (situation.kind === "push") {
    if (!situation.isDefault || !wishes.apply) return desk.tell("Pushes are not applied here, or not to this branch.");
    const stage = await openStage(scene);
    const { applied } = await import("./apply-BZPRN3IB.js");
    await applied(stage, stop());
    return;
  }
  await previewed(await openStage(scene));
}
__name(changed, "changed");
async function isOld(connection, { number, head }, { desk }) {
  const now = await headOf(connection, number);
  if (now === void 0 || now === head) return false;
  desk.tell(`${head.slice(0, 7)} is not the head any more; the event of ${now.slice(0, 7)} is judged instead.`);
  return true;
}
__name(isOld, "isOld");
function placeFor({ app, settings }, { owner, repo, installation, event }) {
  const web = `${webOf(settings.app.apiUrl)}/${owner}/${repo}`;
  const folder = settings.apply ? settings.filesFolder : nowhere;
  return {
    connection: app.connectionTo({ installation, owner, repo }),
    web,
    run: web,
    attempt: `bot/${event.id}`,
    folder,
    hearsButtons: true
  };
}
__name(placeFor, "placeFor");
var nowhere = join(tmpdir(), "isthmus-has-no-clone");
function wishesFor({ folder, apply, verify, driftPulls, comment, failOn, chartLogins, planKeys }) {
  return {
    folder,
    base: void 0,
    head: void 0,
    clusters: [],
    apply,
    verify,
    driftPulls,
    confirmDeletions: void 0,
    comment,
    checkRun: true,
    summary: false,
    failOn,
    chartLogins,
    planKeys
  };
}
__name(wishesFor, "wishesFor");

// src/shells/bot/desk.ts
function createDesk(log, about) {
  const passing = [];
  let facts = {};
  return {
    say: /* @__PURE__ */ __name(() => void 0, "say"),
    tell: /* @__PURE__ */ __name((text) => log.info(text, about), "tell"),
    error: /* @__PURE__ */ __name((message) => log.error(message, about), "error"),
    warning: /* @__PURE__ */ __name((message) => log.warn(message, about), "warning"),
    missed: /* @__PURE__ */ __name((shortfall) => {
      const { what, why, remedy, isPassing } = shortfall;
      log.warn(`${what} could not be written. ${why} ${remedy}`, about);
      if (isPassing) passing.push(shortfall);
    }, "missed"),
    note: /* @__PURE__ */ __name(() => void 0, "note"),
    group: /* @__PURE__ */ __name(() => void 0, "group"),
    summary: /* @__PURE__ */ __name(async () => void 0, "summary"),
    output: /* @__PURE__ */ __name((more) => {
      facts = { ...facts, ...more };
      if (more["comment-url"] !== void 0) log.info("Judged", { ...about, ...facts });
    }, "output"),
    result: /* @__PURE__ */ __name(async () => void 0, "result"),
    passing: /* @__PURE__ */ __name(() => passing, "passing")
  };
}
__name(createDesk, "createDesk");

// src/shells/bot/app.ts
function isthmus(bench) {
  return (probot) => {
    probot.on([...events], async (context) => void await carryOut(bench, jobOf(bench, context)));
  };
}
__name(isthmus, "isthmus");
function jobOf({ log }, { id, name, payload }) {
  const event = { id, name, payload: plain(payload) };
  const [owner, repo] = (textAt(event.payload, "repository", "full_name") ?? "").split("/");
  const installation = valueAt(event.payload, ["installation", "id"]);
  if (!owner || !repo || typeof installation !== "number")
    throw problem("event-unreadable", { why: "repository or installation is missing" });
  return { event, owner, repo, installation, desk: createDesk(log, { id, line: `${owner}/${repo}` }) };
}
__name(jobOf, "jobOf");
function plain(payload) {
  const value = payload;
  return isObject(value) ? value : {};
}
__name(plain, "plain");

// src/shells/bot/hand.ts
var orphaned = 1e4;
async function serveAsHand(settings, log) {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void 0);
  const stop = new AbortController();
  process.on("disconnect", () => {
    stop.abort(new HandedOn());
    setTimeout(() => process.exit(0), orphaned).unref();
  });
  warmEngine();
  let isWriting = false;
  const stopping = /* @__PURE__ */ __name(() => {
    isWriting = true;
    return stop.signal;
  }, "stopping");
  const app = await createApp(settings.app, (own) => isthmus({ app: own, settings, log, stop: stopping }));
  process.on("message", (message) => {
    if (message.kind === "stop") return stop.abort(new HandedOn());
    const { work } = message;
    isWriting = false;
    const bench = { app, settings, log, stop: stopping };
    const look = /* @__PURE__ */ __name(() => carryOut(bench, jobOf(bench, eventOf(work))), "look");
    void endOf(work.kind === lookKind ? look : () => app.receive(eventOf(work)), log).then(
      (ended) => (
        // A run that was cut short goes on when somebody begins it anew.
        tell({ kind: "ended", id: work.id, ended: isWriting && stop.signal.aborted ? { kind: "stopped" } : ended })
      )
    );
  });
  tell({ kind: "ready" });
}
__name(serveAsHand, "serveAsHand");
function tell(message) {
  if (process.connected) process.send?.(message, void 0, void 0, () => void 0);
}
__name(tell, "tell");
function eventOf({ id, kind, body }) {
  const payload = JSON.parse(body);
  return { id, name: kind.split(".")[0] ?? kind, payload: isObject(payload) ? payload : {} };
}
__name(eventOf, "eventOf");
async function endOf(work, log) {
  try {
    const note = await work();
    return note ? { kind: "done", note } : { kind: "done" };
  } catch (error) {
    return error instanceof HandedOn ? { kind: "stopped" } : { kind: "failed", failure: failureOf(error, log) };
  }
}
__name(endOf, "endOf");
function failureOf(error, log) {
  if (error instanceof Problem) {
    const { code, message, remedy, facts } = error;
    const seconds = facts["seconds"];
    return { code, why: `${message} ${remedy}`, wait: code === "github-rate-limited" && typeof seconds === "number" ? seconds : void 0 };
  }
  if (error instanceof UsageError) return { code: "event-unreadable", why: error.message, wait: void 0 };
  log.error("This is a bug in Isthmus; report it with this line", {
    why: wordsOf(error),
    stack: error instanceof Error ? error.stack ?? "" : ""
  });
  return { code: "bug", why: wordsOf(error), wait: void 0 };
}
__name(failureOf, "failureOf");
export {
  serveAsHand
};
