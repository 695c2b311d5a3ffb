import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  Trouble,
  chartFrom,
  missing,
  nearest,
  refused,
  unreachable,
  unreadable
} from "./chunk-5GB2B5DS.js";
import {
  require_semver
} from "./chunk-SN6S6TVI.js";
import {
  environmentProxy
} from "./chunk-WZEHNWCO.js";
import {
  require_tar_stream
} from "./chunk-HNGYL6SI.js";
import {
  isLoopback
} from "./chunk-QHCUZ2RI.js";
import {
  YamlError,
  readValues
} from "./chunk-PIHHU2PB.js";
import {
  isObject,
  listAt,
  objectAt,
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  require_undici
} from "./chunk-A5U2Z45U.js";
import {
  __name,
  __toESM
} from "./chunk-V6HKU3TC.js";

// src/adapters/charts/http.ts
var import_undici = __toESM(require_undici(), 1);
var usual = { silence: 3e4, whole: 9e4, away: 6e4 };
var redirects = 5;
var attempts = 3;
var pauseMs = 250;
function createHttp({ environment = {}, timeouts: given = {} }, logins) {
  const timeouts = { ...usual, ...given };
  const away = /* @__PURE__ */ new Map();
  const through = createRoutes(environment, timeouts);
  return { get: /* @__PURE__ */ __name((url, wishes) => follow(url, wishes, { through, timeouts, away }), "get"), login: /* @__PURE__ */ __name((address) => logins.for(address), "login") };
}
__name(createHttp, "createHttp");
function createRoutes(environment, { silence }) {
  const limits2 = { connectTimeout: silence, headersTimeout: silence, bodyTimeout: silence };
  const pools = /* @__PURE__ */ new Map();
  return (url) => {
    const proxy = environmentProxy(url.href, environment) ?? "";
    const dispatcher = pools.get(proxy) ?? (proxy === "" ? new import_undici.Agent(limits2) : proxyAgent(proxy, limits2));
    pools.set(proxy, dispatcher);
    return { dispatcher, by: proxy === "" ? "" : ` through the proxy ${URL.parse(proxy)?.host ?? ""}` };
  };
}
__name(createRoutes, "createRoutes");
function proxyAgent(proxy, limits2) {
  try {
    return new import_undici.ProxyAgent({ ...limits2, uri: proxy, proxyTunnel: false });
  } catch (cause) {
    throw unreachable("HTTPS_PROXY or HTTP_PROXY holds no address of a proxy, such as http://proxy.example:3128", cause);
  }
}
__name(proxyAgent, "proxyAgent");
async function follow(first, wishes, way) {
  const start = addressOf(first);
  const signal = AbortSignal.timeout(way.timeouts.whole);
  let url = start;
  for (let hop = 0; hop <= redirects; hop++) {
    const authorization = url.origin === start.origin ? wishes.authorization : void 0;
    const answer = await persist(url, { ...wishes, authorization, signal }, way);
    const location = answer.header("location");
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === void 0) return answer;
    const next = addressOf(location, url);
    if (url.protocol === "https:" && next.protocol === "http:") {
      throw unreachable(`${url.host} redirects to ${next.protocol}//${next.host}`);
    }
    url = next;
  }
  throw unreachable(`more than ${redirects} redirects`);
}
__name(follow, "follow");
function addressOf(text, from) {
  const url = URL.canParse(text, from?.href) ? new URL(text, from) : void 0;
  if (url !== void 0 && /^https?:$/u.test(url.protocol)) return url;
  throw unreachable(
    `${from === void 0 ? "it is to come from" : `${from.host} redirects to`} ${text.slice(0, 200)}, which is no http or https address`
  );
}
__name(addressOf, "addressOf");
function expected(answer, asked, login) {
  if (answer.status === 200) return answer.body;
  if (![401, 403].includes(answer.status)) throw unreachable(`${asked} answered ${answer.status}`);
  throw refused(
    login.kind === "none" ? `${asked} answered ${answer.status}, and ${login.why}` : `${asked} answered ${answer.status} to ${login.from}`
  );
}
__name(expected, "expected");
async function persist(url, wishes, way) {
  const known = way.away.get(url.origin);
  if (known !== void 0 && known.until > performance.now()) throw known.trouble;
  const route = way.through(url);
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    try {
      const answer = await once(url, wishes, route.dispatcher);
      if (last || ![502, 503, 504].includes(answer.status)) return answer;
    } catch (cause) {
      if (last || !isOfTheNetwork(cause)) {
        const trouble = asTrouble(cause, `${url.host}${route.by}`, way.timeouts);
        if (trouble instanceof Trouble && trouble !== cause)
          way.away.set(url.origin, { until: performance.now() + way.timeouts.away, trouble });
        throw trouble;
      }
    }
    await new Promise((resume) => setTimeout(resume, pauseMs * attempt));
  }
}
__name(persist, "persist");
async function once(url, { limitBytes, accept = "*/*", authorization, signal }, dispatcher) {
  const headers = { "user-agent": "isthmus", accept, ...authorization === void 0 ? {} : { authorization } };
  const answer = await (0, import_undici.request)(url, { dispatcher, headers, signal });
  const chunks = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.length;
    if (size > limitBytes) throw unreadable(`it is larger than ${limitBytes >> 20} MB`);
    chunks.push(chunk);
  }
  const header = /* @__PURE__ */ __name((name) => [answer.headers[name]].flat()[0], "header");
  return { status: answer.statusCode, header, body: Buffer.concat(chunks) };
}
__name(once, "once");
function isOfTheNetwork(cause) {
  return cause instanceof Error && typeof cause.code === "string";
}
__name(isOfTheNetwork, "isOfTheNetwork");
function asTrouble(cause, from, { whole }) {
  if (cause instanceof Error && cause.name === "TimeoutError")
    return unreachable(`${from} did not send all of it within ${whole / 1e3} s`, cause);
  return isOfTheNetwork(cause) ? unreachable(`${from}: ${cause.message || cause.code}`, cause) : cause;
}
__name(asTrouble, "asTrouble");

// src/adapters/charts/oci.ts
import { createHash as createHash2 } from "node:crypto";

// src/adapters/charts/archive.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var limits = { unpackedBytes: 64 * 1024 * 1024, fileBytes: 16 * 1024 * 1024, files: 5e3, nesting: 3 };
async function unpackChart(archive, nesting = 0) {
  if (nesting > limits.nesting) throw unreadable("its subcharts are nested too deeply");
  const files = /* @__PURE__ */ new Map();
  for (const [path, bytes] of await readTar(await unzip(archive))) {
    const inner = /^charts\/(?<name>[^/]+)\.tgz$/u.exec(path)?.groups?.["name"];
    if (inner === void 0) files.set(path, textOf(bytes));
    else for (const [below, text] of await unpackChart(bytes, nesting + 1)) files.set(`charts/${inner}/${below}`, text);
    if (files.size > limits.files) throw unreadable(`it holds more than ${limits.files} files`);
  }
  if (files.size === 0) throw unreadable("the archive is empty");
  return files;
}
__name(unpackChart, "unpackChart");
async function unzip(archive) {
  try {
    return await promisify(gunzip)(archive, { maxOutputLength: limits.unpackedBytes });
  } catch (cause) {
    const bomb = cause instanceof RangeError;
    throw unreadable(
      bomb ? `it unpacks to more than ${limits.unpackedBytes >> 20} MB` : `it is not a whole gzip archive (${reason(cause)})`,
      cause
    );
  }
}
__name(unzip, "unzip");
async function readTar(tar) {
  const files = /* @__PURE__ */ new Map();
  const reader = (0, import_tar_stream.extract)();
  reader.end(tar);
  try {
    for await (const entry of reader) {
      const path = pathOf(entry.header);
      const chunks = [];
      for await (const chunk of entry) chunks.push(chunk);
      if (path === void 0) continue;
      if (files.has(path)) throw unreadable(`it holds ${path} twice`);
      files.set(path, Buffer.concat(chunks));
      if (files.size > limits.files) throw unreadable(`it holds more than ${limits.files} files`);
    }
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw unreadable(`it is not a whole tar archive (${reason(cause)})`, cause);
  }
  return files;
}
__name(readTar, "readTar");
function pathOf({ name, type, size = 0 }) {
  if (type === "directory") return void 0;
  if (type !== "file" && type !== "contiguous-file") throw unreadable(`it holds ${name}, which is a ${type ?? "thing"} and not a file`);
  if (size > limits.fileBytes) throw unreadable(`it holds ${name}, which is larger than ${limits.fileBytes >> 20} MB`);
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  const leavesFolder = name.startsWith("/") || /[\\\0]|^[a-z]:/iu.test(name) || parts.includes("..");
  if (leavesFolder || parts.length < 2) throw unreadable(`it holds ${name}, a path outside of the chart's folder`);
  return parts.slice(1).join("/");
}
__name(pathOf, "pathOf");
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}
__name(textOf, "textOf");
function reason(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}
__name(reason, "reason");

// src/adapters/charts/repository.ts
var import_semver = __toESM(require_semver(), 1);
import { createHash } from "node:crypto";
var largestIndex = 64 * 1024 * 1024;
var largestArchive = 32 * 1024 * 1024;
var indexIsFreshMs = 6e4;
function createRepositories(http) {
  const indexes = /* @__PURE__ */ new Map();
  return async (url, request2) => {
    const base = url.replace(/\/*$/u, "/");
    const index = indexes.get(base) ?? readIndex(http, base);
    if (!indexes.has(base)) {
      indexes.set(base, index);
      index.catch(() => indexes.delete(base));
      setTimeout(() => indexes.delete(base), indexIsFreshMs).unref();
    }
    const entry = findEntry(await index, request2);
    return fetchEntry(http, base, entry);
  };
}
__name(createRepositories, "createRepositories");
async function readIndex(http, base) {
  const body = await download(http, `${base}index.yaml`, base, largestIndex);
  try {
    const [index] = readValues(body.toString("utf8"));
    if (isObject(index)) return index;
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    throw unreadable(`the repository's index.yaml cannot be read: ${cause.message}`, cause);
  }
  throw unreadable("the repository's index.yaml is not a mapping");
}
__name(readIndex, "readIndex");
function findEntry(index, { name, version }) {
  const entries = listAt(objectAt(index, "entries"), name).filter(isObject);
  const same = /* @__PURE__ */ __name((text) => text === version || (0, import_semver.valid)(text) !== null && (0, import_semver.valid)(version) !== null && (0, import_semver.eq)(text ?? "", version), "same");
  const found = entries.find((entry) => textAt(entry, "version") === version) ?? entries.find((entry) => same(textAt(entry, "version")));
  if (found === void 0)
    throw missing(
      nearest(
        version,
        entries.map((entry) => textAt(entry, "version") ?? "")
      )
    );
  return found;
}
__name(findEntry, "findEntry");
async function fetchEntry(http, base, entry) {
  const address = textAt(entry, "urls", 0);
  if (address === void 0) throw unreadable("the repository's index names no address for it");
  if (!URL.canParse(address, base)) throw unreadable(`the repository's index gives it the address ${address.slice(0, 200)}, which is none`);
  const url = new URL(address, base).href;
  const archive = await download(http, url, base, largestArchive);
  const stated = textAt(entry, "digest")?.replace(/^sha256:/u, "");
  const actual = createHash("sha256").update(archive).digest("hex");
  if (stated !== void 0 && stated !== actual)
    throw unreadable(`its archive has SHA-256 ${actual}, but the repository's index says ${stated}`);
  return chartFrom(await unpackChart(archive), url);
}
__name(fetchEntry, "fetchEntry");
async function download(http, url, base, limitBytes) {
  const address = addressOf(url);
  const isOwn = address.origin === addressOf(base).origin;
  const login = isOwn ? await http.login(address) : elsewhere(address);
  const authorization = login.kind === "login" ? login.authorization : void 0;
  return expected(await http.get(url, { limitBytes, authorization }), url, login);
}
__name(download, "download");
function elsewhere({ host }) {
  return { kind: "none", why: `no login is sent to ${host}, because it is another host than the repository's` };
}
__name(elsewhere, "elsewhere");

// src/adapters/charts/oci.ts
var manifestType = "application/vnd.oci.image.manifest.v1+json";
var layerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
var largestManifest = 4 * 1024 * 1024;
async function fetchOci(http, reference, request2) {
  const { host, repository, wanted, isPinned } = parseReference(reference, request2);
  const ask = createAsker(http, host, repository);
  const { answer, login } = await ask(`manifests/${wanted}`, largestManifest, manifestType);
  if (answer.status === 404) throw missing();
  const manifest = expected(answer, host, login);
  const manifestDigest = sha256(manifest);
  if (wanted.startsWith("sha256:") && wanted !== manifestDigest)
    throw unreadable(`its manifest has digest ${manifestDigest}, not ${wanted}`);
  const layer = layerOf(manifest);
  const blob = await ask(`blobs/${layer}`, largestArchive, layerType);
  const body = expected(blob.answer, host, blob.login);
  if (sha256(body) !== layer) throw unreadable(`its archive has digest ${sha256(body)}, but its manifest says ${layer}`);
  const chart = chartFrom(await unpackChart(body), `oci://${host}/${repository}@${manifestDigest}`);
  if (chart.name !== request2.name) throw missing();
  if (isPinned && !isSame(chart.version, request2.version))
    throw unreadable(`${reference} is version ${chart.version}, and the revision wants ${request2.version}`);
  return chart;
}
__name(fetchOci, "fetchOci");
function parseReference(reference, { name, version }) {
  const parts = /^oci:\/\/(?<host>[^/]+)\/?(?<path>[^@:]*?)\/?(?:(?:@(?<digest>sha256:[0-9a-f]{64}))|(?::(?<tag>[\w][\w.-]*)))?$/u.exec(
    reference
  )?.groups;
  const host = parts?.["host"];
  if (parts === void 0 || host === void 0) throw unreadable(`${reference} is not an OCI reference`);
  const path = parts["path"] ?? "";
  const isChart = path === name || path.endsWith(`/${name}`);
  const repository = isChart ? path : `${path}/${name}`.replace(/^\//u, "");
  const pin = isChart ? parts["digest"] ?? parts["tag"] : void 0;
  return { host, repository, wanted: pin ?? version.replaceAll("+", "_"), isPinned: pin !== void 0 };
}
__name(parseReference, "parseReference");
function isSame(one, other) {
  return one.replace(/^v/u, "") === other.replace(/^v/u, "");
}
__name(isSame, "isSame");
function createAsker(http, host, repository) {
  const base = `${isLoopback(host) ? "http" : "https"}://${host}/v2/${repository}/`;
  let authorization;
  return async (path, limitBytes, accept) => {
    const login = await http.login(new URL(base));
    const first = await http.get(base + path, { limitBytes, accept, authorization });
    if (first.status !== 401) return { answer: first, login };
    authorization = await authorize({ http, host, repository, login, challenge: first.header("www-authenticate") ?? "" });
    if (authorization === void 0) return { answer: first, login };
    return { answer: await http.get(base + path, { limitBytes, accept, authorization }), login };
  };
}
__name(createAsker, "createAsker");
async function authorize({ http, host, repository, login, challenge }) {
  const basic = login.kind === "login" ? login.authorization : void 0;
  if (!/^bearer /iu.test(challenge)) return basic;
  const facts = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [key, value]));
  const realm = safeRealm(facts["realm"] ?? "", host);
  if (facts["service"] !== void 0) realm.searchParams.set("service", facts["service"]);
  realm.searchParams.set("scope", facts["scope"] ?? `repository:${repository}:pull`);
  const answer = await http.get(realm.href, { limitBytes: largestManifest, accept: "application/json", authorization: basic });
  const given = parseJson(expected(answer, realm.host, login));
  const token = textAt(given, "token") ?? textAt(given, "access_token");
  if (token === void 0) throw unreachable(`${realm.host} gave no token`);
  return `Bearer ${token}`;
}
__name(authorize, "authorize");
function safeRealm(text, host) {
  const realm = URL.parse(text);
  const isSafe = realm !== null && (isLoopback(realm.host) ? isLoopback(host) : realm.protocol === "https:");
  if (!isSafe || realm.username !== "" || !/^https?:$/u.test(realm.protocol))
    throw unreachable(`${host} names no safe address for its tokens`);
  return realm;
}
__name(safeRealm, "safeRealm");
function layerOf(manifest) {
  const layer = listAt(parseJson(manifest), "layers").find((entry) => textAt(entry, "mediaType") === layerType);
  const digest = textAt(layer, "digest");
  if (digest === void 0 || !/^sha256:[0-9a-f]{64}$/u.test(digest)) throw unreadable("its manifest names no Helm chart");
  return digest;
}
__name(layerOf, "layerOf");
function parseJson(body) {
  try {
    const value = JSON.parse(body.toString("utf8"));
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(parseJson, "parseJson");
function sha256(bytes) {
  return `sha256:${createHash2("sha256").update(bytes).digest("hex")}`;
}
__name(sha256, "sha256");

// src/adapters/charts/remote.ts
function createRemote(options, logins) {
  const http = createHttp(options, logins);
  return { fromRepository: createRepositories(http), fromRegistry: /* @__PURE__ */ __name((reference, request2) => fetchOci(http, reference, request2), "fromRegistry") };
}
__name(createRemote, "createRemote");
export {
  createRemote
};
