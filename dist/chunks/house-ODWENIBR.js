import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  isWanted,
  planLooks,
  sort,
  webOf
} from "./chunk-MFKCNYNX.js";
import {
  wordsOf
} from "./chunk-54SOAT5V.js";
import {
  version
} from "./chunk-74XKIIY6.js";
import "./chunk-MQ63OBL2.js";
import {
  createApp,
  isSignedWebhook
} from "./chunk-NGGVVAK4.js";
import "./chunk-PSXKQZTB.js";
import "./chunk-BL7GU2HU.js";
import "./chunk-QO6EB2WJ.js";
import "./chunk-ZENVZAJI.js";
import "./chunk-L2JGSBMJ.js";
import "./chunk-36Q7TRAU.js";
import "./chunk-UM6QCNNY.js";
import "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import {
  isObject
} from "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/shells/bot/figures.ts
import { memoryUsage } from "node:process";

// src/shells/bot/metrics.ts
function createMetrics() {
  const families = [];
  return {
    counter: /* @__PURE__ */ __name((name, help) => {
      const values = /* @__PURE__ */ new Map();
      families.push({ name, help, type: "counter", lines: /* @__PURE__ */ __name(async () => [...values].map(([labels, value]) => `${name}${labels} ${value}`), "lines") });
      return { add: /* @__PURE__ */ __name((labels = {}, by = 1) => void values.set(written(labels), (values.get(written(labels)) ?? 0) + by), "add") };
    }, "counter"),
    histogram: /* @__PURE__ */ __name((name, help, bounds) => {
      const series = /* @__PURE__ */ new Map();
      families.push({
        name,
        help,
        type: "histogram",
        lines: /* @__PURE__ */ __name(async () => [...series.values()].flatMap((one) => histogramLines(name, bounds, one)), "lines")
      });
      return {
        observe: /* @__PURE__ */ __name((seconds, labels = {}) => {
          const key = written(labels);
          const one = series.get(key) ?? { labels, counts: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
          const at = bounds.findIndex((bound) => seconds <= bound);
          const slot = at < 0 ? bounds.length : at;
          one.counts[slot] = (one.counts[slot] ?? 0) + 1;
          one.sum += seconds;
          series.set(key, one);
        }, "observe")
      };
    }, "histogram"),
    gauge: /* @__PURE__ */ __name((name, help, read) => {
      const lines = /* @__PURE__ */ __name(async () => (await read()).map(({ labels = {}, value }) => `${name}${written(labels)} ${value}`), "lines");
      families.push({ name, help, type: "gauge", lines });
    }, "gauge"),
    page: /* @__PURE__ */ __name(async () => (await Promise.all(families.map(familyText))).join(""), "page")
  };
}
__name(createMetrics, "createMetrics");
async function familyText({ name, help, type, lines }) {
  const found = await lines();
  return found.length === 0 ? "" : `# HELP ${name} ${help}
# TYPE ${name} ${type}
${found.join("\n")}
`;
}
__name(familyText, "familyText");
function histogramLines(name, bounds, { labels, counts, sum }) {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return `${name}_bucket${written({ ...labels, le: String(bounds[index] ?? "+Inf") })} ${total}`;
  });
  return [...buckets, `${name}_sum${written(labels)} ${sum}`, `${name}_count${written(labels)} ${total}`];
}
__name(histogramLines, "histogramLines");
function written(labels) {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/gu, "_")}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}
__name(written, "written");

// src/shells/bot/figures.ts
function createFigures({ queue, now }) {
  const metrics = createMetrics();
  const started2 = now() / 1e3;
  const webhooks = metrics.counter("isthmus_webhooks_total", "Webhooks that were answered, by what became of them.");
  const answering = metrics.histogram(
    "isthmus_webhook_seconds",
    "Time until a webhook was answered.",
    [5e-3, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10]
  );
  const works = metrics.counter("isthmus_works_total", "Works that ended, by kind and how.");
  const working = metrics.histogram("isthmus_work_seconds", "Time a work took, by kind.", [0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200]);
  const sweeps2 = metrics.counter("isthmus_sweeps_total", "Sweeps for webhooks that did not arrive, by how they ended.");
  const swept = metrics.counter("isthmus_swept_webhooks_total", "Webhooks that did not arrive and were fetched.");
  metrics.gauge("isthmus_queue_works", "Works in the queue, by state; dead ones wait for a person.", async () => {
    const { waiting, running, dead } = await queue.figures();
    return Object.entries({ waiting, running, dead }).map(([state, value]) => ({ labels: { state }, value }));
  });
  metrics.gauge("isthmus_queue_oldest_seconds", "Age of the oldest work that waits.", async () => {
    const { oldest } = await queue.figures();
    return [{ value: oldest === void 0 ? 0 : Math.max(0, (now() - oldest) / 1e3) }];
  });
  metrics.gauge("isthmus_build_info", "The version that runs.", async () => [{ labels: { version, node: process.version }, value: 1 }]);
  metrics.gauge("process_start_time_seconds", "When the bot started, in seconds since 1970.", async () => [{ value: started2 }]);
  metrics.gauge("process_resident_memory_bytes", "Memory of the bot itself, without its hands.", async () => [
    { value: memoryUsage().rss }
  ]);
  return {
    page: metrics.page,
    answered: /* @__PURE__ */ __name(({ outcome, seconds }) => {
      webhooks.add({ outcome });
      answering.observe(seconds);
    }, "answered"),
    ended: /* @__PURE__ */ __name(({ kind }, outcome, seconds) => {
      works.add({ kind, outcome });
      working.observe(seconds, { kind });
    }, "ended"),
    swept: /* @__PURE__ */ __name((outcome, found) => {
      sweeps2.add({ outcome });
      swept.add({}, found);
    }, "swept")
  };
}
__name(createFigures, "createFigures");

// src/shells/bot/pauses.ts
var pauses = [10, 30, 120, 300, 600, 900, 1800];
var lettingGo = 45;
var lasting = /* @__PURE__ */ new Set(["event-unreadable", "github-rejected"]);
function nextTry({
  attempt,
  now,
  failure
}) {
  const pause = pauses[attempt - 1];
  if (pause === void 0 || lasting.has(failure.code)) return void 0;
  return now + Math.max(pause, failure.wait ?? 0) * 1e3;
}
__name(nextTry, "nextTry");

// src/shells/bot/foreman.ts
var usualHold = 6e4;
var look = 1e3;
var queueTrouble = 5e3;
function createForeman(means) {
  const { clock } = means;
  const stopping = new AbortController();
  let bell = new AbortController();
  const wait = /* @__PURE__ */ __name(async (milliseconds) => {
    await clock.sleep(milliseconds, bell.signal);
    if (!stopping.signal.aborted) bell = new AbortController();
  }, "wait");
  const shifts = Promise.all(means.hands.map((hand) => shift(means, hand, { stopping: stopping.signal, wait })));
  return {
    nudge: /* @__PURE__ */ __name(() => bell.abort(), "nudge"),
    stop: /* @__PURE__ */ __name(async (graceMs) => {
      stopping.abort();
      bell.abort();
      for (const hand of means.hands) hand.stop();
      const patience = new AbortController();
      await Promise.race([shifts, clock.sleep(graceMs, patience.signal)]);
      patience.abort();
      for (const hand of means.hands) hand.kill();
      await shifts;
    }, "stop")
  };
}
__name(createForeman, "createForeman");
async function shift(means, hand, { stopping, wait }) {
  while (!stopping.aborted) {
    const work = await claimed(means);
    if (work === "trouble") await wait(queueTrouble);
    else if (work === void 0) await wait(look);
    else if (stopping.aborted) await settled(means, work, { kind: "stopped" });
    else await oversee(means, hand, { work, stopping });
  }
}
__name(shift, "shift");
async function claimed({ queue, clock, log, hold = usualHold }) {
  try {
    const now = clock.now();
    return await queue.claim({ now, until: now + hold });
  } catch (error) {
    log.error("The queue cannot be asked for work", { why: wordsOf(error) });
    return "trouble";
  }
}
__name(claimed, "claimed");
async function oversee(means, hand, { work, stopping }) {
  const { queue, clock, log, hold = usualHold } = means;
  const started2 = clock.monotonic();
  const facts = { id: work.id, line: work.line, kind: work.kind, attempt: work.attempt };
  log.info("Work begins", facts);
  const keeping = setInterval(() => {
    const kept2 = queue.keep(work, clock.now() + hold).catch((error) => {
      log.error("The queue cannot be told that work goes on", { ...facts, why: wordsOf(error) });
      return true;
    });
    void kept2.then((isOurs) => isOurs || hand.kill());
  }, hold / 6);
  const ended = await hand.do(work);
  clearInterval(keeping);
  const seconds = (clock.monotonic() - started2) / 1e3;
  const outcome = await settled(
    means,
    work,
    stopping.aborted && ended.kind === "failed" && ended.failure.code === "crash" ? { kind: "stopped", wait: ended.failure.wait } : ended
  );
  means.ended(work, outcome, seconds);
  const why = ended.kind === "failed" ? ended.failure.why : void 0;
  log[outcome === "done" || outcome === "stopped" ? "info" : "warn"]("Work ended", {
    ...facts,
    outcome,
    seconds: Math.round(seconds * 100) / 100,
    why
  });
}
__name(oversee, "oversee");
async function settled({ queue, clock, log }, work, ended) {
  const now = clock.now();
  try {
    switch (ended.kind) {
      case "done":
        if (ended.note !== void 0) await queue.note(ended.note);
        return await queue.finish(work, now) ? "done" : "lost";
      case "stopped":
        return await queue.giveBack(work, { from: now + (ended.wait ?? 0) * 1e3, why: "the bot was stopped" }) ? "stopped" : "lost";
      case "failed": {
        const from = nextTry({ attempt: work.attempt, now, failure: ended.failure });
        if (!await queue.giveBack(work, { from, why: `${ended.failure.code}: ${ended.failure.why}`.slice(0, 1e3) })) return "lost";
        return from === void 0 ? "dead" : "again";
      }
    }
  } catch (error) {
    log.error("The queue cannot be told how work ended", { id: work.id, why: wordsOf(error) });
    return "lost";
  }
}
__name(settled, "settled");

// src/shells/bot/hands.ts
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { join } from "node:path";
function createHand({ env, log }) {
  let child;
  const tell = /* @__PURE__ */ __name((message) => void (child?.connected && child.send(message)), "tell");
  const started2 = /* @__PURE__ */ __name(() => {
    const fresh = fork(entry(), ["--hand"], { env: { ...env }, execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
    stepBack(fresh);
    fresh.on("error", ({ message }) => log.error("A hand could not be reached", { why: message }));
    fresh.once("exit", () => {
      if (child === fresh) child = void 0;
    });
    log.info("A hand starts", { pid: fresh.pid });
    child = fresh;
    return fresh;
  }, "started");
  return {
    do: /* @__PURE__ */ __name((work) => {
      const at = child ?? started2();
      const ended = endOf(at, work.id);
      tell({ kind: "do", work });
      return ended;
    }, "do"),
    stop: /* @__PURE__ */ __name(() => tell({ kind: "stop" }), "stop"),
    kill: /* @__PURE__ */ __name(() => void child?.kill("SIGKILL"), "kill")
  };
}
__name(createHand, "createHand");
function stepBack({ pid }) {
  if (pid === void 0) return;
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + behind));
  } catch {
  }
}
__name(stepBack, "stepBack");
var behind = 10;
function endOf(child, id) {
  return new Promise((resolve) => {
    const settle = /* @__PURE__ */ __name((ended) => {
      child.off("message", heard);
      child.off("exit", died);
      resolve(ended);
    }, "settle");
    const heard = /* @__PURE__ */ __name((message) => {
      if (message.kind === "ended" && message.id === id) settle(message.ended);
    }, "heard");
    const died = /* @__PURE__ */ __name((code, signal) => {
      const why = `its process ended in the middle (${signal ?? `exit code ${code}`})`;
      settle({ kind: "failed", failure: { code: "crash", why, wait: lettingGo } });
    }, "died");
    child.on("message", heard);
    child.once("exit", died);
  });
}
__name(endOf, "endOf");
function entry() {
  const candidates = [join(import.meta.dirname, "main.ts"), join(import.meta.dirname, "bot.js"), join(import.meta.dirname, "..", "bot.js")];
  return candidates.find((file) => existsSync(file)) ?? candidates[0] ?? "";
}
__name(entry, "entry");

// src/shells/bot/server.ts
import { createServer } from "node:http";
var webhookPath = "/api/github/webhooks";
var largest = 25 * 1024 * 1024;
async function listen(behind2, { host, port }) {
  const server = createServer((request, response) => {
    void respond(behind2, request, response);
  });
  server.requestTimeout = 15e3;
  server.headersTimeout = 1e4;
  await started(server, host, port);
  const { address, family, port: taken } = server.address();
  const close = /* @__PURE__ */ __name(() => new Promise((closed) => {
    server.close(() => closed());
    server.closeIdleConnections();
  }), "close");
  return { url: `http://${family === "IPv6" ? `[${address}]` : address}:${taken}`, close };
}
__name(listen, "listen");
function started(server, host, port) {
  return new Promise((ready, failed) => {
    server.once(
      "error",
      (error) => failed(problem("address-taken", { address: `${host}:${port}`, why: error.code ?? error.message }, error))
    );
    server.listen(port, host, ready);
  });
}
__name(started, "started");
async function respond(behind2, request, response) {
  const path = (request.url ?? "/").split("?")[0];
  try {
    if (path === webhookPath) return await webhook(behind2, request, response);
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 404, "There is nothing here.");
    if (path === "/healthz") return end(response, 200, "alive");
    if (path === "/readyz") {
      const why = await behind2.readiness();
      return end(response, why === void 0 ? 200 : 503, why ?? "ready");
    }
    if (path === "/metrics") return end(response, 200, await behind2.page(), "text/plain; version=0.0.4; charset=utf-8");
    if (behind2.status !== void 0 && (path === "/status" || path?.startsWith("/status/") === true)) {
      const { status, headers, body } = await behind2.status(path, new URL(request.url ?? "/", "http://bot").searchParams, request.headers);
      response.writeHead(
        status,
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]))
      );
      return void response.end(body);
    }
    return end(response, 404, "There is nothing here.");
  } catch (error) {
    behind2.log.error("A request could not be answered", { path: path ?? "", why: wordsOf(error) });
    return end(response, 503, "That failed here. The log says why.");
  }
}
__name(respond, "respond");
async function webhook(behind2, request, response) {
  const since = performance.now();
  const event = headerText(request.headers["x-github-event"]);
  const told = /* @__PURE__ */ __name((outcome) => behind2.answered({ outcome, seconds: (performance.now() - since) / 1e3, event }), "told");
  if (request.method !== "POST") return end(response, 405, "Webhooks are posted here.");
  try {
    const body = await bodyOf(request);
    const { status, said, outcome } = body === void 0 ? tooLarge : await behind2.receive(request.headers, body);
    if (body === void 0) response.setHeader("connection", "close");
    end(response, status, said);
    told(outcome);
  } catch (error) {
    told("failed");
    throw error;
  }
}
__name(webhook, "webhook");
var tooLarge = { status: 413, said: "GitHub sends nothing larger than 25 MB.", outcome: "refused" };
async function bodyOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
__name(bodyOf, "bodyOf");
function headerText(header) {
  return typeof header === "string" ? header : "";
}
__name(headerText, "headerText");
function end(response, status, text, type = "text/plain; charset=utf-8") {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff" });
  response.end(`${text.trimEnd()}
`);
}
__name(end, "end");

// src/shells/bot/sweep.ts
var kept = 3 * 24 * 3600 * 1e3;
var overlap = 10 * 60 * 1e3;
async function sweep({ app, queue, repositories, now }, since) {
  const began = now();
  const oldest = Math.max(began - kept, (since ?? 0) - overlap);
  const missed = await missedSince(app, oldest);
  const known = await queue.known([...missed.keys()]);
  let found = 0;
  for (const [guid, delivery] of [...missed].filter(([id]) => !known.has(id)).reverse()) {
    const payload = await app.contentOf(delivery);
    const sorted = sort({ delivery: guid, event: delivery.event, payload, body: JSON.stringify(payload), at: delivery.at }, repositories);
    if (sorted.kind === "work" && await queue.accept(sorted.arrival) === "new") found += 1;
  }
  return { found, until: began };
}
__name(sweep, "sweep");
async function missedSince(app, oldest) {
  const missed = /* @__PURE__ */ new Map();
  const arrived = /* @__PURE__ */ new Set();
  for await (const page of app.deliveries()) {
    for (const delivery of page) {
      if (delivery.at < oldest) return without(missed, arrived);
      if (delivery.arrived) arrived.add(delivery.guid);
      else if (isWanted(delivery.event, delivery.action)) missed.set(delivery.guid, delivery);
    }
  }
  return without(missed, arrived);
}
__name(missedSince, "missedSince");
function without(missed, arrived) {
  return new Map([...missed].filter(([guid]) => !arrived.has(guid)));
}
__name(without, "without");

// src/shells/bot/webhook.ts
async function receive(reception, headers, body) {
  const { queue, isSigned, repositories, now } = reception;
  if (!isSigned(body, textOf(headers["x-hub-signature-256"]))) return refused(401, "The signature is missing or wrong.");
  const [delivery, event] = [textOf(headers["x-github-delivery"]), textOf(headers["x-github-event"])];
  if (delivery === void 0 || event === void 0) return refused(400, "x-github-delivery or x-github-event is missing.");
  if (!headers["content-type"]?.startsWith("application/json")) return refused(415, "Set the webhook's content type to application/json.");
  const text = Buffer.from(body).toString("utf8");
  const payload = parsed(text);
  if (payload === void 0) return refused(400, "The body is not a JSON object.");
  if (event === "ping") return { status: 200, said: "Isthmus listens.", outcome: "ignored" };
  const sorted = sort({ delivery, event, payload, body: text, at: now() }, repositories);
  if (sorted.kind === "ignored") return { status: 200, said: `Nothing to do: ${sorted.why}.`, outcome: "ignored" };
  const kept2 = await queue.accept(sorted.arrival);
  return kept2 === "new" ? { status: 202, said: "Accepted.", outcome: "accepted" } : { status: 200, said: "Known already.", outcome: "known" };
}
__name(receive, "receive");
function refused(status, said) {
  return { status, said, outcome: "refused" };
}
__name(refused, "refused");
function textOf(header) {
  return typeof header === "string" && header !== "" ? header : void 0;
}
__name(textOf, "textOf");
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(parsed, "parsed");
var rounds = 200;
async function practise(reception) {
  const [name = ""] = reception.repositories;
  const payload = {
    action: "created",
    installation: { id: 1 },
    repository: { full_name: name.replace("*", "practice"), default_branch: "main", description: "x".repeat(1e4) },
    issue: { number: 1, pull_request: {} },
    comment: { id: 1, body: "Some words.\n\n/status\n", user: { login: "practice", type: "User" } }
  };
  const body = Buffer.from(JSON.stringify(payload));
  const headers = { "content-type": "application/json", "x-github-delivery": "practice", "x-github-event": "issue_comment" };
  const nowhere = { ...reception, queue: { accept: /* @__PURE__ */ __name(async () => "known", "accept") } };
  for (let round = 0; round < rounds; round++) {
    reception.isSigned(body, `sha256=${"0".repeat(64)}`);
    await receive({ ...nowhere, isSigned: /* @__PURE__ */ __name(() => true, "isSigned") }, headers, body);
  }
}
__name(practise, "practise");

// src/shells/bot/house.ts
async function open({ settings, log, env, queue, clock }) {
  const figures = createFigures({ queue, now: clock.now });
  const hands = Array.from({ length: settings.workers }, () => createHand({ env, log }));
  const foreman = createForeman({ queue, hands, clock, log, ended: figures.ended });
  const closing = new AbortController();
  const reception = {
    queue,
    isSigned: /* @__PURE__ */ __name((body, signature) => isSignedWebhook(body, signature, settings.webhookSecrets), "isSigned"),
    repositories: settings.repositories,
    now: clock.now
  };
  await practise(reception);
  const door = await listen(
    {
      receive: /* @__PURE__ */ __name(async (headers, body) => {
        const answer = await receive(reception, headers, body);
        if (answer.outcome === "accepted") foreman.nudge();
        return answer;
      }, "receive"),
      readiness: /* @__PURE__ */ __name(() => readiness(queue, closing.signal), "readiness"),
      page: figures.page,
      status: await statusPage({ settings, queue, clock, log }),
      answered: figures.answered,
      log
    },
    settings
  ).catch(async (error) => {
    await foreman.stop(0);
    throw error;
  });
  const rounds2 = [
    sweeps({ settings, log, queue, clock, found: foreman.nudge, swept: figures.swept }, closing.signal),
    looks({ settings, log, queue, clock, found: foreman.nudge }, closing.signal)
  ];
  return {
    url: door.url,
    close: /* @__PURE__ */ __name(async (graceMs) => {
      closing.abort();
      await Promise.all([door.close(), foreman.stop(graceMs)]);
      await Promise.all(rounds2);
    }, "close")
  };
}
__name(open, "open");
async function readiness(queue, closing) {
  if (closing.aborted) return "stopping";
  return queue.figures().then(
    () => void 0,
    () => "the queue does not answer"
  );
}
__name(readiness, "readiness");
async function sweeps({ settings, log, queue, clock, found, swept }, closing) {
  if (settings.sweepEvery === 0) return;
  const app = await createApp(settings.app, () => () => void 0);
  let since;
  while (!closing.aborted) {
    try {
      const done = await sweep({ app, queue, repositories: settings.repositories, now: clock.now }, since);
      since = done.until;
      swept("whole", done.found);
      if (done.found > 0) {
        log.warn("Webhooks that did not arrive were fetched from GitHub", { found: done.found });
        found();
      }
    } catch (error) {
      swept("failed", 0);
      log.error("GitHub could not be asked for webhooks that did not arrive", { why: wordsOf(error) });
    }
    await clock.sleep(settings.sweepEvery, closing);
  }
}
__name(sweeps, "sweeps");
async function looks({ settings, log, queue, clock, found }, closing) {
  const { lookEvery: every, repositories } = settings;
  if (every === 0) return;
  const app = await createApp(settings.app, () => () => void 0);
  while (!closing.aborted) {
    const planned = await planLooks({ app, queue, repositories, now: clock.now, every }).catch((error) => {
      log.error("No look at the clusters could be planned", { why: wordsOf(error) });
      return void 0;
    });
    if (planned !== void 0 && planned > 0) found();
    await clock.sleep(planned === void 0 ? Math.min(every, lookAgain) : every - clock.now() % every, closing);
  }
}
__name(looks, "looks");
var lookAgain = 5 * 6e4;
async function statusPage({
  settings,
  queue,
  clock,
  log
}) {
  const { app: options, status } = settings;
  if (status === void 0) return void 0;
  const { createStatusDesk } = await import("./desk-PT27HVFK.js");
  const { publicUrl, ...client } = status;
  const signIn = { ...client, web: webOf(options.apiUrl), apiUrl: options.apiUrl, callback: `${publicUrl}/status/callback` };
  return createStatusDesk({ signIn, app: await createApp(options, () => () => void 0), queue, clock, log });
}
__name(statusPage, "statusPage");
export {
  open
};
