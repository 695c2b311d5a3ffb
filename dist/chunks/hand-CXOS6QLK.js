import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  events
} from "./chunk-DM2JAKNT.js";
import {
  wordsOf
} from "./chunk-54SOAT5V.js";
import {
  heard
} from "./chunk-OINC7GQI.js";
import "./chunk-RF3XMZY4.js";
import "./chunk-ZCJUYYJ2.js";
import "./chunk-5MXZZMMD.js";
import "./chunk-TSV4LWHI.js";
import "./chunk-CAK5HNS5.js";
import "./chunk-GTZFBNXA.js";
import "./chunk-UC7PK5FU.js";
import {
  situationOf
} from "./chunk-G4LVJEK3.js";
import {
  openStage,
  previewed
} from "./chunk-Z5Y2BEBX.js";
import "./chunk-O3MFLNLI.js";
import {
  createApp,
  headOf
} from "./chunk-K5KDUG4E.js";
import "./chunk-WTOXDTDD.js";
import "./chunk-BRGOKTOC.js";
import "./chunk-32Z6TA35.js";
import "./chunk-S2YHZA6K.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-32VELDKD.js";
import "./chunk-VES7BNRI.js";
import {
  warmEngine
} from "./chunk-VXKB5HIJ.js";
import "./chunk-XAJKML52.js";
import {
  UsageError
} from "./chunk-W6JRDVNY.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-Y6JLGBZ4.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-3LL6HFTP.js";
import "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-5HTN6GZT.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import "./chunk-QHCUZ2RI.js";
import "./chunk-YU4XPH6J.js";
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
async function carryOut(bench, job) {
  const { desk, event } = job;
  const situation = situationOf(event.name === "pull_request" ? "pull_request_target" : event.name, event.payload);
  if (situation.kind === "nothing") return desk.tell(situation.why);
  const place = placeFor(bench, job);
  const wishes = wishesFor(bench.settings);
  if (situation.kind === "comment") await heard({ place, wishes, desk, situation, stop: bench.stop });
  else if (situation.kind !== "pull-request" || !await isOld(place.connection, situation, job))
    await changed(bench, { place, wishes, desk, situation });
  const [missed] = desk.passing();
  if (missed !== void 0) throw problem("github-unreachable", { request: missed.what.toLowerCase(), why: missed.why });
}
__name(carryOut, "carryOut");
async function changed({ stop }, scene) {
  const { situation, wishes, desk } = scene;
  if (situation.kind === "push") {
    if (!situation.isDefault || !wishes.apply) return desk.tell("Pushes are not applied here, or not to this branch.");
    const stage = await openStage(scene);
    const { applied } = await import("./apply-4GR5XURB.js");
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
  return { connection: app.connectionTo({ installation, owner, repo }), web, run: web, attempt: `bot/${event.id}`, folder };
}
__name(placeFor, "placeFor");
var nowhere = join(tmpdir(), "isthmus-has-no-clone");
function webOf(apiUrl) {
  const { protocol, host } = new URL(apiUrl);
  return `${protocol}//${host.replace(/^api\.(?=github\.com$|.+\.ghe\.com$)/u, "")}`;
}
__name(webOf, "webOf");
function wishesFor({ folder, apply, verify, comment, failOn, chartLogins, planKeys }) {
  return {
    folder,
    base: void 0,
    head: void 0,
    clusters: [],
    apply,
    verify,
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
    probot.on([...events], async (context) => carryOut(bench, jobOf(bench, context)));
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
    stop.abort();
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
    if (message.kind === "stop") return stop.abort();
    const { work } = message;
    isWriting = false;
    void endOf(() => app.receive(eventOf(work)), log).then(
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
    await work();
    return { kind: "done" };
  } catch (error) {
    return { kind: "failed", failure: failureOf(error, log) };
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
