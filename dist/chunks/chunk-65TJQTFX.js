import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createSigners
} from "./chunk-LF4CDPYV.js";
import {
  systemClock
} from "./chunk-UC7PK5FU.js";
import {
  createStandingWorld
} from "./chunk-PKMA246P.js";
import {
  holesIn
} from "./chunk-4KRHMPIQ.js";
import {
  keyFingerprint
} from "./chunk-E5LXM35L.js";
import {
  idOf,
  idText
} from "./chunk-QO6EB2WJ.js";
import {
  bearer,
  fixed
} from "./chunk-FXYG3R5E.js";
import {
  Secret,
  sealedText,
  withoutFingerprints
} from "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  readValues,
  writeYaml
} from "./chunk-PIHHU2PB.js";
import {
  isList,
  isObject,
  listAt,
  objectAt,
  textAt,
  valueAt
} from "./chunk-SNTM2N2I.js";
import {
  require_undici
} from "./chunk-A5U2Z45U.js";
import {
  __name,
  __toESM
} from "./chunk-V6HKU3TC.js";

// src/adapters/kubernetes/json.ts
var { rawJSON } = JSON;
var longNumber = /[:[,]\s*-?\d{16}/u;
function parseJson(text) {
  if (rawJSON === void 0 || !longNumber.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value, context) => {
    const source = context?.source;
    if (typeof value !== "number" || source === void 0 || !/^-?\d+$/u.test(source)) return value;
    return String(value) === source ? value : rawJSON(source);
  });
}
__name(parseJson, "parseJson");

// src/adapters/kubernetes/clean.ts
var privateKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,12}-----|$)/gu;
var encodedPem = /(?:LS0tLS1CRUdJTi|TFMwdExTMUNSVWRK)[A-Za-z0-9+/]{40,}={0,2}/gu;
var webToken = /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/gu;
var bearer2 = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/giu;
var userInfo = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/giu;
var longest = 600;
function clean(text, secrets = []) {
  const plain = withoutSecrets(text, secrets).replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest).trimEnd()} \u2026 (${plain.length - longest} more characters)`;
}
__name(clean, "clean");
function withoutSecrets(text, secrets) {
  const known = secrets.filter((secret) => secret.length >= 4).sort((a, b) => b.length - a.length);
  let shown = text;
  for (const secret of known) for (const form of formsOf(secret)) shown = shown.replaceAll(form, "***");
  return shown.replace(privateKey, "***").replace(encodedPem, "***").replace(webToken, "***").replace(bearer2, "$1 ***").replace(userInfo, "$1***@");
}
__name(withoutSecrets, "withoutSecrets");
function formsOf(secret) {
  const encoded = Buffer.from(secret).toString("base64");
  const quoted = JSON.stringify(secret).slice(1, -1);
  return quoted === secret ? [secret, encoded] : [secret, quoted, encoded];
}
__name(formsOf, "formsOf");

// src/adapters/kubernetes/status.ts
function statusOf(answer) {
  const body = tryParse(answer.text);
  if (!isObject(body) || body["kind"] !== "Status") return { isStatus: false, reason: "", message: answer.text, details: {}, causes: [] };
  const details = objectAt(body, "details");
  const causes = listAt(details, "causes").map((cause) => ({
    reason: textAt(cause, "reason") ?? "",
    message: textAt(cause, "message") ?? "",
    field: textAt(cause, "field") ?? ""
  }));
  return { isStatus: true, reason: textAt(body, "reason") ?? "", message: textAt(body, "message") ?? "", details, causes };
}
__name(statusOf, "statusOf");
function tryParse(text) {
  try {
    return parseJson(text);
  } catch {
    return void 0;
  }
}
__name(tryParse, "tryParse");

// src/adapters/kubernetes/refusal.ts
function refusal(answer, about) {
  const status = statusOf(answer);
  const { cluster, object } = about;
  const why = clean(status.message === "" ? `HTTP ${answer.status}` : status.message, about.secrets);
  const hook = hookProblem(status, about);
  if (hook !== void 0) return hook;
  if (isMalformed(answer)) return problem("object-refused", { cluster, object, why });
  if (answer.status === 401) return problem("credentials-refused", { cluster });
  if (answer.status === 403) return forbidden(status, about, why);
  if (answer.status === 409) return conflict(status, about);
  if (answer.status === 429) return problem("cluster-overloaded", { cluster, why: `it answered 429 (${why})` });
  if (answer.status === 504) return problem("cluster-overloaded", { cluster, why: `it ran out of time (${why})` });
  if (answer.status >= 500) return problem("cluster-overloaded", { cluster, why: `it answered ${answer.status} (${why})` });
  return problem("object-refused", { cluster, object, why });
}
__name(refusal, "refusal");
function hookProblem({ message }, { cluster, object, secrets }) {
  const denied = /admission webhook "([^"]+)" denied the request(?:: ([\s\S]*))?/u.exec(message);
  if (denied !== null) {
    const why = clean(denied[2] ?? "it gave no reason", secrets);
    return problem("webhook-refused", { cluster, object, webhook: clean(denied[1] ?? "", secrets), why });
  }
  const failed = failedHook.exec(message);
  if (failed === null) return void 0;
  const webhook = failed[1] ?? `conversion of ${failed[2] ?? ""}`;
  return problem("webhook-unreachable", { cluster, object, webhook: clean(webhook, secrets), why: clean(failed[3] ?? "", secrets) });
}
__name(hookProblem, "hookProblem");
var failedHook = /(?:failed calling webhook "([^"]+)"|conversion webhook for (.{1,200}?) failed): ([\s\S]*)/u;
function isFailedHook(answer) {
  return answer.status === 500 && failedHook.test(answer.text.replaceAll(String.raw`\"`, '"'));
}
__name(isFailedHook, "isFailedHook");
function isMalformed(answer) {
  return answer.status === 500 && answer.text.includes("failed to create typed patch object");
}
__name(isMalformed, "isMalformed");
var cannot = /cannot (\S+) (?:resource "([^"]*)" in API group "([^"]*)"|path "([^"]*)")(?: in the namespace "([^"]*)")?/u;
var escalation = /attempting to grant RBAC permissions not currently held/u;
function forbidden(status, { cluster, verb, object }, why) {
  const found = cannot.exec(status.message);
  if (found !== null) {
    const [, denied = verb, resource = "", group = "", path = "", namespace = ""] = found;
    const what = resource === "" ? path : `${resource}${group === "" ? "" : `.${group}`}`;
    return problem("permission-missing", { cluster, verb: denied, what: namespace === "" ? what : `${what} in namespace ${namespace}` });
  }
  const kind = textAt(status.details, "kind") ?? object;
  if (escalation.test(status.message)) return problem("permission-missing", { cluster, verb: "escalate", what: kind });
  if (status.reason === "" || status.message === "") return problem("permission-missing", { cluster, verb, what: object });
  return problem("object-refused", { cluster, object, why });
}
__name(forbidden, "forbidden");
function conflict({ causes }, { cluster, object, secrets }) {
  const contested = causes.filter(({ reason }) => reason === "FieldManagerConflict");
  if (contested.length === 0) return problem("object-moved", { cluster, object });
  const managers = new Set(contested.map(({ message }) => /conflict with "([^"]*)"/u.exec(message)?.[1] ?? message));
  const fields = new Set(contested.map(({ field }) => field));
  return problem("field-conflict", { cluster, object, managers: listed(managers, secrets), fields: listed(fields, secrets) });
}
__name(conflict, "conflict");
function listed(names, secrets) {
  return [...names].sort().map((name) => clean(name, secrets)).join(", ");
}
__name(listed, "listed");

// src/adapters/kubernetes/server.ts
async function ask(server2, call, subject) {
  const answer = await server2.transport.send(call);
  if (answer.status >= 300) throw refused(server2, answer, subject);
  return contentOf(server2, answer);
}
__name(ask, "ask");
function refused({ cluster, transport }, answer, subject) {
  const { verb, object, secrets = [] } = subject;
  return refusal(answer, { cluster, verb, object, secrets: [...transport.secrets(), ...secrets] });
}
__name(refused, "refused");
function contentOf({ cluster }, answer) {
  try {
    return parseJson(answer.text);
  } catch {
    const why = "what answers there is no API server: it sent no JSON (a proxy, or a page to log in?)";
    throw problem("cluster-unreachable", { cluster, url: "its address", why });
  }
}
__name(contentOf, "contentOf");
function isAbsence(answer) {
  return answer.status === 404 && statusOf(answer).reason === "NotFound";
}
__name(isAbsence, "isAbsence");
async function resourceOf(server2, kind) {
  const found = await server2.catalogue.await(kind);
  if (found === void 0) throw problem("kind-not-served", { cluster: server2.cluster, kind: kind.kind, apiVersion: kind.apiVersion });
  return found;
}
__name(resourceOf, "resourceOf");
function pathOf({ apiVersion, plural, isNamespaced }, namespace, name = "") {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = isNamespaced && namespace !== "" ? `/namespaces/${encodeURIComponent(namespace)}` : "";
  return [group, place, `/${plural}`, name === "" ? "" : `/${encodeURIComponent(name)}`].join("");
}
__name(pathOf, "pathOf");
function objectIn(value) {
  return isObject(value) ? value : {};
}
__name(objectIn, "objectIn");

// src/adapters/kubernetes/discovery.ts
var aggregated = ["v2", "v2beta1"].map((version) => `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`);
var accept = [...aggregated, "application/json"].join(",");
var againMs = 250;
var patienceMs = 1e4;
function createCatalogue({ cluster, transport, clock }) {
  let known = new Known({ cluster, transport, clock });
  const awaited = /* @__PURE__ */ new Set();
  let askedAt = Number.NEGATIVE_INFINITY;
  const forget = /* @__PURE__ */ __name(() => {
    known = new Known({ cluster, transport, clock });
  }, "forget");
  const find = /* @__PURE__ */ __name(async ({ apiVersion, kind }) => {
    const found = await known.find(apiVersion, kind);
    if (found !== void 0 || !awaited.has(`${apiVersion} ${kind}`)) return found;
    if (clock.monotonic() - askedAt >= againMs) {
      askedAt = clock.monotonic();
      forget();
    }
    return known.find(apiVersion, kind);
  }, "find");
  return {
    forget,
    find,
    await: /* @__PURE__ */ __name(async (kind) => {
      const until = clock.monotonic() + patienceMs;
      for (; ; ) {
        const found = await find(kind);
        if (found !== void 0 || !awaited.has(`${kind.apiVersion} ${kind.kind}`) || clock.monotonic() >= until) return found;
        await clock.sleep(againMs);
      }
    }, "await"),
    defined: /* @__PURE__ */ __name((definition) => {
      for (const kind of kindsIn(definition)) awaited.add(kind);
    }, "defined")
  };
}
__name(createCatalogue, "createCatalogue");
function kindsIn(definition) {
  const spec = objectAt(definition, "spec");
  const served = listAt(spec, "versions").filter((version) => valueAt(version, ["served"]) === true);
  return served.map((version) => `${textAt(spec, "group") ?? ""}/${textAt(version, "name") ?? ""} ${textAt(spec, "names", "kind") ?? ""}`);
}
__name(kindsIn, "kindsIn");
var Known = class {
  static {
    __name(this, "Known");
  }
  #options;
  #asked = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  async find(apiVersion, kind) {
    const path = apiVersion.includes("/") ? "/apis" : "/api";
    const root2 = await this.#once(path, true);
    if (root2.isStale.has(apiVersion)) {
      this.#asked.delete(path);
      const why = `whoever serves ${apiVersion} behind it does not answer`;
      throw problem("cluster-overloaded", { cluster: this.#options.cluster, why });
    }
    if (root2.isWhole) return root2.kinds.get(`${apiVersion} ${kind}`);
    const version = await this.#once(`${path}/${apiVersion}`, false);
    return version.kinds.get(`${apiVersion} ${kind}`);
  }
  #once(path, isRoot) {
    const asked = this.#asked.get(path) ?? this.#ask(path, isRoot);
    this.#asked.set(path, asked);
    asked.catch(() => this.#asked.delete(path));
    return asked;
  }
  /** A version that is not there has no kinds; a root that is not there means that this is no API server, and then nothing may be called absent. */
  async #ask(path, isRoot) {
    const { transport } = this.#options;
    const answer = await transport.send({ method: "GET", path, isRepeatable: true, ...isRoot ? { accept } : {} });
    if (!isRoot && (isAbsence(answer) || answer.status === 404 && answer.text.startsWith("404 page not found"))) return nothing;
    if (answer.status >= 300) throw refused(this.#options, answer, { verb: "get", object: path });
    const list2 = contentOf(this.#options, answer);
    switch (textAt(list2, "kind")) {
      case "APIGroupDiscoveryList":
        return aggregatedKinds(list2);
      case "APIResourceList":
        return legacyKinds(list2, textAt(list2, "groupVersion") ?? "");
      case "APIGroupList":
      case "APIVersions":
        return nothing;
    }
    const why = `it answered ${path} with something else than a list of kinds`;
    throw problem("cluster-unreachable", { cluster: this.#options.cluster, url: "its address", why });
  }
};
var nothing = { kinds: /* @__PURE__ */ new Map(), isWhole: false, isStale: /* @__PURE__ */ new Set() };
function aggregatedKinds(list2) {
  const kinds = /* @__PURE__ */ new Map();
  const isStale = /* @__PURE__ */ new Set();
  for (const group of listAt(list2, "items")) {
    const name = textAt(group, "metadata", "name") ?? "";
    for (const version of listAt(group, "versions")) {
      const apiVersion = `${name === "" ? "" : `${name}/`}${textAt(version, "version") ?? ""}`;
      const resources = listAt(version, "resources");
      if (textAt(version, "freshness") === "Stale" && resources.length === 0) isStale.add(apiVersion);
      for (const resource of resources) {
        const kind = textAt(resource, "responseKind", "kind") ?? "";
        const plural = textAt(resource, "resource") ?? "";
        kinds.set(`${apiVersion} ${kind}`, { apiVersion, plural, isNamespaced: textAt(resource, "scope") === "Namespaced" });
      }
    }
  }
  return { kinds, isWhole: true, isStale };
}
__name(aggregatedKinds, "aggregatedKinds");
function legacyKinds(list2, apiVersion) {
  const kinds = /* @__PURE__ */ new Map();
  for (const resource of listAt(list2, "resources")) {
    const plural = textAt(resource, "name") ?? "";
    if (plural.includes("/")) continue;
    kinds.set(`${apiVersion} ${textAt(resource, "kind") ?? ""}`, {
      apiVersion,
      plural,
      isNamespaced: valueAt(resource, ["namespaced"]) === true
    });
  }
  return { kinds, isWhole: false, isStale: /* @__PURE__ */ new Set() };
}
__name(legacyKinds, "legacyKinds");

// src/adapters/kubernetes/forward.ts
var import_undici = __toESM(require_undici(), 1);

// src/adapters/kubernetes/attempt.ts
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var unzip = promisify(gunzip);
var largest = 512 * 1024 * 1024;
async function attempt(dispatcher, origin, wire2, timeoutMs) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const { method, path, headers, body } = wire2;
    const sent = { origin, method, path, headers, signal: abort.signal, body: body ?? null, headersTimeout: 0, bodyTimeout: 0 };
    const since = performance.now();
    const response = await dispatcher.request(sent);
    const tookMs = performance.now() - since;
    const header = /* @__PURE__ */ __name((name) => [response.headers[name]].flat()[0], "header");
    const content = await collect(response.body, header("content-encoding") === "gzip");
    return { kind: "answer", answer: { status: response.statusCode, header, text: content, tookMs } };
  } catch (error) {
    return abort.signal.aborted ? { kind: "slow" } : failure(error);
  } finally {
    clearTimeout(timer);
  }
}
__name(attempt, "attempt");
async function collect(body, isZipped) {
  const chunks = [];
  let size = 0;
  for await (const chunk2 of body) {
    size += chunk2.length;
    if (size > largest) throw Object.assign(new Error("the answer is larger than 512 MB"), { code: "TOO_LARGE" });
    chunks.push(chunk2);
  }
  const whole = Buffer.concat(chunks);
  return (isZipped ? await unzip(whole) : whole).toString("utf8");
}
__name(collect, "collect");
var unsent = /* @__PURE__ */ new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "ETIMEDOUT",
  "UND_ERR_PRX_TLS"
]);
function failure(error) {
  const inner = error instanceof AggregateError && error.errors[0] !== void 0 ? error.errors[0] : error;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : "";
  const why = inner instanceof Error && inner.message !== "" ? inner.message : code || "unknown";
  if (code === "ECONNRESET" || code === "UND_ERR_SOCKET" || code === "EPIPE") return { kind: "failed", code, why, isSent: true };
  if (unsent.has(code)) return { kind: "failed", code, why, isSent: false };
  return { kind: "failed", code: "", why: code === "" || why.includes(code) ? why : `${why} (${code})`, isSent: true };
}
__name(failure, "failure");

// src/adapters/kubernetes/forward-pipe.ts
import { Duplex } from "node:stream";
function piped(socket) {
  const greeted = /* @__PURE__ */ new Set();
  const pipe = new Duplex({
    read: /* @__PURE__ */ __name(() => void 0, "read"),
    write: /* @__PURE__ */ __name((chunk2, _, done) => {
      socket.send(Buffer.concat([Buffer.of(0), chunk2]));
      done();
    }, "write"),
    destroy: /* @__PURE__ */ __name((error, done) => {
      socket.close();
      done(error);
    }, "destroy")
  });
  socket.addEventListener("message", ({ data }) => {
    if (!(data instanceof ArrayBuffer)) return;
    const bytes = Buffer.from(data);
    const channel = bytes[0] ?? 0;
    if (!greeted.has(channel)) greeted.add(channel);
    else if (channel === 1) pipe.destroy(new Error(bytes.subarray(1).toString("utf8").trim()));
    else pipe.push(bytes.subarray(1));
  });
  socket.addEventListener("close", () => pipe.push(null));
  return pipe;
}
__name(piped, "piped");
function opened(socket, timeoutMs) {
  socket.binaryType = "arraybuffer";
  return new Promise((done) => {
    const timer = setTimeout(() => done("slow"), timeoutMs);
    const end = /* @__PURE__ */ __name((how) => () => {
      clearTimeout(timer);
      done(how);
    }, "end");
    socket.addEventListener("open", end("open"));
    socket.addEventListener("error", end("refused"));
    socket.addEventListener("close", end("refused"));
  });
}
__name(opened, "opened");

// src/adapters/kubernetes/forward.ts
async function forward(server2, { namespace, name, port }, timeoutMs) {
  const { cluster, transport } = server2;
  const target = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/portforward?ports=${port}`;
  const what = `pod ${namespace}/${name} port ${port}`;
  for (let isSecond = false; ; isSecond = true) {
    const { socket, leave } = await transport.socket(target, ["v4.channel.k8s.io"]);
    const how = await opened(socket, timeoutMs);
    if (how === "open") return overPipe({ pipe: piped(socket), port, leave }, { cluster, what, secrets: transport.secrets() });
    leave();
    if (how === "slow") throw problem("cluster-slow", { cluster, request: `port-forward to ${what}`, seconds: timeoutMs / 1e3 });
    await explain(server2, target, what);
    if (isSecond) throw problem("cluster-unreachable", { cluster, url: what, why: "the port could not be forwarded" });
  }
}
__name(forward, "forward");
async function explain(server2, target, what) {
  for (const [method, verb] of [
    ["GET", "get"],
    ["POST", "create"]
  ]) {
    const answer = await server2.transport.send({ method, path: target, isRepeatable: true });
    const wantsUpgrade = answer.status === 400 && /upgrade/iu.test(answer.text);
    if (answer.status >= 300 && !wantsUpgrade) throw refused(server2, answer, { verb, object: `port-forward to ${what}` });
  }
}
__name(explain, "explain");
function overPipe({ pipe, port, leave }, about) {
  const origin = `http://localhost:${port}`;
  let isTaken = false;
  const connect2 = /* @__PURE__ */ __name((_, done) => {
    const given2 = isTaken ? void 0 : pipe;
    isTaken = true;
    queueMicrotask(() => given2 === void 0 ? done(new Error("the port-forward ended"), null) : done(null, given2));
  }, "connect");
  const client = new import_undici.Client(origin, { connect: connect2 });
  const end = /* @__PURE__ */ __name(() => {
    void client.destroy().catch(() => void 0);
    pipe.destroy();
    leave();
  }, "end");
  return {
    get: /* @__PURE__ */ __name((path, timeoutMs) => get(client, { origin, path, timeoutMs }, about), "get"),
    isAlive: /* @__PURE__ */ __name(() => !pipe.destroyed && !pipe.readableEnded, "isAlive"),
    end
  };
}
__name(overPipe, "overPipe");
async function get(client, { origin, path, timeoutMs }, { cluster, what, secrets }) {
  const headers = { accept: "*/*", "accept-encoding": "gzip" };
  const outcome = await attempt(client, origin, { method: "GET", path, headers, body: void 0 }, timeoutMs);
  switch (outcome.kind) {
    case "slow":
      throw problem("cluster-slow", { cluster, request: `GET ${path} of ${what}`, seconds: timeoutMs / 1e3 });
    case "failed":
      throw problem("cluster-unreachable", { cluster, url: what, why: clean(outcome.why, secrets) });
    case "answer": {
      const { status, text } = outcome.answer;
      if (status < 200 || status >= 300) {
        throw problem("object-refused", { cluster, object: `GET ${path} of ${what}`, why: `it answered ${status}` });
      }
      return text;
    }
  }
}
__name(get, "get");

// src/adapters/kubernetes/forwards.ts
var idleMs = 2e3;
function createForwards(server2) {
  const held = /* @__PURE__ */ new Set();
  let waiting = 0;
  const end = /* @__PURE__ */ __name((one) => {
    clearTimeout(one.idle);
    held.delete(one);
    one.forward.end();
  }, "end");
  const idle = /* @__PURE__ */ __name(() => [...held].filter(({ isBusy }) => !isBusy), "idle");
  const taken = /* @__PURE__ */ __name(async (pod, timeoutMs) => {
    const key = JSON.stringify(pod);
    for (const one2 of idle()) if (!one2.forward.isAlive()) end(one2);
    const kept = idle().find((one2) => one2.key === key);
    if (kept !== void 0) return kept;
    for (const one2 of idle()) end(one2);
    waiting += 1;
    const opened2 = await forward(server2, pod, timeoutMs).finally(() => waiting -= 1);
    const one = { key, forward: opened2, isBusy: true, idle: void 0 };
    held.add(one);
    return one;
  }, "taken");
  const back = /* @__PURE__ */ __name((one) => {
    one.isBusy = false;
    if (waiting > 0 || !one.forward.isAlive()) return end(one);
    one.idle = setTimeout(() => end(one), idleMs).unref();
  }, "back");
  const asked = /* @__PURE__ */ __name(async (one, path, timeoutMs) => {
    one.isBusy = true;
    clearTimeout(one.idle);
    try {
      return await one.forward.get(path, timeoutMs);
    } finally {
      back(one);
    }
  }, "asked");
  return {
    get: /* @__PURE__ */ __name(async (pod, path, timeoutMs) => {
      const one = await taken(pod, timeoutMs);
      const isKept = one.idle !== void 0;
      try {
        return await asked(one, path, timeoutMs);
      } catch (error) {
        if (!isKept || one.forward.isAlive()) throw error;
        return await asked(await taken(pod, timeoutMs), path, timeoutMs);
      }
    }, "get")
  };
}
__name(createForwards, "createForwards");

// src/adapters/kubernetes/pod-answer.ts
var proxied = /^\/api\/v1\/namespaces\/[^/]+\/(?:pods|services)\/[^/]+\/proxy(?:[/?]|$)/u;
function isOfPod(path, answer) {
  return answer.status >= 300 && proxied.test(path) && !statusOf(answer).isStatus;
}
__name(isOfPod, "isOfPod");

// src/adapters/kubernetes/private-facts.ts
import { createPrivateKey, createPublicKey } from "node:crypto";
function keyFacts(path, pem) {
  try {
    return { kind: "private-key", path, fingerprint: keyFingerprint(createPublicKey(createPrivateKey(pem))) };
  } catch {
    return { kind: "opaque", path };
  }
}
__name(keyFacts, "keyFacts");
function tokenFacts(path, text) {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/u.exec(text.trim()) ?? [];
  if (payload === void 0) return void 0;
  let claims;
  try {
    claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  } catch {
    return void 0;
  }
  const time = /* @__PURE__ */ __name((name) => {
    const value = valueAt(claims, [name]);
    return typeof value === "number" ? value * 1e3 : void 0;
  }, "time");
  const accountUid = textAt(claims, "kubernetes.io", "serviceaccount", "uid") ?? textAt(claims, "kubernetes.io/serviceaccount/service-account.uid");
  return { kind: "token", path, subject: textAt(claims, "sub"), accountUid, issuedAt: time("iat"), expiresAt: time("exp") };
}
__name(tokenFacts, "tokenFacts");

// src/adapters/kubernetes/public-text.ts
var publicBlocks = /^(?:\s*-----BEGIN (CERTIFICATE|X509 CRL|PUBLIC KEY)-----[A-Za-z0-9+/=\s]+-----END \1-----)+\s*$/u;
function isPublic(text) {
  return publicBlocks.test(text);
}
__name(isPublic, "isPublic");

// src/adapters/kubernetes/sealed-value.ts
import { createHmac } from "node:crypto";
function sealedValue(value) {
  return sealedText(createHmac("sha256", "isthmus.dev sealed value 1").update(value).digest("hex").slice(0, 32));
}
__name(sealedValue, "sealedValue");

// src/adapters/kubernetes/seal-kubeconfig.ts
function sealedKubeconfig(path, text, privates) {
  const config = /\bclusters\b/u.test(text) && /\busers\b/u.test(text) ? kubeconfigIn(text) : void 0;
  if (config === void 0) return void 0;
  const walk = new Walk(path, privates);
  return writeYaml(walk.object(config, root));
}
__name(sealedKubeconfig, "sealedKubeconfig");
function kubeconfigIn(text) {
  try {
    const values = readValues(text);
    const [value] = values;
    return values.length === 1 && isObject(value) && isList(value["clusters"]) && isList(value["users"]) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(kubeconfigIn, "kubeconfigIn");
var server = {
  server: "address",
  "proxy-url": "address",
  "certificate-authority": "value",
  "certificate-authority-data": "certificate",
  "tls-server-name": "value",
  "insecure-skip-tls-verify": "value",
  "disable-compression": "value"
};
var user = { "client-certificate": "value", "client-certificate-data": "certificate", "client-key": "value", tokenFile: "value" };
var root = {
  apiVersion: "value",
  kind: "value",
  "current-context": "value",
  preferences: { colors: "value" },
  clusters: [{ name: "value", cluster: server }],
  contexts: [{ name: "value", context: { cluster: "value", user: "value", namespace: "value" } }],
  users: [{ name: "value", user }]
};
var Walk = class {
  static {
    __name(this, "Walk");
  }
  #path;
  #privates;
  constructor(path, privates) {
    this.#path = path;
    this.#privates = privates;
  }
  object(object, shape) {
    const entries = Object.keys(object).map((key) => {
      const shown = Object.hasOwn(shape, key) ? shape[key] : void 0;
      return [key, this.#value(key, object[key] ?? null, shown)];
    });
    return Object.fromEntries(entries);
  }
  #value(key, value, shown) {
    if (value === null || value === "" || isList(value) && value.length === 0) return value;
    if (shown === "value") return typeof value === "object" ? this.#seal(key, value) : value;
    if (shown === "address") return typeof value === "string" && !/\/\/[^/]*@/u.test(value) ? value : this.#seal(key, value);
    if (shown === "certificate") return typeof value === "string" && isCertificate(value) ? value : this.#seal(key, value);
    if (isShapes(shown)) return isList(value) ? value.map((entry) => this.#entry(key, entry, shown[0])) : this.#seal(key, value);
    return shown !== void 0 && isObject(value) ? this.object(value, shown) : this.#seal(key, value);
  }
  #entry(key, entry, shape) {
    return isObject(entry) ? this.object(entry, shape) : this.#seal(key, entry);
  }
  #seal(key, value) {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    this.#privates.push(factsOf(this.#path, key, text));
    return sealedValue(text);
  }
};
function isShapes(shown) {
  return Array.isArray(shown);
}
__name(isShapes, "isShapes");
function isCertificate(encoded) {
  return isPublic(Buffer.from(encoded, "base64").toString("utf8"));
}
__name(isCertificate, "isCertificate");
function factsOf(path, key, text) {
  if (key === "client-key-data") return keyFacts(path, Buffer.from(text, "base64").toString("utf8"));
  return (key === "token" ? tokenFacts(path, text) : void 0) ?? { kind: "opaque", path };
}
__name(factsOf, "factsOf");

// src/adapters/kubernetes/seal.ts
function sealed(object) {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1") return { kind: "present", object, privates: [] };
  const privates = [];
  const { data: _, stringData: __, ...rest } = object;
  const isAccountToken = object["type"] === "kubernetes.io/service-account-token";
  const entries = Object.entries(objectAt(object, "data")).map(([path, value]) => {
    const text = isAccountToken && path === "namespace" ? decoded(value) : void 0;
    return [path, text ?? textFor(path, value, privates)];
  });
  return { kind: "present", object: { ...withoutCopy(rest), stringData: Object.fromEntries(entries) }, privates };
}
__name(sealed, "sealed");
function withoutCopy(object) {
  const key = "kubectl.kubernetes.io/last-applied-configuration";
  const annotations = objectAt(object, "metadata", "annotations");
  if (annotations[key] === void 0) return object;
  const shown = { ...annotations, [key]: "***" };
  return { ...object, metadata: { ...objectAt(object, "metadata"), annotations: shown } };
}
__name(withoutCopy, "withoutCopy");
function textFor(path, value, privates) {
  const text = decoded(value);
  if (text === void 0) {
    privates.push({ kind: "opaque", path });
    return sealedValue(String(value));
  }
  if (text === "" || isPublic(text)) return text;
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(text)) {
    privates.push(keyFacts(path, text));
    return sealedValue(text);
  }
  const config = sealedKubeconfig(path, text, privates);
  if (config !== void 0) return config;
  privates.push(tokenFacts(path, text) ?? { kind: "opaque", path });
  return sealedValue(text);
}
__name(textFor, "textFor");
var utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decoded(value) {
  if (typeof value !== "string") return isObject(value) ? void 0 : "";
  try {
    return utf8.decode(Buffer.from(value, "base64"));
  } catch {
    return void 0;
  }
}
__name(decoded, "decoded");

// src/adapters/kubernetes/read.ts
async function read(server2, ref) {
  try {
    const resource = await server2.catalogue.find(ref);
    if (resource === void 0) return { kind: "absent" };
    const answer = await server2.transport.send({ method: "GET", path: pathOf(resource, ref.namespace, ref.name), isRepeatable: true });
    if (isAbsence(answer)) return { kind: "absent" };
    if (answer.status === 404 && await isGone(server2, ref)) return { kind: "absent" };
    if (answer.status >= 300) return { kind: "unknown", why: refused(server2, answer, { verb: "get", object: idText(ref) }) };
    return sealed(objectIn(contentOf(server2, answer)));
  } catch (error) {
    if (error instanceof Problem) return { kind: "unknown", why: error };
    throw error;
  }
}
__name(read, "read");
async function isGone(server2, kind) {
  server2.catalogue.forget();
  return await server2.catalogue.find(kind) === void 0;
}
__name(isGone, "isGone");
var chunk = "500";
var restarts = 2;
async function list(server2, where) {
  const { apiVersion, kind, namespace = "" } = where;
  const resource = await server2.catalogue.find({ apiVersion, kind });
  if (resource === void 0) return void 0;
  for (let attempt2 = 0; ; attempt2 += 1) {
    const found = await listOnce(server2, where, { resource, limit: attempt2 < restarts ? chunk : void 0 });
    if (found === "gone") return void 0;
    if (found !== "forgotten") return found;
    if (attempt2 > restarts) {
      const why = `it forgot the list of ${resource.plural}${namespace === "" ? "" : ` in ${namespace}`} while it was read`;
      throw problem("cluster-overloaded", { cluster: server2.cluster, why });
    }
  }
}
__name(list, "list");
async function listOnce(server2, where, { resource, limit }) {
  const { apiVersion, kind, namespace = "", labels, name } = where;
  const path = pathOf(resource, namespace);
  const objects = [];
  let next;
  for (; ; ) {
    const query = { limit, continue: next, labelSelector: labels, fieldSelector: fieldSelectorOf(name) };
    const answer = await server2.transport.send({ method: "GET", path, query, isRepeatable: true });
    if (answer.status === 410) return "forgotten";
    if (answer.status === 404 && await isGone(server2, where)) return "gone";
    if (answer.status >= 300) throw refused(server2, answer, { verb: "list", object: `${resource.plural} (${apiVersion})` });
    const body = contentOf(server2, answer);
    for (const item of entriesOf(server2, body)) objects.push(sealed({ apiVersion, kind, ...objectIn(item) }));
    next = textAt(body, "metadata", "continue") || void 0;
    if (next === void 0) return { objects, version: textAt(body, "metadata", "resourceVersion") ?? "" };
  }
}
__name(listOnce, "listOnce");
function entriesOf({ cluster }, body) {
  if (textAt(body, "kind")?.endsWith("List") !== true) {
    throw problem("cluster-unreachable", { cluster, url: "its address", why: "it answered a list with something else" });
  }
  return listAt(body, "items");
}
__name(entriesOf, "entriesOf");
function fieldSelectorOf(name) {
  return name && `metadata.name=${name}`;
}
__name(fieldSelectorOf, "fieldSelectorOf");

// src/adapters/kubernetes/reviews.ts
async function serverFacts(server2, clock) {
  const login = await server2.transport.login();
  const [{ answer, middle }, user2] = await Promise.all([versionAnswer(server2, clock), whoAmI(server2)]);
  if (answer.status >= 300) throw refused(server2, answer, { verb: "get", object: "/version" });
  const version = textAt(contentOf(server2, answer), "gitVersion") ?? "";
  return { url: login.url, ca: login.ca, version, clockSkewMs: skew(answer, middle), user: user2 };
}
__name(serverFacts, "serverFacts");
async function versionAnswer({ transport }, clock) {
  const answer = await transport.send({ method: "GET", path: "/version", isRepeatable: true });
  return { answer, middle: clock.now() - answer.tookMs / 2 };
}
__name(versionAnswer, "versionAnswer");
function skew(answer, ours) {
  const told = Date.parse(answer.header("date") ?? "");
  const seconds = Math.trunc((told + 500 - ours) / 1e3);
  return Number.isNaN(seconds) || seconds === 0 ? 0 : seconds * 1e3;
}
__name(skew, "skew");
async function whoAmI(server2) {
  const answer = await server2.transport.send(review("authentication.k8s.io/v1", "SelfSubjectReview"));
  if (answer.status === 401) throw refused(server2, answer, { verb: "create", object: "SelfSubjectReview" });
  return answer.status < 300 ? textAt(contentOf(server2, answer), "status", "userInfo", "username") : void 0;
}
__name(whoAmI, "whoAmI");
async function allowed(server2, right) {
  const [resource = "", subresource] = right.resource.split("/");
  const attributes = {
    verb: right.verb,
    group: right.group,
    resource,
    ...subresource === void 0 ? {} : { subresource },
    ...right.namespace === "" ? {} : { namespace: right.namespace },
    ...right.name === "" ? {} : { name: right.name }
  };
  const call = review("authorization.k8s.io/v1", "SelfSubjectAccessReview", { resourceAttributes: attributes });
  try {
    return valueAt(await ask(server2, call, { verb: "create", object: "SelfSubjectAccessReview" }), ["status", "allowed"]) === true;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
__name(allowed, "allowed");
function review(apiVersion, kind, spec) {
  const body = JSON.stringify({ apiVersion, kind, ...spec === void 0 ? {} : { spec } });
  const path = `/apis/${apiVersion}/${kind.toLowerCase()}s`;
  return { method: "POST", path, body, contentType: "application/json", isRepeatable: true };
}
__name(review, "review");
async function token(server2, request) {
  if (request.secret !== void 0) return legacyToken(server2, request.namespace, request.secret);
  const { namespace, account, seconds } = request;
  const call = {
    method: "POST",
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}/token`,
    body: JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds: seconds } }),
    contentType: "application/json",
    // A second token beside a lost first one harms nobody: both end.
    isRepeatable: true
  };
  const object = `token of ServiceAccount ${namespace}/${account}`;
  const answer = await ask(server2, call, { verb: "create", object });
  const minted = textAt(answer, "status", "token") ?? "";
  const expiresAt = Date.parse(textAt(answer, "status", "expirationTimestamp") ?? "");
  if (minted === "" || Number.isNaN(expiresAt)) {
    throw problem("object-refused", { cluster: server2.cluster, object, why: "the answer holds no token with an end" });
  }
  return { token: new Secret(minted), expiresAt };
}
__name(token, "token");
async function legacyToken(server2, namespace, name) {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(name)}`;
  const object = `Secret ${namespace}/${name}`;
  const secret = await ask(server2, { method: "GET", path, isRepeatable: true }, { verb: "get", object });
  const encoded = textAt(secret, "data", "token");
  if (encoded === void 0) throw problem("object-moved", { cluster: server2.cluster, object });
  return { token: new Secret(Buffer.from(encoded, "base64").toString("utf8")), expiresAt: Number.POSITIVE_INFINITY };
}
__name(legacyToken, "legacyToken");

// src/adapters/kubernetes/watch.ts
var firstPauseMs = 250;
var longestPauseMs = 8e3;
async function* watched(server2, where, { signal, clock }) {
  const known = /* @__PURE__ */ new Map();
  let version = "";
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    if (version === "") {
      const now = await list(server2, where);
      if (now === void 0) throw problem("kind-not-served", { cluster: server2.cluster, kind: where.kind, apiVersion: where.apiVersion });
      yield* differences(known, now.objects);
      version = now.version;
    }
    const end = yield* followed(server2, where, { signal, version, known });
    version = end.version;
    if (end.hadEvents) pauseMs = firstPauseMs;
    else {
      await clock.sleep(pauseMs, signal);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
  }
}
__name(watched, "watched");
function* differences(known, now) {
  const gone = new Map(known);
  for (const object of now) {
    const before = known.get(uidOf(object.object));
    gone.delete(uidOf(object.object));
    known.set(uidOf(object.object), object);
    if (before === void 0) yield { type: "added", object };
    else if (versionOf(before.object) !== versionOf(object.object)) yield { type: "modified", object };
  }
  for (const [uid, object] of gone) {
    known.delete(uid);
    yield { type: "deleted", object };
  }
}
__name(differences, "differences");
var types = { ADDED: "added", MODIFIED: "modified", DELETED: "deleted" };
async function* followed(server2, where, { signal, version: from, known }) {
  let version = from;
  let hadEvents = false;
  try {
    for await (const event of eventsOf(server2, where, from, signal)) {
      if (event === "forgotten") return { version: "", hadEvents };
      hadEvents = true;
      const object = objectAt(event, "object");
      version = versionOf(object) || version;
      const type = types[textAt(event, "type") ?? ""];
      if (type === void 0) continue;
      const present = sealed(object);
      if (type === "deleted") known.delete(uidOf(object));
      else known.set(uidOf(object), present);
      yield { type, object: present };
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
  }
  return { version, hadEvents };
}
__name(followed, "followed");
async function* eventsOf(server2, where, resourceVersion, signal) {
  const resource = await resourceOf(server2, where);
  const path = pathOf(resource, where.namespace ?? "");
  const query = {
    watch: "true",
    allowWatchBookmarks: "true",
    resourceVersion,
    labelSelector: where.labels,
    fieldSelector: fieldSelectorOf(where.name)
  };
  const { answer, lines } = await server2.transport.stream({ method: "GET", path, query, isRepeatable: true }, signal);
  if (answer !== void 0) {
    if (answer.status === 410) yield "forgotten";
    else if (answer.status < 500 && answer.status !== 429) throw refused(server2, answer, { verb: "watch", object: resource.plural });
    return;
  }
  for await (const line of lines) {
    const event = parseJson(line);
    if (!isObject(event)) continue;
    if (event["type"] === "ERROR") {
      if (valueAt(event, ["object", "code"]) === 410) yield "forgotten";
      return;
    }
    yield event;
  }
}
__name(eventsOf, "eventsOf");
function uidOf(object) {
  return textAt(object, "metadata", "uid") ?? `${textAt(object, "metadata", "namespace") ?? ""}/${textAt(object, "metadata", "name") ?? ""}`;
}
__name(uidOf, "uidOf");
function versionOf(object) {
  return textAt(object, "metadata", "resourceVersion") ?? "";
}
__name(versionOf, "versionOf");

// src/adapters/kubernetes/fill.ts
function filled(object, values, cluster) {
  const secrets = [];
  const fill = /* @__PURE__ */ __name((text) => text.replace(/⟦[^⟧]*⟧/gu, (hole) => {
    const value = values.get(hole);
    if (value === void 0) throw problem("hole-unfilled", { object: idText(idOf(object)), cluster, hole: withoutFingerprints(hole) });
    if (!(value instanceof Secret)) return value;
    secrets.push(value.open());
    return value.open();
  }), "fill");
  const whole = inside(object, fill);
  const result = isObject(whole) ? whole : object;
  return isSecret(result) ? { object: asData(result), secrets: [...secrets, ...textsOf(result)] } : { object: result, secrets };
}
__name(filled, "filled");
function isSecret(object) {
  return object["kind"] === "Secret" && object["apiVersion"] === "v1";
}
__name(isSecret, "isSecret");
function inside(value, fill) {
  if (typeof value === "string") return holesIn(value).length > 0 ? fill(value) : value;
  if (isList(value)) {
    const list2 = value.map((entry) => inside(entry, fill));
    return list2.every((entry, index) => entry === value[index]) ? value : list2;
  }
  if (!isObject(value) || Object.getPrototypeOf(value) === null) return value;
  let isSame = true;
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    if (entry === void 0) return [];
    const name = holesIn(key).length > 0 ? fill(key) : key;
    const result = inside(entry, fill);
    isSame &&= result === entry && name === key;
    return [[name, result]];
  });
  return isSame ? value : Object.fromEntries(entries);
}
__name(inside, "inside");
function asData(object) {
  if (object["stringData"] === void 0) return object;
  const { stringData: _, ...rest } = object;
  const encoded = Object.entries(objectAt(object, "stringData")).map(([key, text]) => [
    key,
    typeof text === "string" ? base64(text) : text
  ]);
  return { ...rest, data: { ...objectAt(object, "data"), ...Object.fromEntries(encoded) } };
}
__name(asData, "asData");
function base64(text) {
  return Buffer.from(text, "utf8").toString("base64");
}
__name(base64, "base64");
function textsOf(object) {
  const plain = Object.values(objectAt(object, "stringData")).filter((value) => typeof value === "string");
  const encoded = Object.values(objectAt(object, "data")).filter((value) => typeof value === "string");
  return [...plain, ...encoded, ...encoded.map((value) => Buffer.from(value, "base64").toString("utf8"))];
}
__name(textsOf, "textsOf");

// src/adapters/kubernetes/write.ts
var fieldManager = "isthmus";
var strict = { fieldManager, fieldValidation: "Strict" };
function apply(server2, object, options = {}) {
  const query = { ...strict, fieldManager: options.manager ?? fieldManager, force: options.force === true ? "true" : "false" };
  const how = { method: "PATCH", verb: "patch", contentType: "application/apply-patch+yaml", query, isRepeatable: true };
  return write(server2, object, how, options);
}
__name(apply, "apply");
function create(server2, object, options = {}) {
  const how = { method: "POST", verb: "create", contentType: "application/json", query: strict, isRepeatable: false };
  return write(server2, object, how, options);
}
__name(create, "create");
function replace(server2, object, options = {}) {
  const isRepeatable = textAt(object, "metadata", "resourceVersion") === void 0;
  const how = { method: "PUT", verb: "update", contentType: "application/json", query: strict, isRepeatable };
  return write(server2, object, how, options);
}
__name(replace, "replace");
async function write(server2, object, { verb, ...how }, options) {
  const { object: whole, secrets } = filled(object, options.fill ?? /* @__PURE__ */ new Map(), server2.cluster);
  const id = idOf(whole);
  const resource = await resourceOf(server2, { apiVersion: textAt(whole, "apiVersion") ?? "", kind: id.kind });
  mustHavePlace(server2, resource, { what: idText(id), namespace: id.namespace });
  const path = pathOf(resource, id.namespace, how.method === "POST" ? "" : id.name);
  const stored = await ask(
    server2,
    { ...how, ...given(how, options), path, body: JSON.stringify(whole) },
    { verb, object: idText(id), secrets }
  );
  if (id.kind === "CustomResourceDefinition" && options.dryRun !== true) server2.catalogue.defined(objectIn(stored));
  return sealed(objectIn(stored));
}
__name(write, "write");
function mustHavePlace({ cluster }, { isNamespaced }, { what, namespace }) {
  if (!isNamespaced || namespace !== "") return;
  throw problem("object-refused", { cluster, object: what, why: "it names no namespace, and objects of its kind live in one" });
}
__name(mustHavePlace, "mustHavePlace");
function given(how, { dryRun, until }) {
  const isDry = dryRun === true;
  const query = { ...how.query, dryRun: isDry ? "All" : void 0 };
  return { query, isRepeatable: how.isRepeatable || isDry, ...until === void 0 ? {} : { until } };
}
__name(given, "given");
async function patch(server2, ref, change, options = {}) {
  const resource = await resourceOf(server2, ref);
  const contentType = isList(change) ? "application/json-patch+json" : "application/merge-patch+json";
  const isRepeatable = isObject(change) && textAt(change, "metadata", "resourceVersion") === void 0;
  const { change: whole, secrets } = filledPatch(ref, change, options, server2.cluster);
  const path = pathOf(resource, ref.namespace, ref.name);
  const call = {
    ...given({ query: strict, isRepeatable }, options),
    method: "PATCH",
    path,
    contentType,
    body: JSON.stringify(whole)
  };
  return sealed(objectIn(await ask(server2, call, { verb: "patch", object: idText(ref), secrets })));
}
__name(patch, "patch");
function filledPatch(ref, change, { fill = /* @__PURE__ */ new Map() }, cluster) {
  if (!isObject(change)) {
    const { object: object2, secrets: secrets2 } = filled({ change }, fill, cluster);
    return { change: object2["change"] ?? change, secrets: secrets2 };
  }
  const { apiVersion, kind } = ref;
  const { object, secrets } = filled({ ...change, apiVersion, kind }, fill, cluster);
  const { apiVersion: _, kind: __, ...rest } = object;
  return { change: rest, secrets };
}
__name(filledPatch, "filledPatch");
async function remove(server2, ref, { dryRun, uid, until } = {}) {
  const resource = await server2.catalogue.find(ref);
  if (resource === void 0) return;
  const options = {
    apiVersion: "v1",
    kind: "DeleteOptions",
    propagationPolicy: "Background",
    ...dryRun === true ? { dryRun: ["All"] } : {},
    ...uid === void 0 ? {} : { preconditions: { uid } }
  };
  const answer = await server2.transport.send({
    method: "DELETE",
    path: pathOf(resource, ref.namespace, ref.name),
    body: JSON.stringify(options),
    contentType: "application/json",
    isRepeatable: true,
    ...until === void 0 ? {} : { until }
  });
  if (ref.kind === "CustomResourceDefinition" && dryRun !== true) server2.catalogue.forget();
  if (answer.status >= 300 && !isAbsence(answer)) throw refused(server2, answer, { verb: "delete", object: idText(ref) });
}
__name(remove, "remove");

// src/adapters/kubernetes/api.ts
function createApi({ cluster, transport, clock }) {
  const server2 = { cluster, transport, catalogue: createCatalogue({ transport, cluster, clock }) };
  const forwards = createForwards(server2);
  return {
    cluster,
    server: /* @__PURE__ */ __name(() => serverFacts(server2, clock), "server"),
    serves: /* @__PURE__ */ __name(async (kind) => await server2.catalogue.find(kind) !== void 0, "serves"),
    read: /* @__PURE__ */ __name((ref) => read(server2, ref), "read"),
    list: /* @__PURE__ */ __name(async (where) => (await list(server2, where))?.objects ?? [], "list"),
    apply: /* @__PURE__ */ __name((object, options) => apply(server2, object, options), "apply"),
    create: /* @__PURE__ */ __name((object, options) => create(server2, object, options), "create"),
    replace: /* @__PURE__ */ __name((object, options) => replace(server2, object, options), "replace"),
    patch: /* @__PURE__ */ __name((ref, change, options) => patch(server2, ref, change, options), "patch"),
    remove: /* @__PURE__ */ __name((ref, options) => remove(server2, ref, options), "remove"),
    watch: /* @__PURE__ */ __name((where, signal) => watched(server2, where, { signal, clock }), "watch"),
    allowed: /* @__PURE__ */ __name((rights) => Promise.all(rights.map((right) => allowed(server2, right))), "allowed"),
    token: /* @__PURE__ */ __name((request) => token(server2, request), "token"),
    fetch: /* @__PURE__ */ __name((path, options) => fetchText(server2, path, options), "fetch"),
    inside: /* @__PURE__ */ __name((pod, path, { timeoutMs = 15e3 } = {}) => forwards.get(pod, path, timeoutMs), "inside")
  };
}
__name(createApi, "createApi");
async function fetchText(server2, path, { timeoutMs } = {}) {
  const call = { method: "GET", path, accept: "*/*", isRepeatable: true, ...timeoutMs === void 0 ? {} : { timeoutMs } };
  const answer = await server2.transport.send(call);
  if (isOfPod(path, answer)) {
    throw problem("object-refused", { cluster: server2.cluster, object: `GET ${path}`, why: `the pod answered ${answer.status}` });
  }
  if (answer.status >= 300) throw refused(server2, answer, { verb: "get", object: path });
  return answer.text;
}
__name(fetchText, "fetchText");

// src/adapters/kubernetes/dispatcher.ts
var import_undici2 = __toESM(require_undici(), 1);
var keepAliveTimeout = 3e4;
function createDispatcher(login, credential, connections, { connectMs }) {
  const { url, ca, tlsServerName, isUnverified, proxyUrl } = login;
  const tls = {
    ...ca === void 0 ? {} : { ca },
    ...credential.certificate === void 0 ? {} : { cert: credential.certificate },
    ...credential.key === void 0 ? {} : { key: credential.key.open() },
    ...tlsServerName === void 0 ? {} : { servername: tlsServerName },
    ...isUnverified ? { rejectUnauthorized: false } : {}
  };
  const pool = { connections, keepAliveTimeout, keepAliveMaxTimeout: keepAliveTimeout };
  if (proxyUrl === void 0) return new import_undici2.Pool(new URL(url).origin, { ...pool, connect: { ...tls, timeout: connectMs } });
  const requestTls = { ...tls, timeout: connectMs };
  const socks = { requestTls };
  if (/^socks5h?:/u.test(proxyUrl)) return new import_undici2.Socks5ProxyAgent(proxyUrl.replace(/^socks5h:/u, "socks5:"), socks);
  return new import_undici2.ProxyAgent({ ...pool, uri: proxyUrl, requestTls, proxyTls: { timeout: connectMs } });
}
__name(createDispatcher, "createDispatcher");

// src/adapters/kubernetes/gate.ts
function createGate(size) {
  let inside2 = 0;
  const line = [];
  const leave = /* @__PURE__ */ __name(() => {
    const next = line.shift();
    if (next === void 0) inside2 -= 1;
    else next();
  }, "leave");
  const waited = /* @__PURE__ */ __name((signal) => new Promise((resume, refuse) => {
    const called = /* @__PURE__ */ __name(() => {
      signal?.removeEventListener("abort", gone);
      resume();
    }, "called");
    const gone = /* @__PURE__ */ __name(() => {
      line.splice(line.indexOf(called), 1);
      refuse(signal?.reason);
    }, "gone");
    line.push(called);
    signal?.addEventListener("abort", gone, { once: true });
  }), "waited");
  return {
    enter: /* @__PURE__ */ __name(async (signal) => {
      signal?.throwIfAborted();
      if (inside2 >= size) await waited(signal);
      else inside2 += 1;
      let isIn = true;
      return () => {
        if (isIn) leave();
        isIn = false;
      };
    }, "enter")
  };
}
__name(createGate, "createGate");

// src/adapters/kubernetes/connections.ts
function shares(total) {
  const sockets = total > 4 ? 2 : 1;
  return { own: { requests: Math.max(1, total - sockets - 1), sockets }, tests: { requests: 1, sockets: 1 } };
}
__name(shares, "shares");
function createConnections({ requests, sockets }, limits) {
  let pool;
  return {
    requests: createGate(requests),
    watches: createGate(Math.max(1, Math.floor(requests / 2))),
    sockets: createGate(sockets),
    dispatcher: /* @__PURE__ */ __name((login, credential) => {
      const { url, ca, tlsServerName, proxyUrl } = login;
      const key = JSON.stringify([url, ca, tlsServerName, proxyUrl, credential.certificate]);
      if (pool?.key === key) return pool.dispatcher;
      void pool?.dispatcher.close().catch(() => void 0);
      pool = { key, dispatcher: createDispatcher(login, credential, requests, limits) };
      return pool.dispatcher;
    }, "dispatcher"),
    // Not `close`, which would wait for answers: whoever closes has all it wants.
    close: /* @__PURE__ */ __name(async () => {
      const last = pool?.dispatcher;
      pool = void 0;
      await last?.destroy();
    }, "close")
  };
}
__name(createConnections, "createConnections");

// src/adapters/kubernetes/options.ts
var defaultLimits = { connectMs: 1e4, requestMs: 35e3, totalMs: 6e4, pluginMs: 6e4, quietMs: 9e4 };

// src/adapters/kubernetes/transport.ts
var import_undici3 = __toESM(require_undici(), 1);

// src/adapters/kubernetes/again.ts
var attempts = 6;
var firstPauseMs2 = 200;
var longestPauseMs2 = 5e3;
function pauseBefore(next) {
  const { attempt: attempt2, outcome, isRepeatable, random } = next;
  if (attempt2 > attempts || outcome.kind === "slow") return void 0;
  const most = Math.min(longestPauseMs2, firstPauseMs2 * 2 ** (attempt2 - 2));
  const pause = most / 2 + most / 2 * random();
  if (outcome.kind === "failed") {
    const isCurable = outcome.code !== "" && outcome.code !== "ENOTFOUND";
    return isCurable && (isRepeatable || !outcome.isSent) ? pause : void 0;
  }
  const { status } = outcome.answer;
  if (isOvertaken(outcome.answer)) return isRepeatable ? pause : void 0;
  if (status !== 429 && status < 500 || isMalformed(outcome.answer)) return void 0;
  const wished = retryAfter(outcome.answer.header("retry-after"));
  const isUndone = status === 429 || wished !== void 0 || isFailedHook(outcome.answer);
  if (!isRepeatable && !isUndone) return void 0;
  return status === 501 ? void 0 : Math.max(pause, wished ?? 0);
}
__name(pauseBefore, "pauseBefore");
function isOvertaken({ status, text }) {
  return status === 409 && text.includes("the object has been modified; please apply your changes to the latest version");
}
__name(isOvertaken, "isOvertaken");
function retryAfter(header) {
  return header !== void 0 && /^\d{1,6}$/u.test(header) ? Number(header) * 1e3 : void 0;
}
__name(retryAfter, "retryAfter");

// src/adapters/kubernetes/stream.ts
async function stream(dispatcher, { origin, wire: wire2, signal, quietMs }) {
  const { method, path } = wire2;
  const headers = { ...wire2.headers, "accept-encoding": "identity" };
  const since = performance.now();
  const response = await dispatcher.request({ origin, method, path, headers, signal, headersTimeout: quietMs, bodyTimeout: quietMs });
  const ended = new Promise((done) => response.body.once("close", done));
  if (response.statusCode < 300) return { answer: void 0, lines: linesOf(response.body), ended };
  const tookMs = performance.now() - since;
  const text = await response.body.text();
  const header = /* @__PURE__ */ __name((name) => [response.headers[name]].flat()[0], "header");
  return { answer: { status: response.statusCode, header, text, tookMs }, lines: linesOf([]), ended };
}
__name(stream, "stream");
async function* linesOf(body) {
  const decoder = new TextDecoder();
  const parts = [];
  for await (const part of body) {
    const [first = "", ...others] = decoder.decode(part, { stream: true }).split("\n");
    parts.push(first);
    for (const next of others) {
      const line = parts.splice(0).join("");
      if (line !== "") yield line;
      parts.push(next);
    }
  }
}
__name(linesOf, "linesOf");

// src/adapters/kubernetes/transport.ts
function createTransport(options) {
  return new PooledTransport(options);
}
__name(createTransport, "createTransport");
var PooledTransport = class {
  static {
    __name(this, "PooledTransport");
  }
  #options;
  #login;
  #shown;
  #sockets = /* @__PURE__ */ new Set();
  #isClosed = false;
  constructor(options) {
    this.#options = options;
  }
  login() {
    const { login } = this.#options;
    this.#login ??= login().catch((error) => {
      this.#login = void 0;
      throw error;
    });
    return this.#login;
  }
  async send(call) {
    const { clock, limits, connections } = this.#options;
    const asked = clock.monotonic();
    const leave = await connections.requests.enter();
    try {
      const since = call.method === "GET" ? clock.monotonic() : asked;
      return await this.#persist(
        call,
        Math.min(since + Math.max(limits.totalMs, call.timeoutMs ?? 0), call.until ?? Number.POSITIVE_INFINITY)
      );
    } finally {
      leave();
    }
  }
  async stream(call, signal) {
    const { watches, requests } = this.#options.connections;
    const leaveWatches = await watches.enter(signal);
    try {
      const leaveRequests = await requests.enter(signal);
      const leave = /* @__PURE__ */ __name(() => [leaveRequests, leaveWatches].forEach((each) => each()), "leave");
      try {
        return await this.#follow(call, signal, leave);
      } catch (error) {
        leave();
        throw error;
      }
    } catch (error) {
      leaveWatches();
      throw error;
    }
  }
  async #follow(call, signal, leave) {
    const { quietMs } = this.#options.limits;
    for (let isRenewed = false; ; isRenewed = true) {
      const login = await this.login();
      const credential = await login.credentials.current();
      const dispatcher = this.#dispatcher(login, credential);
      const begun = await stream(dispatcher, { origin: new URL(login.url).origin, wire: wireOf(call, login, credential), signal, quietMs });
      if (begun.answer?.status === 401 && !isRenewed && await login.credentials.renew(credential) !== void 0) continue;
      begun.ended.then(leave, leave);
      return begun;
    }
  }
  async socket(path, protocols) {
    const enter = await this.#options.connections.sockets.enter();
    try {
      const login = await this.login();
      const credential = await login.credentials.current();
      const dispatcher = this.#dispatcher(login, credential);
      const target = wireOf({ method: "GET", path, isRepeatable: false }, login, credential).path;
      const headers = Object.entries(headersOf(credential)).flatMap(
        ([name, value]) => [value].flat().map((one) => [name, one])
      );
      const address = `${new URL(login.url).origin.replace(/^http/u, "ws")}${target}`;
      const socket = new import_undici3.WebSocket(address, { protocols: [...protocols], dispatcher, headers });
      const leave = /* @__PURE__ */ __name(() => {
        this.#sockets.delete(leave);
        socket.close();
        enter();
      }, "leave");
      this.#sockets.add(leave);
      return { socket, leave };
    } catch (error) {
      enter();
      throw error;
    }
  }
  secrets() {
    return this.#shown === void 0 ? [] : secretsOf(this.#shown);
  }
  async close() {
    this.#isClosed = true;
    for (const leave of this.#sockets) leave();
    await this.#options.connections.close();
  }
  /** Sends until there is an answer that stands. A refused credential is renewed once, and that attempt is not counted: the server did nothing. */
  async #persist(call, deadline) {
    const { clock, random } = this.#options;
    let isRenewed = false;
    for (let attempt2 = 2; ; ) {
      const login = await this.login();
      const credential = await login.credentials.current();
      const outcome = await this.#once(call, login, credential, deadline);
      if (outcome.kind === "answer" && isOfPod(call.path, outcome.answer)) return outcome.answer;
      if (outcome.kind === "answer" && outcome.answer.status === 401) {
        if (isRenewed || await login.credentials.renew(credential) === void 0) return outcome.answer;
        isRenewed = true;
        continue;
      }
      const pause = pauseBefore({ attempt: attempt2, outcome, isRepeatable: call.isRepeatable, random });
      if (pause === void 0 || clock.monotonic() + pause >= deadline) return this.#settle(outcome, call, login, pause);
      await clock.sleep(pause);
      attempt2 += 1;
    }
  }
  async #once(call, login, credential, deadline) {
    const { clock, limits } = this.#options;
    const dispatcher = this.#dispatcher(login, credential);
    const wire2 = wireOf(call, login, credential);
    const left = deadline - clock.monotonic();
    if (left <= 0) return { kind: "slow" };
    return attempt(dispatcher, new URL(login.url).origin, wire2, Math.min(left, call.timeoutMs ?? limits.requestMs));
  }
  #settle(outcome, call, login, pause) {
    const { cluster, limits } = this.#options;
    const secrets = this.secrets();
    const url = clean(login.url, secrets);
    if (outcome.kind === "slow") {
      const request = `${call.method} ${clean(call.path, secrets)}`;
      throw problem("cluster-slow", { cluster, request, seconds: secondsOf(call, limits) });
    }
    if (outcome.kind === "failed") throw problem("cluster-unreachable", { cluster, url, why: clean(outcome.why, secrets) });
    const { answer } = outcome;
    if (pause !== void 0 && answer.header("retry-after") !== void 0) {
      throw problem("cluster-overloaded", {
        cluster,
        why: `it answered ${answer.status} and wants ${Math.ceil(pause / 1e3)} s of patience`
      });
    }
    if (answer.status < 300 || answer.status >= 400) return answer;
    throw problem("cluster-unreachable", {
      cluster,
      url,
      why: `it answered ${answer.status} and sends us elsewhere, as no API server does`
    });
  }
  #dispatcher(login, credential) {
    const { cluster, connections } = this.#options;
    if (this.#isClosed) throw problem("cluster-unreachable", { cluster, url: login.url, why: "its connections were closed" });
    this.#shown = credential;
    return connections.dispatcher(login, credential);
  }
};
function secondsOf(call, { requestMs, totalMs }) {
  return Math.round(Math.min(call.timeoutMs ?? requestMs, Math.max(totalMs, call.timeoutMs ?? 0)) / 100) / 10;
}
__name(secondsOf, "secondsOf");
function wireOf(call, login, credential) {
  const given2 = Object.entries(call.query ?? {}).filter((entry) => entry[1] !== void 0);
  const query = new URLSearchParams(given2.sort(([a], [b]) => a < b ? -1 : 1)).toString();
  const prefix = new URL(login.url).pathname.replace(/\/+$/u, "");
  const headers = {
    ...headersOf(credential),
    "user-agent": "isthmus",
    accept: call.accept ?? "application/json",
    "accept-encoding": "gzip"
  };
  if (call.contentType !== void 0) headers["content-type"] = call.contentType;
  return {
    method: call.method,
    path: `${prefix}${call.path}${query === "" ? "" : `${call.path.includes("?") ? "&" : "?"}${query}`}`,
    headers,
    body: call.body
  };
}
__name(wireOf, "wireOf");
function headersOf({ headers }) {
  const opened2 = Object.entries(headers).map(([name, value]) => [
    name,
    value instanceof Secret ? value.open() : value.map((one) => one.open())
  ]);
  return Object.fromEntries(opened2);
}
__name(headersOf, "headersOf");
function secretsOf({ headers, key }) {
  const values = Object.values(headers).flatMap((value) => value instanceof Secret ? [value] : value);
  const texts = values.map((value) => value.open().replace(/^(?:Bearer|Basic) /u, ""));
  return key === void 0 ? texts : [...texts, key.open()];
}
__name(secretsOf, "secretsOf");

// src/adapters/kubernetes/index.ts
function createClusters(options) {
  const { folder, environment = process.env, clock = systemClock, concurrency = 8, random = Math.random } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const room = shares(concurrency);
  const transports = [];
  const plugins = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  const tests = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ __name((cluster, connections, login) => {
    const transport = createTransport({ cluster, login, clock, connections, limits, random });
    transports.push(transport);
    return createApi({ cluster, transport, clock });
  }, "open");
  const of = /* @__PURE__ */ __name((cluster) => {
    const key = JSON.stringify([cluster.name, cluster.access]);
    const api = known.get(key) ?? open(cluster.name, createConnections(room.own, limits), async () => {
      const { loginFor } = await import("./kubeconfig-DA3IA2I2.js");
      return loginFor(cluster, { folder, environment, clock, pluginMs: limits.pluginMs, plugins });
    });
    known.set(key, api);
    return api;
  }, "of");
  const by = /* @__PURE__ */ __name((endpoint) => {
    const connections = tests.get(endpoint.cluster) ?? createConnections(room.tests, limits);
    tests.set(endpoint.cluster, connections);
    const { inside: _, ...api } = open(endpoint.cluster, connections, async () => loginBy(endpoint));
    return api;
  }, "by");
  return {
    of,
    by,
    close: /* @__PURE__ */ __name(async () => {
      await Promise.all(transports.map((transport) => transport.close()));
    }, "close")
  };
}
__name(createClusters, "createClusters");
function loginBy({ url, ca, tlsServerName, proxyUrl, token: token2 }) {
  const credentials = fixed({ headers: { authorization: bearer(token2.open()) }, certificate: void 0, key: void 0 });
  return { url: url.replace(/\/+$/u, ""), ca, tlsServerName, isUnverified: false, proxyUrl, credentials };
}
__name(loginBy, "loginBy");

// src/adapters/wire.ts
import { connect } from "node:tls";
var wire = { handshake };
function handshake({ host, port, serverName, protocols, timeoutMs }) {
  return new Promise((done) => {
    const socket = connect({
      host,
      port,
      servername: serverName,
      ALPNProtocols: [...protocols],
      rejectUnauthorized: false,
      timeout: timeoutMs
    });
    let isConnected = false;
    const end = /* @__PURE__ */ __name((result) => {
      socket.destroy();
      done(result);
    }, "end");
    const shown = /* @__PURE__ */ __name(() => {
      const chain = chainOf(socket);
      return chain.length === 0 ? void 0 : { kind: "shown", chain, protocol: socket.alpnProtocol || "" };
    }, "shown");
    socket.once("connect", () => {
      isConnected = true;
    });
    socket.once("secureConnect", () => end(shown() ?? { kind: "refused", why: "it showed no certificate" }));
    socket.once(
      "timeout",
      () => end(isConnected ? { kind: "refused", why: "it did not answer in time" } : { kind: "unreachable", why: "no connection in time" })
    );
    socket.once("error", (error) => {
      const why = error.code ?? error.message;
      end(shown() ?? (isConnected ? { kind: "refused", why } : { kind: "unreachable", why }));
    });
    socket.once("close", () => end(shown() ?? { kind: "refused", why: "it hung up" }));
  });
}
__name(handshake, "handshake");
function chainOf(socket) {
  const pems = [];
  const seen = /* @__PURE__ */ new Set();
  let certificate = socket.getPeerCertificate(true);
  while (certificate?.raw !== void 0 && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    const lines = certificate.raw.toString("base64").match(/.{1,64}/gu) ?? [];
    pems.push(`-----BEGIN CERTIFICATE-----
${lines.join("\n")}
-----END CERTIFICATE-----
`);
    certificate = "issuerCertificate" in certificate ? certificate.issuerCertificate : void 0;
  }
  return pems;
}
__name(chainOf, "chainOf");

// src/shells/live-world.ts
async function withLiveWorld({ folder, watch, world }, work) {
  const clusters = createClusters({ folder, environment: process.env, clock: systemClock });
  const signers = createSigners({ folder, env: process.env, clock: systemClock });
  try {
    return await work({ ...world ?? createStandingWorld({ folder }), clusters, signers, wire, clock: systemClock, watch: watch ?? (() => {
    }) });
  } finally {
    await clusters.close();
  }
}
__name(withLiveWorld, "withLiveWorld");

export {
  withLiveWorld
};
