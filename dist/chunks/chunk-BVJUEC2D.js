import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  createSigners
} from "./chunk-4W3725PC.js";
import {
  bearer,
  fixed
} from "./chunk-7IG353FP.js";
import {
  createLocalWorld,
  holesIn
} from "./chunk-BD5AHRA7.js";
import {
  idOf,
  idText,
  readValues,
  writeYaml
} from "./chunk-RAW6ESXC.js";
import {
  keyFingerprint
} from "./chunk-Q7MQDKBA.js";
import {
  Secret,
  isList,
  isObject,
  listAt,
  objectAt,
  sealedText,
  textAt,
  valueAt
} from "./chunk-LMQGA3FU.js";
import {
  problem
} from "./chunk-HEGAZMKU.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  require_undici
} from "./chunk-A5U2Z45U.js";
import {
  __name,
  __toESM
} from "./chunk-V6HKU3TC.js";

// src/adapters/clock.ts
import { setTimeout as wait } from "node:timers/promises";
var systemClock = {
  now: /* @__PURE__ */ __name(() => Date.now(), "now"),
  monotonic: /* @__PURE__ */ __name(() => performance.now(), "monotonic"),
  sleep: /* @__PURE__ */ __name(async (milliseconds, signal) => {
    try {
      await wait(Math.max(0, milliseconds), void 0, signal === void 0 ? {} : { signal });
    } catch {
    }
  }, "sleep")
};

// src/adapters/kubernetes/json.ts
var { rawJSON } = JSON;
var longNumber = /[:[,]\s*-?\d{16}/u;
function parseJson(text) {
  if (rawJSON === void 0 || !longNumber.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value, context) => {
    const source = context?.source;
    if (typeof value !== "number" || source === void 0 || !/^-?\d+$/u.test(source)) return value;
    return Number.isSafeInteger(value) || BigInt(value).toString() === source ? value : rawJSON(source);
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
  if (!isObject(body) || body["kind"] !== "Status") return { reason: "", message: answer.text, details: {}, causes: [] };
  const details = objectAt(body, "details");
  const causes = listAt(details, "causes").map((cause) => ({
    reason: textAt(cause, "reason") ?? "",
    message: textAt(cause, "message") ?? "",
    field: textAt(cause, "field") ?? ""
  }));
  return { reason: textAt(body, "reason") ?? "", message: textAt(body, "message") ?? "", details, causes };
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

// src/adapters/kubernetes/discovery.ts
var aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
function createCatalogue(transport, cluster) {
  let known;
  const legacy = /* @__PURE__ */ new Map();
  const get = /* @__PURE__ */ __name(async (path, accept) => {
    const answer = await transport.send({ method: "GET", path, isRepeatable: true, ...accept === void 0 ? {} : { accept } });
    if (answer.status === 404) return void 0;
    if (answer.status >= 300) throw refusal(answer, { cluster, verb: "get", object: path, secrets: transport.secrets() });
    return parseJson(answer.text);
  }, "get");
  const load = /* @__PURE__ */ __name(async () => {
    const lists = await Promise.all(["/api", "/apis"].map((path) => get(path, aggregated)));
    const isAggregated = lists.every((list2) => textAt(list2, "kind") === "APIGroupDiscoveryList");
    return { resources: isAggregated ? new Map(lists.flatMap(resourcesIn)) : void 0 };
  }, "load");
  const find = /* @__PURE__ */ __name(async (apiVersion, kind) => {
    known ??= load().catch((error) => {
      known = void 0;
      throw error;
    });
    const { resources } = await known;
    if (resources !== void 0) return resources.get(`${apiVersion} ${kind}`);
    const path = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const version = legacy.get(apiVersion) ?? get(path).then((list2) => legacyIn(list2, apiVersion));
    legacy.set(apiVersion, version);
    return (await version).get(kind);
  }, "find");
  const forget = /* @__PURE__ */ __name(() => {
    known = void 0;
    legacy.clear();
  }, "forget");
  let missedAt = 0;
  return {
    forget,
    find: /* @__PURE__ */ __name(async ({ apiVersion, kind }) => {
      const found = await find(apiVersion, kind);
      if (found !== void 0 || performance.now() - missedAt < 1e3) return found;
      missedAt = performance.now();
      forget();
      return find(apiVersion, kind);
    }, "find")
  };
}
__name(createCatalogue, "createCatalogue");
function resourcesIn(list2) {
  return listAt(list2, "items").flatMap((group) => {
    const name = textAt(group, "metadata", "name") ?? "";
    return listAt(group, "versions").flatMap((version) => {
      const apiVersion = name === "" ? textAt(version, "version") ?? "" : `${name}/${textAt(version, "version") ?? ""}`;
      return listAt(version, "resources").flatMap((resource) => {
        const kind = textAt(resource, "responseKind", "kind");
        const plural = textAt(resource, "resource");
        if (!kind || plural === void 0) return [];
        return [[`${apiVersion} ${kind}`, { apiVersion, plural, isNamespaced: textAt(resource, "scope") === "Namespaced" }]];
      });
    });
  });
}
__name(resourcesIn, "resourcesIn");
function legacyIn(list2, apiVersion) {
  return new Map(
    listAt(list2, "resources").flatMap((resource) => {
      const plural = textAt(resource, "name") ?? "";
      const kind = textAt(resource, "kind") ?? "";
      if (plural === "" || plural.includes("/")) return [];
      const isNamespaced = typeof resource === "object" && resource !== null && "namespaced" in resource && resource.namespaced === true;
      return [[kind, { apiVersion, plural, isNamespaced }]];
    })
  );
}
__name(legacyIn, "legacyIn");

// src/adapters/kubernetes/fill.ts
function filled(object, values, cluster) {
  const secrets = [];
  const fill = /* @__PURE__ */ __name((text) => {
    let result = text;
    for (const hole of new Set(holesIn(text))) {
      const value = values.get(hole);
      if (value === void 0) throw problem("hole-unfilled", { object: idText(idOf(object)), cluster, hole });
      const opened = value instanceof Secret ? value.open() : value;
      if (value instanceof Secret) secrets.push(opened);
      result = result.replaceAll(hole, () => opened);
    }
    return result;
  }, "fill");
  const whole = inside(object, fill);
  return { object: isObject(whole) ? asData(whole) : object, secrets };
}
__name(filled, "filled");
function inside(value, fill) {
  if (typeof value === "string") return value.includes("\u27E6") ? fill(value) : value;
  if (isList(value)) {
    const list2 = value.map((entry) => inside(entry, fill));
    return list2.every((entry, index) => entry === value[index]) ? value : list2;
  }
  if (!isObject(value) || Object.getPrototypeOf(value) === null) return value;
  let isSame = true;
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    if (entry === void 0) return [];
    const name = key.includes("\u27E6") ? fill(key) : key;
    const result = inside(entry, fill);
    isSame &&= result === entry && name === key;
    return [[name, result]];
  });
  return isSame ? value : Object.fromEntries(entries);
}
__name(inside, "inside");
function asData(object) {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1" || object["stringData"] === void 0) return object;
  const { stringData: _, ...rest } = object;
  const texts = Object.entries(objectAt(object, "stringData")).flatMap(
    ([key, text]) => typeof text === "string" ? [[key, Buffer.from(text, "utf8").toString("base64")]] : []
  );
  return { ...rest, data: { ...objectAt(object, "data"), ...Object.fromEntries(texts) } };
}
__name(asData, "asData");

// src/adapters/kubernetes/forward.ts
var largest = 256 * 1024 * 1024;
async function forwarded(transport, { cluster, pod, path, timeoutMs }) {
  const { namespace, name, port } = pod;
  const target = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}/portforward?ports=${port}`;
  const socket = await transport.socket(target, ["v4.channel.k8s.io"]);
  socket.binaryType = "arraybuffer";
  const parts = [];
  const greeted = /* @__PURE__ */ new Set();
  let size = 0;
  const what = `pod ${namespace}/${name}`;
  const whole = await new Promise((done, refuse) => {
    const timer = setTimeout(
      () => refuse(problem("cluster-slow", { cluster, request: `GET ${path} of ${what}`, seconds: timeoutMs / 1e3 })),
      timeoutMs
    );
    const end = /* @__PURE__ */ __name(() => {
      clearTimeout(timer);
      done(Buffer.concat(parts));
    }, "end");
    const fail = /* @__PURE__ */ __name((why) => {
      clearTimeout(timer);
      refuse(problem("cluster-unreachable", { cluster, url: `${what} port ${port}`, why: clean(why, transport.secrets()) }));
    }, "fail");
    socket.addEventListener("open", () => {
      const request = `GET ${path} HTTP/1.0\r
Host: localhost:${port}\r
Accept: */*\r
Connection: close\r
\r
`;
      socket.send(Buffer.concat([Buffer.of(0), Buffer.from(request)]));
    });
    socket.addEventListener("message", ({ data }) => {
      const bytes = Buffer.from(data);
      const channel = bytes[0] ?? 0;
      if (!greeted.has(channel)) {
        greeted.add(channel);
        return;
      }
      if (channel === 1) return fail(bytes.subarray(1).toString("utf8"));
      size += bytes.length;
      if (size > largest) return fail("the answer is larger than 256 MB");
      parts.push(bytes.subarray(1));
    });
    socket.addEventListener("close", end);
    socket.addEventListener(
      "error",
      (event) => parts.length > 0 ? end() : fail(event.message || "the port could not be forwarded")
    );
  }).finally(() => socket.close());
  return bodyOf(whole, { cluster, what, path });
}
__name(forwarded, "forwarded");
function bodyOf(answer, { cluster, what, path }) {
  const head = answer.indexOf("\r\n\r\n");
  const status = /^HTTP\/1\.[01] (\d{3})/u.exec(answer.subarray(0, 32).toString("latin1"))?.[1];
  if (head < 0 || status === void 0) throw problem("cluster-unreachable", { cluster, url: what, why: "it hung up without an answer" });
  if (!status.startsWith("2")) throw problem("object-refused", { cluster, object: `GET ${path} of ${what}`, why: `it answered ${status}` });
  return answer.subarray(head + 4).toString("utf8");
}
__name(bodyOf, "bodyOf");

// src/adapters/kubernetes/seal.ts
import { createHmac, createPrivateKey, createPublicKey } from "node:crypto";
function sealed(object) {
  if (object["kind"] !== "Secret" || object["apiVersion"] !== "v1") return { kind: "present", object, privates: [] };
  const privates = [];
  const { data: _, stringData: __, ...rest } = object;
  const entries = Object.entries(objectAt(object, "data")).map(([path, value]) => [path, textFor(path, decoded(value), privates)]);
  return { kind: "present", object: { ...withoutCopy(rest), stringData: Object.fromEntries(entries) }, privates };
}
__name(sealed, "sealed");
function decoded(value) {
  return typeof value === "string" ? Buffer.from(value, "base64").toString("utf8") : "";
}
__name(decoded, "decoded");
function withoutCopy(object) {
  const key = "kubectl.kubernetes.io/last-applied-configuration";
  const annotations = objectAt(object, "metadata", "annotations");
  if (annotations[key] === void 0) return object;
  const shown = { ...annotations, [key]: "***" };
  return { ...object, metadata: { ...objectAt(object, "metadata"), annotations: shown } };
}
__name(withoutCopy, "withoutCopy");
var certificates = /^(?:\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----)+\s*$/u;
function textFor(path, text, privates) {
  if (text === "" || certificates.test(text)) return text;
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(text)) {
    privates.push(keyFacts(path, text));
    return seal(text);
  }
  const kubeconfig = /\bclusters\b/u.test(text) && /\busers\b/u.test(text) ? kubeconfigIn(text) : void 0;
  if (kubeconfig !== void 0) return kubeconfigText(path, kubeconfig, privates);
  privates.push(tokenFacts(path, text) ?? { kind: "opaque", path });
  return seal(text);
}
__name(textFor, "textFor");
function keyFacts(path, text) {
  try {
    return { kind: "private-key", path, fingerprint: keyFingerprint(createPublicKey(createPrivateKey(text))) };
  } catch {
    return { kind: "opaque", path };
  }
}
__name(keyFacts, "keyFacts");
function kubeconfigIn(text) {
  try {
    const [value] = readValues(text);
    return isObject(value) && Array.isArray(value["clusters"]) && Array.isArray(value["users"]) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(kubeconfigIn, "kubeconfigIn");
function kubeconfigText(path, config, privates) {
  const users = config["users"].map((entry) => {
    const user = Object.entries(objectAt(entry, "user")).map(([key, value]) => {
      if (value === void 0 || value === null || value === "") return [key, value];
      const text = typeof value === "string" ? value : JSON.stringify(value);
      if (key === "client-certificate-data") return [key, value];
      privates.push((key === "token" ? tokenFacts(path, text) : void 0) ?? { kind: "opaque", path });
      return [key, seal(text)];
    });
    return { ...isObject(entry) ? entry : {}, user: Object.fromEntries(user) };
  });
  return writeYaml({ ...config, users });
}
__name(kubeconfigText, "kubeconfigText");
function tokenFacts(path, text) {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/u.exec(text.trim()) ?? [];
  if (payload === void 0) return void 0;
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const time = /* @__PURE__ */ __name((name) => {
      const value = valueAt(claims, [name]);
      return typeof value === "number" ? value * 1e3 : void 0;
    }, "time");
    return {
      kind: "token",
      path,
      subject: textAt(claims, "sub"),
      accountUid: textAt(claims, "kubernetes.io", "serviceaccount", "uid") ?? textAt(claims, "kubernetes.io/serviceaccount/service-account.uid"),
      issuedAt: time("iat"),
      expiresAt: time("exp")
    };
  } catch {
    return void 0;
  }
}
__name(tokenFacts, "tokenFacts");
function seal(text) {
  return sealedText(createHmac("sha256", "isthmus.dev sealed value 1").update(text).digest("hex").slice(0, 32));
}
__name(seal, "seal");

// src/adapters/kubernetes/watch.ts
import { setTimeout as pause } from "node:timers/promises";
async function* watched(transport, watching) {
  const { signal } = watching;
  while (!signal.aborted) {
    const { events, version } = await listed2(transport, watching);
    yield* events;
    let at = version;
    while (at !== void 0 && !signal.aborted) at = yield* followed(transport, watching, at);
  }
}
__name(watched, "watched");
async function listed2(transport, { path, where, fail }) {
  const answer = await transport.send({ method: "GET", path, query: { labelSelector: where.labels }, isRepeatable: true });
  if (answer.status >= 300) throw fail(answer);
  const body = parseJson(answer.text);
  const { apiVersion, kind } = where;
  const events = listAt(body, "items").map(
    (item) => ({ type: "added", object: sealed({ apiVersion, kind, ...isObject(item) ? item : {} }) })
  );
  return { events, version: textAt(body, "metadata", "resourceVersion") ?? "0" };
}
__name(listed2, "listed");
var types = { ADDED: "added", MODIFIED: "modified", DELETED: "deleted" };
async function* followed(transport, { path, where, signal }, from) {
  let version = from;
  const query = { watch: "true", allowWatchBookmarks: "true", resourceVersion: version, labelSelector: where.labels };
  try {
    const response = await transport.stream({ method: "GET", path, query, isRepeatable: true }, signal);
    if (response.statusCode >= 300) {
      await response.body.dump();
      await pause(response.statusCode === 410 ? 0 : 1e3, void 0, { signal });
      return response.statusCode === 410 ? void 0 : version;
    }
    for await (const line of linesOf(response.body)) {
      const event = parseJson(line);
      if (textAt(event, "type") === "ERROR") return void 0;
      const object = valueAt(event, ["object"]);
      version = textAt(object, "metadata", "resourceVersion") ?? version;
      const type = types[textAt(event, "type") ?? ""];
      if (type !== void 0 && isObject(object)) yield { type, object: sealed(object) };
    }
  } catch {
    if (signal.aborted) return void 0;
    await pause(500, void 0, { signal }).catch(() => void 0);
  }
  return version;
}
__name(followed, "followed");
async function* linesOf(body) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of body) {
    const lines = `${rest}${decoder.decode(part, { stream: true })}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines.filter((line) => line !== "");
  }
}
__name(linesOf, "linesOf");

// src/adapters/kubernetes/api.ts
var fieldManager = "isthmus";
var chunk = "500";
function createApi({ cluster, transport, clock }) {
  const catalogue = createCatalogue(transport, cluster);
  const server = { cluster, transport, catalogue };
  return {
    cluster,
    server: /* @__PURE__ */ __name(() => serverFacts(server, clock), "server"),
    serves: /* @__PURE__ */ __name(async (kind) => await catalogue.find(kind) !== void 0, "serves"),
    read: /* @__PURE__ */ __name((ref) => read(server, ref), "read"),
    list: /* @__PURE__ */ __name((where) => list(server, where), "list"),
    apply: /* @__PURE__ */ __name((object, options) => apply(server, object, options), "apply"),
    create: /* @__PURE__ */ __name((object, options) => create(server, object, options), "create"),
    replace: /* @__PURE__ */ __name((object, options) => replace(server, object, options), "replace"),
    patch: /* @__PURE__ */ __name((ref, patch, options) => patched(server, ref, patch, options), "patch"),
    remove: /* @__PURE__ */ __name((ref, options) => remove(server, ref, options), "remove"),
    watch: /* @__PURE__ */ __name((where, signal) => watchAll(server, where, signal), "watch"),
    allowed: /* @__PURE__ */ __name((rights) => Promise.all(rights.map((right) => allowed(server, right))), "allowed"),
    token: /* @__PURE__ */ __name((request) => token(server, request), "token"),
    fetch: /* @__PURE__ */ __name((path, options) => fetchText(server, path, options), "fetch"),
    inside: /* @__PURE__ */ __name((pod, path, { timeoutMs = 15e3 } = {}) => forwarded(transport, { cluster, pod, path, timeoutMs }), "inside")
  };
}
__name(createApi, "createApi");
async function ask(server, call, about) {
  const answer = await server.transport.send(call);
  if (answer.status >= 300) throw refused(server, answer, about);
  return parseJson(answer.text);
}
__name(ask, "ask");
function refused({ cluster, transport }, answer, { verb, object, secrets = [] }) {
  return refusal(answer, { cluster, verb, object, secrets: [...transport.secrets(), ...secrets] });
}
__name(refused, "refused");
function objectIn(value) {
  return isObject(value) ? value : {};
}
__name(objectIn, "objectIn");
async function resourceOf({ catalogue, cluster }, kind) {
  const found = await catalogue.find(kind);
  if (found === void 0) throw problem("kind-not-served", { cluster, kind: kind.kind, apiVersion: kind.apiVersion });
  return found;
}
__name(resourceOf, "resourceOf");
function pathOf({ apiVersion, plural, isNamespaced }, namespace, name = "", below = "") {
  const group = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = isNamespaced && namespace !== "" ? `/namespaces/${encodeURIComponent(namespace)}` : "";
  return [group, place, `/${plural}`, name === "" ? "" : `/${encodeURIComponent(name)}`, below].join("");
}
__name(pathOf, "pathOf");
async function serverFacts(server, clock) {
  const login = await server.transport.login();
  const before = clock.now();
  const answer = await server.transport.send({ method: "GET", path: "/version", isRepeatable: true });
  if (answer.status >= 300) throw refused(server, answer, { verb: "get", object: "/version" });
  const told = Date.parse(answer.header("date") ?? "");
  const middle = (before + clock.now()) / 2;
  const clockSkewMs = Number.isNaN(told) ? 0 : told + 500 - middle;
  return {
    url: login.url,
    ca: login.ca,
    version: textAt(parseJson(answer.text), "gitVersion") ?? "",
    clockSkewMs,
    user: await whoAmI(server)
  };
}
__name(serverFacts, "serverFacts");
async function whoAmI({ transport }) {
  const body = JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" });
  const path = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
  const answer = await transport.send({ method: "POST", path, body, contentType: "application/json", isRepeatable: true });
  return answer.status < 300 ? textAt(parseJson(answer.text), "status", "userInfo", "username") : void 0;
}
__name(whoAmI, "whoAmI");
async function read(server, ref) {
  try {
    const resource = await server.catalogue.find(ref);
    if (resource === void 0) return { kind: "absent" };
    const answer = await server.transport.send({ method: "GET", path: pathOf(resource, ref.namespace, ref.name), isRepeatable: true });
    if (answer.status === 404) return { kind: "absent" };
    if (answer.status >= 300) return { kind: "unknown", why: refused(server, answer, { verb: "get", object: idText(ref) }) };
    return sealed(objectIn(parseJson(answer.text)));
  } catch (error) {
    if (error instanceof Problem) return { kind: "unknown", why: error };
    throw error;
  }
}
__name(read, "read");
async function list(server, { apiVersion, kind, namespace = "", labels }) {
  const resource = await server.catalogue.find({ apiVersion, kind });
  if (resource === void 0) return [];
  const path = pathOf(resource, namespace);
  const about = { verb: "list", object: `${resource.plural} (${apiVersion})` };
  for (let restarts = 0; ; restarts += 1) {
    const found = [];
    let next;
    do {
      const query = { limit: chunk, continue: next, labelSelector: labels };
      const answer = await server.transport.send({ method: "GET", path, query, isRepeatable: true });
      if (answer.status === 410 && restarts < 3) {
        next = "gone";
        break;
      }
      if (answer.status === 404) return [];
      if (answer.status >= 300) throw refused(server, answer, about);
      const body = parseJson(answer.text);
      for (const item of listAt(body, "items")) found.push(sealed({ apiVersion, kind, ...objectIn(item) }));
      next = textAt(body, "metadata", "continue") || void 0;
    } while (next !== void 0);
    if (next === void 0) return found;
  }
}
__name(list, "list");
async function apply(server, object, options = {}) {
  const query = { fieldManager, fieldValidation: "Strict", force: options.force === true ? "true" : void 0 };
  return write(server, object, {
    method: "PATCH",
    verb: "patch",
    contentType: "application/apply-patch+yaml",
    query,
    isRepeatable: true,
    options
  });
}
__name(apply, "apply");
async function create(server, object, options = {}) {
  const query = { fieldManager, fieldValidation: "Strict" };
  return write(server, object, { method: "POST", verb: "create", contentType: "application/json", query, isRepeatable: false, options });
}
__name(create, "create");
async function replace(server, object, options = {}) {
  const query = { fieldManager, fieldValidation: "Strict" };
  return write(server, object, { method: "PUT", verb: "update", contentType: "application/json", query, isRepeatable: false, options });
}
__name(replace, "replace");
async function write(server, object, { method, verb, contentType, query, isRepeatable, options }) {
  const id = idOf(object);
  const whole = filled(object, options.fill ?? /* @__PURE__ */ new Map(), server.cluster);
  const resource = await resourceOf(server, { apiVersion: textAt(object, "apiVersion") ?? "", kind: id.kind });
  const call = {
    method,
    path: pathOf(
      resource,
      textAt(whole.object, "metadata", "namespace") ?? "",
      method === "POST" ? "" : textAt(whole.object, "metadata", "name") ?? ""
    ),
    query: { ...query, dryRun: options.dryRun === true ? "All" : void 0 },
    body: JSON.stringify(whole.object),
    contentType,
    isRepeatable,
    ...options.until === void 0 ? {} : { until: options.until }
  };
  const stored = await ask(server, call, { verb, object: idText(id), secrets: whole.secrets });
  if (id.kind === "CustomResourceDefinition" && options.dryRun !== true) server.catalogue.forget();
  return sealed(objectIn(stored));
}
__name(write, "write");
async function patched(server, ref, patch, options = {}) {
  const resource = await resourceOf(server, ref);
  const contentType = Array.isArray(patch) ? "application/json-patch+json" : "application/merge-patch+json";
  const call = {
    method: "PATCH",
    path: pathOf(resource, ref.namespace, ref.name),
    query: { fieldManager, fieldValidation: "Strict", dryRun: options.dryRun === true ? "All" : void 0 },
    body: JSON.stringify(patch),
    contentType,
    isRepeatable: false,
    ...options.until === void 0 ? {} : { until: options.until }
  };
  return sealed(objectIn(await ask(server, call, { verb: "patch", object: idText(ref) })));
}
__name(patched, "patched");
async function remove(server, ref, { dryRun, uid, until } = {}) {
  const resource = await server.catalogue.find(ref);
  if (resource === void 0) return;
  const options = {
    apiVersion: "v1",
    kind: "DeleteOptions",
    propagationPolicy: "Background",
    ...uid === void 0 ? {} : { preconditions: { uid } }
  };
  const answer = await server.transport.send({
    method: "DELETE",
    path: pathOf(resource, ref.namespace, ref.name),
    query: { dryRun: dryRun === true ? "All" : void 0 },
    body: JSON.stringify(options),
    contentType: "application/json",
    isRepeatable: true,
    ...until === void 0 ? {} : { until }
  });
  if (answer.status !== 404 && answer.status >= 300) throw refused(server, answer, { verb: "delete", object: idText(ref) });
}
__name(remove, "remove");
async function* watchAll(server, where, signal) {
  const resource = await resourceOf(server, where);
  const path = pathOf(resource, where.namespace ?? "");
  yield* watched(server.transport, {
    path,
    where,
    signal,
    fail: /* @__PURE__ */ __name((answer) => refused(server, answer, { verb: "watch", object: resource.plural }), "fail")
  });
}
__name(watchAll, "watchAll");
async function allowed(server, right) {
  const [resource = "", subresource] = right.resource.split("/");
  const attributes = {
    verb: right.verb,
    group: right.group,
    resource,
    ...subresource === void 0 ? {} : { subresource },
    ...right.namespace === "" ? {} : { namespace: right.namespace },
    ...right.name === "" ? {} : { name: right.name }
  };
  const body = JSON.stringify({
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: { resourceAttributes: attributes }
  });
  const path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  try {
    const call = { method: "POST", path, body, contentType: "application/json", isRepeatable: true };
    const review = await ask(server, call, { verb: "create", object: "SelfSubjectAccessReview" });
    return valueAt(review, ["status", "allowed"]) === true;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
__name(allowed, "allowed");
async function token(server, request) {
  if (request.secret !== void 0) return legacyToken(server, request, request.secret);
  const { namespace, account, seconds } = request;
  const call = {
    method: "POST",
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/serviceaccounts/${encodeURIComponent(account)}/token`,
    body: JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds: seconds } }),
    contentType: "application/json",
    // A second token beside a lost first one harms nobody: both end.
    isRepeatable: true
  };
  const answer = await ask(server, call, { verb: "create", object: `token of ServiceAccount ${namespace}/${account}` });
  const expiresAt = Date.parse(textAt(answer, "status", "expirationTimestamp") ?? "");
  return { token: new Secret(textAt(answer, "status", "token") ?? ""), expiresAt: Number.isNaN(expiresAt) ? 0 : expiresAt };
}
__name(token, "token");
async function legacyToken(server, { namespace }, name) {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/secrets/${encodeURIComponent(name)}`;
  const secret = await ask(server, { method: "GET", path, isRepeatable: true }, { verb: "get", object: `Secret ${namespace}/${name}` });
  const encoded = textAt(secret, "data", "token");
  if (encoded === void 0) throw problem("object-moved", { cluster: server.cluster, object: `Secret ${namespace}/${name}` });
  return { token: new Secret(Buffer.from(encoded, "base64").toString("utf8")), expiresAt: Number.POSITIVE_INFINITY };
}
__name(legacyToken, "legacyToken");
async function fetchText(server, path, { timeoutMs } = {}) {
  const call = { method: "GET", path, accept: "*/*", isRepeatable: true, ...timeoutMs === void 0 ? {} : { timeoutMs } };
  const answer = await server.transport.send(call);
  if (answer.status >= 300) throw refused(server, answer, { verb: "get", object: path });
  return answer.text;
}
__name(fetchText, "fetchText");

// src/adapters/kubernetes/options.ts
var defaultLimits = { connectMs: 1e4, requestMs: 35e3, totalMs: 6e4, pluginMs: 6e4, quietMs: 9e4 };

// src/adapters/kubernetes/transport.ts
var import_undici2 = __toESM(require_undici(), 1);

// src/adapters/kubernetes/again.ts
var attempts = 6;
var firstPauseMs = 200;
var longestPauseMs = 5e3;
function pauseBefore(next) {
  const { attempt: attempt2, outcome, isRepeatable, random } = next;
  if (attempt2 > attempts || outcome.kind === "slow") return void 0;
  const most = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt2 - 2));
  const pause2 = most / 2 + most / 2 * random();
  if (outcome.kind === "failed") {
    const isCurable = outcome.code !== "" && outcome.code !== "ENOTFOUND";
    return isCurable && (isRepeatable || !outcome.isSent) ? pause2 : void 0;
  }
  const { status } = outcome.answer;
  if (status !== 429 && status < 500) return void 0;
  const wished = retryAfter(outcome.answer.header("retry-after"));
  const isUndone = status === 429 || wished !== void 0 || isFailedHook(outcome.answer);
  if (!isRepeatable && !isUndone) return void 0;
  return status === 501 ? void 0 : Math.max(pause2, wished ?? 0);
}
__name(pauseBefore, "pauseBefore");
function retryAfter(header) {
  return header !== void 0 && /^\d{1,6}$/u.test(header) ? Number(header) * 1e3 : void 0;
}
__name(retryAfter, "retryAfter");

// src/adapters/kubernetes/attempt.ts
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var unzip = promisify(gunzip);
var largest2 = 512 * 1024 * 1024;
async function attempt(dispatcher, origin, wire2, timeoutMs) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const { method, path, headers, body } = wire2;
    const sent = { origin, method, path, headers, signal: abort.signal, body: body ?? null, headersTimeout: 0, bodyTimeout: 0 };
    const response = await dispatcher.request(sent);
    const header = /* @__PURE__ */ __name((name) => [response.headers[name]].flat()[0], "header");
    const content = await collect(response.body, header("content-encoding") === "gzip");
    return { kind: "answer", answer: { status: response.statusCode, header, text: content } };
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
    if (size > largest2) throw Object.assign(new Error("the answer is larger than 512 MB"), { code: "TOO_LARGE" });
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

// src/adapters/kubernetes/dispatcher.ts
var import_undici = __toESM(require_undici(), 1);
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
  if (proxyUrl === void 0) return new import_undici.Pool(new URL(url).origin, { ...pool, connect: { ...tls, timeout: connectMs } });
  const requestTls = { ...tls, timeout: connectMs };
  const socks = { requestTls };
  if (/^socks5h?:/u.test(proxyUrl)) return new import_undici.Socks5ProxyAgent(proxyUrl.replace(/^socks5h:/u, "socks5:"), socks);
  return new import_undici.ProxyAgent({ ...pool, uri: proxyUrl, requestTls, proxyTls: { timeout: connectMs } });
}
__name(createDispatcher, "createDispatcher");

// src/adapters/kubernetes/gate.ts
function createGate(size) {
  let inside2 = 0;
  const line = [];
  const leave = /* @__PURE__ */ __name(() => {
    inside2 -= 1;
    line.shift()?.();
  }, "leave");
  return {
    enter: /* @__PURE__ */ __name(async () => {
      if (inside2 >= size) await new Promise((resume) => line.push(resume));
      inside2 += 1;
      let isIn = true;
      return () => {
        if (isIn) leave();
        isIn = false;
      };
    }, "enter")
  };
}
__name(createGate, "createGate");

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
  #gate;
  #login;
  #pool;
  #shown;
  #isClosed = false;
  constructor(options) {
    this.#options = options;
    this.#gate = createGate(options.concurrency);
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
    const { clock, limits } = this.#options;
    const asked = clock.monotonic();
    const leave = await this.#gate.enter();
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
    const login = await this.login();
    const credential = await login.credentials.current();
    const dispatcher = this.#dispatcher(login, credential);
    const { method, path, headers } = wireOf(call, login, credential);
    const { quietMs } = this.#options.limits;
    const origin = new URL(login.url).origin;
    return dispatcher.request({ origin, method, path, headers, signal, headersTimeout: quietMs, bodyTimeout: quietMs });
  }
  async socket(path, protocols) {
    const login = await this.login();
    const credential = await login.credentials.current();
    const dispatcher = this.#dispatcher(login, credential);
    const { path: target, headers } = wireOf({ method: "GET", path, isRepeatable: false }, login, credential);
    const { authorization } = headers;
    const shown = typeof authorization === "string" ? { authorization } : {};
    return new import_undici2.WebSocket(`${new URL(login.url).origin.replace(/^http/u, "ws")}${target}`, {
      protocols: [...protocols],
      dispatcher,
      headers: shown
    });
  }
  secrets() {
    return this.#shown === void 0 ? [] : secretsOf(this.#shown);
  }
  async close() {
    this.#isClosed = true;
    const dispatcher = this.#pool?.dispatcher;
    this.#pool = void 0;
    await dispatcher?.destroy();
  }
  /** Sends until there is an answer that stands. A refused credential is renewed once, and that attempt is not counted: the server did nothing. */
  async #persist(call, deadline) {
    const { clock, random } = this.#options;
    let isRenewed = false;
    for (let attempt2 = 2; ; ) {
      const login = await this.login();
      const credential = await login.credentials.current();
      const outcome = await this.#once(call, login, credential, deadline);
      if (outcome.kind === "answer" && outcome.answer.status === 401 && !isRenewed) {
        isRenewed = true;
        if (await login.credentials.renew(credential) !== void 0) continue;
      }
      const pause2 = pauseBefore({ attempt: attempt2, outcome, isRepeatable: call.isRepeatable, random });
      if (pause2 === void 0 || clock.monotonic() + pause2 >= deadline) return this.#settle(outcome, call, login, pause2);
      await clock.sleep(pause2);
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
  #settle(outcome, call, login, pause2) {
    const { cluster, limits } = this.#options;
    const secrets = this.secrets();
    const url = clean(login.url, secrets);
    if (outcome.kind === "slow") {
      const request = `${call.method} ${clean(call.path, secrets)}`;
      throw problem("cluster-slow", { cluster, request, seconds: Math.round((call.timeoutMs ?? limits.requestMs) / 1e3) });
    }
    if (outcome.kind === "failed") throw problem("cluster-unreachable", { cluster, url, why: clean(outcome.why, secrets) });
    const { answer } = outcome;
    if (pause2 !== void 0 && answer.header("retry-after") !== void 0) {
      throw problem("cluster-overloaded", {
        cluster,
        why: `it answered ${answer.status} and wants ${Math.ceil(pause2 / 1e3)} s of patience`
      });
    }
    if (answer.status < 300 || answer.status >= 400) return answer;
    throw problem("cluster-unreachable", {
      cluster,
      url,
      why: `it answered ${answer.status} and sends us elsewhere, as no API server does`
    });
  }
  /** The pool; a new one when the client certificate is another, for it belongs to the connection. */
  #dispatcher(login, credential) {
    const { cluster, concurrency, limits } = this.#options;
    if (this.#isClosed) throw problem("cluster-unreachable", { cluster, url: login.url, why: "its connections were closed" });
    this.#shown = credential;
    if (this.#pool !== void 0 && this.#pool.certificate === credential.certificate) return this.#pool.dispatcher;
    void this.#pool?.dispatcher.close().catch(() => void 0);
    this.#pool = { certificate: credential.certificate, dispatcher: createDispatcher(login, credential, concurrency, limits) };
    return this.#pool.dispatcher;
  }
};
function wireOf(call, login, credential) {
  const given = Object.entries(call.query ?? {}).filter((entry) => entry[1] !== void 0);
  const query = new URLSearchParams(given.sort(([a], [b]) => a < b ? -1 : 1)).toString();
  const prefix = new URL(login.url).pathname.replace(/\/+$/u, "");
  const headers = {
    "user-agent": "isthmus",
    accept: call.accept ?? "application/json",
    "accept-encoding": "gzip"
  };
  if (call.contentType !== void 0) headers["content-type"] = call.contentType;
  for (const [name, value] of Object.entries(credential.headers)) {
    headers[name] = value instanceof Secret ? value.open() : value.map((one) => one.open());
  }
  return {
    method: call.method,
    path: `${prefix}${call.path}${query === "" ? "" : `${call.path.includes("?") ? "&" : "?"}${query}`}`,
    headers,
    body: call.body
  };
}
__name(wireOf, "wireOf");
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
  const transports = [];
  const known = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ __name((cluster, login) => {
    const transport = createTransport({ cluster, login, clock, concurrency, limits, random });
    transports.push(transport);
    return createApi({ cluster, transport, clock });
  }, "open");
  const of = /* @__PURE__ */ __name((cluster) => {
    const key = JSON.stringify([cluster.name, cluster.access]);
    const api = known.get(key) ?? open(cluster.name, async () => {
      const { loginFor } = await import("./kubeconfig-VC7UJYOU.js");
      return loginFor(cluster, { folder, environment, clock, pluginMs: limits.pluginMs });
    });
    known.set(key, api);
    return api;
  }, "of");
  return {
    of,
    by: /* @__PURE__ */ __name((endpoint) => open(endpoint.cluster, async () => loginBy(endpoint)), "by"),
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
    return await work({ ...world ?? createLocalWorld({ folder }), clusters, signers, wire, clock: systemClock, watch: watch ?? (() => {
    }) });
  } finally {
    await clusters.close();
  }
}
__name(withLiveWorld, "withLiveWorld");

export {
  withLiveWorld
};
