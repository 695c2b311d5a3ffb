import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  readFiles,
  readFolder
} from "./chunk-LISA627O.js";
import {
  bundledGatewayApi
} from "./chunk-4KRHMPIQ.js";
import {
  chartKey,
  chartsText,
  sourceText
} from "./chunk-7YQB7X5X.js";
import {
  byPath,
  entryOf,
  largestFile,
  relevant
} from "./chunk-BL7GU2HU.js";
import {
  chartLogins
} from "./chunk-LCP2T3H2.js";
import {
  shipped,
  startEngine
} from "./chunk-SPWEMITE.js";
import {
  Trouble,
  chartDigest,
  chartFrom,
  missing,
  nearest,
  readMetadata,
  unreadable
} from "./chunk-5GB2B5DS.js";
import {
  require_semver
} from "./chunk-SN6S6TVI.js";
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  Problem
} from "./chunk-YNO4666L.js";
import {
  isLoopback
} from "./chunk-QHCUZ2RI.js";
import {
  isObject,
  objectAt,
  textAt
} from "./chunk-SNTM2N2I.js";
import {
  __name,
  __toESM
} from "./chunk-V6HKU3TC.js";

// src/adapters/git/index.ts
import { resolve } from "node:path";

// src/adapters/git/run-git.ts
import { spawn } from "node:child_process";
async function runGit(folder, args, input) {
  const safe = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.ext.allow=never", "--no-pager"];
  const child = spawn("git", [...safe, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    stdio: ["pipe", "pipe", "pipe"]
  });
  const out = [];
  const err = [];
  child.stdout.on("data", (chunk) => out.push(chunk));
  child.stderr.on("data", (chunk) => err.push(chunk));
  child.stdin.on("error", () => void 0);
  child.stdin.end(input ?? "");
  const code = await new Promise((settle) => {
    child.on("error", () => settle(-1));
    child.on("close", (status) => settle(status ?? -1));
  });
  return { code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8").trim() };
}
__name(runGit, "runGit");

// src/adapters/git/index.ts
function createGitFiles({ folder }) {
  return {
    read: /* @__PURE__ */ __name((revision) => readRevision(folder, revision), "read"),
    mergeBase: /* @__PURE__ */ __name(async (one, other) => {
      if ([one, other].some((revision) => revision.startsWith("-"))) return void 0;
      const { code, stdout } = await runGit(folder, ["merge-base", one, other]);
      return code === 0 ? stdout.toString("utf8").trim() : void 0;
    }, "mergeBase")
  };
}
__name(createGitFiles, "createGitFiles");
async function readRevision(folder, revision) {
  const top = await runGit(folder, ["rev-parse", "--show-prefix"]);
  if (top.code !== 0)
    throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(top.stderr) || "git is not installed" });
  const commit = await resolveCommit(folder, revision);
  const listed = relevant(await list(folder, commit, top.stdout.toString("utf8").trim()));
  return { commit, entries: await readEntries(folder, listed) };
}
__name(readRevision, "readRevision");
async function resolveCommit(folder, revision) {
  const found = revision.startsWith("-") ? void 0 : await runGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (found?.code !== 0) throw problem("revision-not-found", { revision, repository: resolve(folder), fetch: fetchOf(revision) });
  return found.stdout.toString("utf8").trim();
}
__name(resolveCommit, "resolveCommit");
function fetchOf(revision) {
  const isRelative = /[~^@{}: ]|^-|^(?:HEAD)?$/u.test(revision);
  return isRelative ? "git fetch --unshallow origin" : `git fetch origin ${revision.replace(/^(?:refs\/remotes\/)?origin\//u, "")}`;
}
__name(fetchOf, "fetchOf");
async function list(folder, commit, prefix) {
  const treeish = prefix === "" ? commit : `${commit}:${prefix.replace(/\/$/u, "")}`;
  const { code, stdout, stderr } = await runGit(folder, ["ls-tree", "-r", "-z", "-l", "--full-tree", treeish]);
  if (code !== 0) throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(stderr) });
  return stdout.toString("utf8").split("\0").filter(Boolean).map(parseLine);
}
__name(list, "list");
function parseLine(line2) {
  const tab = line2.indexOf("	");
  const [mode = "", , object = "", size = "0"] = line2.slice(0, tab).split(/ +/u);
  const kind = mode === "120000" ? "symlink" : mode === "160000" ? "submodule" : "file";
  return { path: line2.slice(tab + 1), kind, size: Number(size) || 0, object };
}
__name(parseLine, "parseLine");
async function readEntries(folder, objects) {
  const wanted = objects.filter((entry) => entry.kind !== "submodule" && entry.size <= largestFile);
  const contents = await readBlobs(folder, [...new Set(wanted.map((entry) => entry.object))]);
  return objects.map((entry) => toEntry(entry, contents.get(entry.object))).sort(byPath);
}
__name(readEntries, "readEntries");
function toEntry({ path, kind, size }, bytes) {
  if (kind === "submodule") return { kind, path };
  if (bytes === void 0) return { kind: "too-large", path, size, limit: largestFile };
  if (kind === "symlink") return { kind, path, target: Buffer.from(bytes).toString("utf8") };
  return entryOf(path, bytes);
}
__name(toEntry, "toEntry");
async function readBlobs(folder, objects) {
  const { code, stdout, stderr } = await runGit(folder, ["cat-file", "--batch"], objects.map((object) => `${object}
`).join(""));
  if (code !== 0) throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(stderr) });
  const contents = /* @__PURE__ */ new Map();
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf(10, at);
    const [object = "", kind, size] = stdout.subarray(at, end).toString("utf8").split(" ");
    if (kind !== "blob")
      throw problem("repository-unreadable", { repository: resolve(folder), why: `object ${object} is ${kind ?? "missing"}` });
    contents.set(object, stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}
__name(readBlobs, "readBlobs");
function firstLine(text) {
  return text.split("\n")[0]?.replace(/^fatal: /u, "") ?? "";
}
__name(firstLine, "firstLine");

// src/adapters/charts/bundled.ts
var import_semver = __toESM(require_semver(), 1);
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
var line = "1.31";
var istio = {
  file: "charts.json.br",
  origin: "bundled snapshot 2026-08-27 of the 1.31 line, not a release",
  source: `the bundled charts, which are of the ${line} line`,
  answers: /* @__PURE__ */ __name((version) => {
    const asked = (0, import_semver.parse)(version);
    return asked !== null && `${asked.major}.${asked.minor}` === line;
  }, "answers")
};
var gatewayApi = {
  file: "gateway-api.json.br",
  origin: `bundled definitions of Gateway API v${bundledGatewayApi}, standard channel`,
  source: `the bundled definitions of the Gateway API, which are of ${bundledGatewayApi}`,
  answers: /* @__PURE__ */ __name((version) => version === bundledGatewayApi, "answers")
};
var bundles = /* @__PURE__ */ new Map();
async function fetchBundled({ name, version }) {
  const shelf = name === "gateway-api" ? gatewayApi : istio;
  const bundle = bundles.get(shelf) ?? readBundle(shelf.file, { name, version });
  bundles.set(shelf, bundle);
  const found = await bundle;
  const files = shelf.answers(version) ? found.charts[name]?.files : void 0;
  if (files === void 0) throw problem("chart-not-found", { charts: chartsText([{ name, version }]), source: shelf.source, instead: "" });
  const chart = new Map(Object.entries(files));
  return { name, version: found.version, appVersion: found.version, digest: chartDigest(chart), origin: shelf.origin, files: chart };
}
__name(fetchBundled, "fetchBundled");
async function readBundle(file, chart) {
  const path = shipped(file);
  if (path === void 0)
    throw problem("chart-unreadable", { charts: chartsText([chart]), source: "bundled", why: `${file} is missing from dist/` });
  return JSON.parse((await promisify(brotliDecompress)(await readFile(path))).toString("utf8"));
}
__name(readBundle, "readBundle");

// src/adapters/charts/helmignore.ts
function helmIgnore(text) {
  const rules = [...text.replace(/^\ufeff/u, "").split("\n"), "templates/.?*"].map((line2) => line2.trim()).flatMap(readRule);
  const hit = /* @__PURE__ */ __name((path, isFolder) => isIgnored(rules, path, isFolder), "hit");
  return (path) => {
    const parts = path.split("/");
    return parts.some((_, index) => hit(parts.slice(0, index + 1).join("/"), index < parts.length - 1));
  };
}
__name(helmIgnore, "helmIgnore");
function readRule(line2) {
  if (line2 === "" || line2.startsWith("#")) return [];
  const negated = line2.startsWith("!");
  const folderOnly = line2.endsWith("/");
  const pattern = line2.replace(/^!/u, "").replace(/\/$/u, "");
  const whole = pattern.includes("/");
  const glob = globToRegExp(pattern.replace(/^\//u, ""));
  return [{ negated, folderOnly, matches: /* @__PURE__ */ __name((path) => glob.test(whole ? path : path.split("/").at(-1) ?? ""), "matches") }];
}
__name(readRule, "readRule");
function isIgnored(rules, path, isFolder) {
  return rules.some(({ negated, folderOnly, matches }) => {
    if (folderOnly && !isFolder) return negated;
    return matches(path) !== negated;
  });
}
__name(isIgnored, "isIgnored");
function globToRegExp(glob) {
  const parts = glob.match(/\\.|\[\^?[^\]]+\]|[\s\S]/gu) ?? [];
  const source = parts.map((part) => {
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1 && part.startsWith("[")) return part.replaceAll("\\", "\\\\");
    return part.replace(/^\\(?=.)/u, "").replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  });
  return new RegExp(`^${source.join("")}$`, "u");
}
__name(globToRegExp, "globToRegExp");

// src/adapters/charts/folder.ts
function findInFolder(tree, folder, request) {
  const within = folder === "." || folder === "" ? "" : `${folder}/`;
  const manifests = tree.entries.filter(({ path }) => path.startsWith(within) && /(?:^|\/)Chart\.yaml$/u.test(path));
  const roots = manifests.map(({ path }) => path.slice(0, -"Chart.yaml".length));
  const found = roots.filter((root2, index) => !isSubchart(root2, roots) && isWanted(manifests[index], request));
  const [root, second] = found;
  if (root === void 0) throw notFound(tree, { folder, manifests, request });
  if (second !== void 0) throw unreadable(`it is there twice, in ${nameOf(root)} and ${nameOf(second)}`);
  return chartFrom(filesBelow(tree, root), `path:${nameOf(root)}`);
}
__name(findInFolder, "findInFolder");
function nameOf(root) {
  return root.replace(/\/$/u, "") || ".";
}
__name(nameOf, "nameOf");
function notFound(tree, { folder, manifests, request }) {
  const link = tree.entries.find(({ path, kind }) => kind !== "file" && (path === folder || folder.startsWith(`${path}/`)));
  if (link !== void 0) return unreadable(`${link.path} is a ${link.kind}, and nothing outside of the repository is read`);
  for (const entry of manifests) {
    const metadata = metadataOf(entry);
    if (metadata instanceof Trouble) return unreadable(`${entry.path} may be it: ${metadata.message}`, metadata);
  }
  return missing(others(manifests, request));
}
__name(notFound, "notFound");
function metadataOf(entry) {
  try {
    return readMetadata(entry?.kind === "file" ? entry.text : void 0);
  } catch (cause) {
    if (cause instanceof Trouble) return cause;
    throw cause;
  }
}
__name(metadataOf, "metadataOf");
function others(manifests, { name, version }) {
  const found = manifests.flatMap((entry) => {
    const metadata = metadataOf(entry);
    return !(metadata instanceof Trouble) && textAt(metadata, "name") === name ? [textAt(metadata, "version") ?? ""] : [];
  });
  return nearest(version, found);
}
__name(others, "others");
function isSubchart(root, roots) {
  return roots.some((other) => other !== root && root.startsWith(`${other}charts/`));
}
__name(isSubchart, "isSubchart");
function isWanted(entry, { name, version }) {
  const metadata = metadataOf(entry);
  if (metadata instanceof Trouble) return false;
  return textAt(metadata, "name") === name && textAt(metadata, "version")?.replace(/^v/u, "") === version.replace(/^v/u, "");
}
__name(isWanted, "isWanted");
function filesBelow(tree, root) {
  const below = tree.entries.filter(({ path }) => path.startsWith(root)).map((entry) => ({ entry, path: entry.path.slice(root.length) }));
  const rules = below.find(({ path }) => path === ".helmignore")?.entry;
  const ignored = helmIgnore(rules?.kind === "file" ? rules.text : "");
  const files = below.filter(({ path }) => !ignored(path)).map(({ entry, path }) => [path, textOf(entry)]);
  return new Map(files);
}
__name(filesBelow, "filesBelow");
function textOf(entry) {
  switch (entry.kind) {
    case "file":
      return entry.text;
    case "too-large":
      throw unreadable(`${entry.path} is larger than ${entry.limit >> 20} MB`);
    case "binary":
      throw unreadable(`${entry.path} is not text; list it in the chart's .helmignore`);
    case "symlink":
    case "submodule":
      throw unreadable(`${entry.path} is a ${entry.kind}, and nothing outside of the repository is read`);
  }
}
__name(textOf, "textOf");

// src/adapters/charts/registry-config.ts
import { readFile as readFile2 } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
async function readRegistryConfigs(environment) {
  const places = [
    {
      name: "Helm's registry config",
      file: environment["HELM_REGISTRY_CONFIG"] || join(helmFolder(environment), "registry", "config.json")
    },
    { name: "Docker's config", file: join(environment["DOCKER_CONFIG"] || join(homeOf(environment), ".docker"), "config.json") }
  ];
  const read = await Promise.all(places.map(({ name, file }) => readConfig(name, file)));
  return read.filter((config) => config !== void 0);
}
__name(readRegistryConfigs, "readRegistryConfigs");
function homeOf(environment) {
  return environment["HOME"] || environment["USERPROFILE"] || homedir();
}
__name(homeOf, "homeOf");
function helmFolder(environment) {
  const own = environment["HELM_CONFIG_HOME"];
  if (own) return own;
  const shared = environment["XDG_CONFIG_HOME"];
  if (shared) return join(shared, "helm");
  if (process.platform === "darwin") return join(homeOf(environment), "Library", "Preferences", "helm");
  if (process.platform === "win32") return join(environment["APPDATA"] ?? homeOf(environment), "helm");
  return join(homeOf(environment), ".config", "helm");
}
__name(helmFolder, "helmFolder");
async function readConfig(name, file) {
  const text = await readFile2(file, "utf8").catch((error) => error);
  if (text instanceof Error) {
    if (["ENOENT", "ENOTDIR"].includes(text.code ?? "")) return void 0;
    return { name, find: /* @__PURE__ */ __name(() => ({ kind: "unusable", why: `${name} cannot be read (${text.code})` }), "find") };
  }
  const config = parsed(text);
  if (config === void 0) return { name, find: /* @__PURE__ */ __name(() => ({ kind: "unusable", why: `${name} is not JSON` }), "find") };
  return { name, find: /* @__PURE__ */ __name((host) => entryFor(config, { name, host }), "find") };
}
__name(readConfig, "readConfig");
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
__name(parsed, "parsed");
function entryFor(config, { name, host }) {
  const keys = keysFor(host);
  const auths = objectAt(config, "auths");
  const key = Object.keys(auths).find((written) => keys.has(hostOf(written)));
  const login = key === void 0 ? void 0 : loginIn(objectAt(auths, key), host);
  if (login !== void 0) return { kind: "login", login };
  const helpers = objectAt(config, "credHelpers");
  const helped = Object.keys(helpers).find((written) => keys.has(hostOf(written)));
  const program = (helped === void 0 ? void 0 : textAt(helpers, helped)) ?? textAt(config, "credsStore");
  if (program !== void 0 && program !== "")
    return { kind: "unusable", why: `${name} leaves logins to the program docker-credential-${program}, which Isthmus does not run` };
  return key === void 0 ? void 0 : { kind: "unusable", why: `what ${name} holds for ${host} is no user with a password` };
}
__name(entryFor, "entryFor");
function keysFor(host) {
  const hub = ["docker.io", "index.docker.io", "registry-1.docker.io"];
  return new Set(hub.includes(host) ? hub : [host]);
}
__name(keysFor, "keysFor");
function hostOf(written) {
  return URL.parse(written.includes("://") ? written : `https://${written}`)?.host ?? "";
}
__name(hostOf, "hostOf");
function loginIn(entry, host) {
  const plain = Buffer.from(textAt(entry, "auth") ?? "", "base64").toString("utf8");
  const colon = plain.indexOf(":");
  const user = colon > 0 ? plain.slice(0, colon) : textAt(entry, "username");
  const password = colon > 0 ? plain.slice(colon + 1) : textAt(entry, "password");
  if (!user || !password) return void 0;
  return { host, inTheClear: false, user, password: new Secret(password.replace(/\0+$/u, "")) };
}
__name(loginIn, "loginIn");

// src/adapters/charts/logins.ts
function createLogins({ logins = [], environment }) {
  let kept;
  return {
    for: /* @__PURE__ */ __name(async (address) => {
      const given = logins.find(({ host }) => host === address.host);
      if (given !== void 0) return shown(given, address, "the login that was given for it");
      kept ??= environment === void 0 ? Promise.resolve([]) : readRegistryConfigs(environment);
      const answers = (await kept).map(({ name, find }) => ({ name, found: find(address.host) }));
      const entry = answers.find(({ found }) => found?.kind === "login");
      if (entry?.found?.kind === "login") return shown(entry.found.login, address, `the login in ${entry.name}`);
      const whys = answers.flatMap(({ found }) => found?.kind === "unusable" ? [found.why] : []);
      return { kind: "none", why: whys[0] ?? `no login is given for ${address.host}` };
    }, "for")
  };
}
__name(createLogins, "createLogins");
var withoutLogins = {
  for: /* @__PURE__ */ __name(async () => ({ kind: "none", why: "logins are only sent to addresses that the mesh document of the default branch names" }), "for")
};
function shown({ host, user, password, inTheClear }, address, from) {
  const isPrivate = address.protocol === "https:" || isLoopback(address.host) || inTheClear;
  if (!isPrivate) return { kind: "none", why: `${from} is not sent unencrypted (unless it is given for \`http://${host}\`)` };
  return { kind: "login", authorization: `Basic ${Buffer.from(`${user}:${password.open()}`).toString("base64")}`, from };
}
__name(shown, "shown");

// src/adapters/charts/index.ts
function createCharts(options = {}) {
  const fetchFrom = createSources(options);
  const fetched = /* @__PURE__ */ new Map();
  let engine;
  return {
    engine: /* @__PURE__ */ __name(() => {
      engine ??= startEngine();
      return engine;
    }, "engine"),
    fetch: /* @__PURE__ */ __name(async (request, { tree, locked, mayLogIn = false }) => {
      const key = `${chartKey(request)} ${treeKey(request, tree)} ${mayLogIn}`;
      const chart = fetched.get(key) ?? fetchFrom(request, tree, mayLogIn);
      fetched.set(key, chart);
      try {
        return verified(await chart, request, locked);
      } catch (cause) {
        if (await chart.then(() => false).catch(() => true)) fetched.delete(key);
        throw cause instanceof Trouble ? asProblem(cause, request) : cause;
      }
    }, "fetch")
  };
}
__name(createCharts, "createCharts");
function createSources(options) {
  const remotes = /* @__PURE__ */ new Map();
  const known = createLogins(options);
  const load = /* @__PURE__ */ __name((logins) => import("./remote-K2LEWPJJ.js").then(({ createRemote }) => createRemote(options, logins)), "load");
  return async (request, tree, mayLogIn) => {
    const logins = mayLogIn ? known : withoutLogins;
    const network = /* @__PURE__ */ __name(() => {
      const remote = remotes.get(logins) ?? load(logins);
      remotes.set(logins, remote);
      return remote;
    }, "network");
    const { source } = request;
    switch (source.kind) {
      case "bundled":
        return fetchBundled(request);
      case "repository":
        return (await network()).fromRepository(source.url, request);
      case "oci":
        return (await network()).fromRegistry(source.reference, request);
      case "path":
        return findInFolder(tree, source.folder, request);
    }
  };
}
__name(createSources, "createSources");
var trees = /* @__PURE__ */ new WeakMap();
var treesSeen = 0;
function treeKey({ source }, tree) {
  if (source.kind !== "path") return 0;
  const key = trees.get(tree) ?? ++treesSeen;
  trees.set(tree, key);
  return key;
}
__name(treeKey, "treeKey");
function verified(chart, request, locked) {
  if (locked === void 0 || locked.digest === chart.digest) return chart;
  const facts = {
    chart: request.name,
    version: request.version,
    source: request.source.kind === "bundled" ? "the charts that come with Isthmus" : sourceText(request.source),
    digest: chart.digest,
    place: locked.place === void 0 ? "isthmus.lock" : `${locked.place.file}:${locked.place.line}`,
    locked: locked.digest
  };
  throw problem("chart-digest-mismatch", facts);
}
__name(verified, "verified");
function asProblem({ kind, message: why, cause }, request) {
  const source = sourceText(request.source);
  const charts = chartsText([request]);
  switch (kind) {
    case "missing":
      return problem("chart-not-found", { charts, source, instead: why === "" ? "" : `; it has ${why}` });
    case "unreachable":
      return problem("chart-unreachable", { charts, source, why }, cause);
    case "refused":
      return problem("chart-login-needed", { charts, source, why }, cause);
    case "unreadable":
      return problem("chart-unreadable", { charts, source, why }, cause);
  }
}
__name(asProblem, "asProblem");

// src/shells/world.ts
import { isDeepStrictEqual } from "node:util";
function createLocalWorld({ folder }) {
  const git = createGitFiles({ folder });
  return {
    files: { read: /* @__PURE__ */ __name((ref) => readRef(ref, git.read), "read") },
    charts: chartsFromOutside(chartLogins("ISTHMUS_CHART_LOGINS, ", process.env["ISTHMUS_CHART_LOGINS"] ?? ""))
  };
}
__name(createLocalWorld, "createLocalWorld");
function readRef(ref, readCommit) {
  switch (ref.kind) {
    case "commit":
      return readCommit(ref.revision);
    case "folder":
      return readFolder(ref.folder);
    case "files":
      return readFiles(ref.files);
  }
}
__name(readRef, "readRef");
function createStandingWorld({ folder }) {
  const local = createLocalWorld({ folder });
  const read = /* @__PURE__ */ __name(async (ref) => {
    if (ref.kind !== "folder") return local.files.read(ref);
    const [tree, last] = await Promise.all([local.files.read(ref), createGitFiles({ folder: ref.folder }).read("HEAD").catch(noCommit)]);
    return last !== void 0 && isDeepStrictEqual(tree.entries, last.entries) ? { ...tree, commit: last.commit } : tree;
  }, "read");
  return { ...local, files: { read } };
}
__name(createStandingWorld, "createStandingWorld");
function noCommit(error) {
  if (!(error instanceof Problem)) throw error;
}
__name(noCommit, "noCommit");
function chartsFromOutside(logins) {
  return createCharts({ logins, environment: process.env });
}
__name(chartsFromOutside, "chartsFromOutside");

export {
  createGitFiles,
  createCharts,
  createLocalWorld,
  createStandingWorld,
  chartsFromOutside
};
