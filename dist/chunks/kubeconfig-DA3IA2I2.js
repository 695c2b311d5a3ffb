import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  KubeConfig
} from "./chunk-6E4SIUHC.js";
import {
  bearer,
  fixed,
  fromFile,
  nobody
} from "./chunk-FXYG3R5E.js";
import "./chunk-UM6QCNNY.js";
import {
  Secret
} from "./chunk-RCF4QV2K.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import "./chunk-YNO4666L.js";
import {
  environmentProxy
} from "./chunk-WZEHNWCO.js";
import "./chunk-HNGYL6SI.js";
import {
  isLoopback
} from "./chunk-QHCUZ2RI.js";
import {
  readValues
} from "./chunk-PIHHU2PB.js";
import {
  isObject,
  listAt,
  objectAt,
  textAt
} from "./chunk-SNTM2N2I.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/kubernetes/kubeconfig.ts
import { readFile as readFile2 } from "node:fs/promises";
import { resolve as resolve3 } from "node:path";

// src/adapters/kubernetes/exec-plugin.ts
import { resolve as resolve2 } from "node:path";

// src/adapters/kubernetes/kubeconfig-source.ts
import { readFile } from "node:fs/promises";
import { delimiter, dirname, join, resolve } from "node:path";
async function sourcesOf({ access, folder, environment, fail }) {
  const variable = textAt(access, "kubeconfig", "env");
  if (variable !== void 0) return [await fromVariable(variable, environment[variable] ?? "", { folder, fail })];
  const file = textAt(access, "kubeconfig", "file");
  if (file !== void 0) return [await fromFile2(resolve(folder, file), file, fail)];
  const found = await fromUsualPlaces(environment, fail);
  if (found.length === 0) throw fail("`access.kubeconfig` names none, KUBECONFIG is not set, and there is no ~/.kube/config");
  return found;
}
__name(sourcesOf, "sourcesOf");
async function fromFile2(path, name, fail) {
  const text = await readFile(path, "utf8").catch((error) => {
    throw fail(`kubeconfig ${name} could not be read (${error.code ?? "unknown"})`);
  });
  return { text, folder: dirname(path), name: `kubeconfig ${name}` };
}
__name(fromFile2, "fromFile");
async function fromVariable(variable, value, { folder, fail }) {
  if (value.trim() === "") throw fail(`variable ${variable}, which should hold a kubeconfig, is empty or not set`);
  const name = `the kubeconfig in variable ${variable}`;
  const decoded = Buffer.from(value, "base64").toString("utf8");
  for (const text2 of [value, decoded]) if (looksLikeKubeconfig(text2)) return { text: text2, folder, name };
  const path = resolve(folder, value.trim());
  const isPath = value.length < 4096 && !value.trim().includes("\n");
  const text = isPath ? await readFile(path, "utf8").catch(() => void 0) : void 0;
  if (text !== void 0) return { text, folder: dirname(path), name };
  throw fail(`variable ${variable} holds neither a kubeconfig (as it is, or in base64) nor the path of one`);
}
__name(fromVariable, "fromVariable");
function looksLikeKubeconfig(text) {
  return /(?:^|[\s{,])["']?clusters["']?\s*:/u.test(text);
}
__name(looksLikeKubeconfig, "looksLikeKubeconfig");
async function fromUsualPlaces(environment, fail) {
  const named = (environment["KUBECONFIG"] ?? "").split(delimiter).filter((path) => path !== "");
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? "";
  const paths = named.length > 0 ? named : home === "" ? [] : [join(home, ".kube", "config")];
  const found = await Promise.all(paths.map((path) => fromFile2(resolve(path), path, fail).catch((error) => error)));
  const sources = found.filter((source) => !(source instanceof Error));
  const [first] = found;
  if (named.length > 0 && sources.length === 0 && first instanceof Error) throw first;
  return sources.length > 0 ? sources : inPod(environment);
}
__name(fromUsualPlaces, "fromUsualPlaces");
var account = "/var/run/secrets/kubernetes.io/serviceaccount";
function inPod(environment) {
  const host = environment["KUBERNETES_SERVICE_HOST"];
  const port = environment["KUBERNETES_SERVICE_PORT"];
  if (host === void 0 || port === void 0) return [];
  const server = `https://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const config = {
    clusters: [{ name: "pod", cluster: { server, "certificate-authority": `${account}/ca.crt` } }],
    users: [{ name: "pod", user: { tokenFile: `${account}/token` } }],
    contexts: [{ name: "pod", context: { cluster: "pod", user: "pod" } }],
    "current-context": "pod"
  };
  return [{ text: JSON.stringify(config), folder: account, name: "the service account of this pod" }];
}
__name(inPod, "inPod");

// src/adapters/kubernetes/started.ts
import { spawn } from "node:child_process";
var largest = 1 << 20;
function printed({ command, exec, info, environment, pluginMs }) {
  const args = listAt(exec, "args").filter((arg) => typeof arg === "string");
  const own = listAt(exec, "env").map((entry) => [textAt(entry, "name") ?? "", textAt(entry, "value") ?? ""]);
  const env = { ...environment, ...Object.fromEntries(own), KUBERNETES_EXEC_INFO: info };
  return new Promise((done) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"], detached: true });
    let text = "";
    let why;
    const stop = /* @__PURE__ */ __name((reason) => {
      why ??= reason;
      endAll(child);
      child.stdout.destroy();
    }, "stop");
    const timer = setTimeout(() => stop(`took longer than ${pluginMs / 1e3} s`), pluginMs);
    const end = /* @__PURE__ */ __name((ended) => {
      clearTimeout(timer);
      done(ended);
    }, "end");
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
      if (text.length > largest) stop("printed more than 1 MB");
    });
    child.once(
      "error",
      (error) => end({ kind: "failed", why: `could not be started (${error.code ?? "unknown"})` })
    );
    child.once("close", (code, signal) => {
      const by = signal === null ? `code ${code}` : `signal ${signal}`;
      const failed = why ?? (code === 0 ? void 0 : `ended with ${by}; run it by hand to see what it says`);
      end(failed === void 0 ? { kind: "printed", text } : { kind: "failed", why: failed });
    });
  });
}
__name(printed, "printed");
function endAll(child) {
  try {
    if (child.pid !== void 0) process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
__name(endAll, "endAll");

// src/adapters/kubernetes/exec-plugin.ts
function pluginCredentials(plugin) {
  const { exec, allowed, folder, base, plugins, fail } = plugin;
  const command = textAt(exec, "command") ?? "";
  if (command === "") throw fail("the kubeconfig names a credential plugin without a command");
  if (!allowed.includes(command))
    throw fail(`the kubeconfig wants to start \`${command}\`; add it to \`access.exec\` of the cluster if it may`);
  if (exec["interactiveMode"] === "Always") throw fail(`\`${command}\` wants a person at a terminal (interactiveMode: Always)`);
  const info = infoFor(exec, plugin.target);
  const key = JSON.stringify([exec, folder, info]);
  const runner = plugins.get(key) ?? new Runner({ ...plugin, command: command.includes("/") ? resolve2(folder, command) : command, info });
  plugins.set(key, runner);
  const shown = /* @__PURE__ */ new WeakMap();
  const credentialOf = /* @__PURE__ */ __name((given) => {
    const { token, certificate, key: secret } = given;
    const headers = token === void 0 ? base.headers : { ...base.headers, authorization: token };
    const fresh = shown.get(given) ?? { headers, certificate: certificate ?? base.certificate, key: secret ?? base.key };
    shown.set(given, fresh);
    return fresh;
  }, "credentialOf");
  const orFail = /* @__PURE__ */ __name((asked) => asked.catch((error) => {
    throw error instanceof PluginFailure ? fail(error.message) : error;
  }), "orFail");
  return {
    current: /* @__PURE__ */ __name(async () => credentialOf(await orFail(runner.current())), "current"),
    renew: /* @__PURE__ */ __name(async (used) => {
      const given = await orFail(runner.renew((held) => shown.get(held) === used));
      return given === void 0 ? void 0 : credentialOf(given);
    }, "renew")
  };
}
__name(pluginCredentials, "pluginCredentials");
var PluginFailure = class extends Error {
  static {
    __name(this, "PluginFailure");
  }
};
var earlyMs = 6e4;
var renewalMs = 1e4;
var Runner = class {
  static {
    __name(this, "Runner");
  }
  #options;
  #running;
  #held;
  #renewedAt = Number.NEGATIVE_INFINITY;
  constructor(options) {
    this.#options = options;
  }
  current() {
    const held = this.#held;
    return held !== void 0 && this.#options.clock.now() < held.until ? Promise.resolve(held) : this.#run();
  }
  /** Another one than the refused; when somebody else renewed it in between, that one. `undefined`: the refused is itself the fruit of a renewal just now. */
  renew(isRefused) {
    if (this.#held !== void 0 && !isRefused(this.#held)) return this.current();
    const { clock } = this.#options;
    if (this.#running === void 0 && clock.monotonic() - this.#renewedAt < renewalMs) return Promise.resolve(void 0);
    this.#renewedAt = clock.monotonic();
    return this.#run();
  }
  #run() {
    this.#running ??= this.#ask().finally(() => {
      this.#running = void 0;
    });
    return this.#running;
  }
  async #ask() {
    const { command, clock } = this.#options;
    const ended = await printed(this.#options);
    if (ended.kind === "failed") throw new PluginFailure(`\`${command}\` ${ended.why}`);
    const status = objectAt(credentialIn(ended.text, command), "status");
    const token = textAt(status, "token")?.trim();
    if (token !== void 0 && /[^\u0021-\u007e]/u.test(token))
      throw new PluginFailure(`\`${command}\` gave a token that no header can hold`);
    const certificate = textAt(status, "clientCertificateData");
    const key = textAt(status, "clientKeyData");
    if (!token && !(certificate && key)) throw new PluginFailure(`\`${command}\` gave neither a token nor a certificate with its key`);
    const now = clock.now();
    const end = Date.parse(textAt(status, "expirationTimestamp") ?? "");
    this.#held = {
      token: token ? bearer(token) : void 0,
      certificate: certificate || void 0,
      key: key ? new Secret(key) : void 0,
      until: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end - Math.min(earlyMs, Math.max(0, end - now) / 5)
    };
    return this.#held;
  }
};
function credentialIn(text, command) {
  try {
    const value = JSON.parse(text);
    if (isObject(value) && value["kind"] === "ExecCredential") return value;
  } catch {
  }
  throw new PluginFailure(`\`${command}\` did not print an ExecCredential`);
}
__name(credentialIn, "credentialIn");
function infoFor(exec, { server, fields }) {
  const extension = listAt(fields, "extensions").find((entry) => textAt(entry, "name") === "client.authentication.k8s.io/exec");
  const cluster = {
    server: server.server,
    "tls-server-name": server.tlsServerName,
    "insecure-skip-tls-verify": fields["insecure-skip-tls-verify"],
    "certificate-authority-data": server.caData,
    "proxy-url": fields["proxy-url"],
    config: isObject(extension) ? extension["extension"] : void 0
  };
  const spec = { interactive: false, ...exec["provideClusterInfo"] === true ? { cluster } : {} };
  return JSON.stringify({ kind: "ExecCredential", apiVersion: textAt(exec, "apiVersion") ?? "client.authentication.k8s.io/v1", spec });
}
__name(infoFor, "infoFor");

// src/adapters/kubernetes/kubeconfig.ts
async function loginFor(cluster, surroundings) {
  const fail = /* @__PURE__ */ __name((why) => problem("credentials-unavailable", { cluster: cluster.name, why }), "fail");
  const { environment, folder } = surroundings;
  const config = merged(await sourcesOf({ access: cluster.access, environment, folder, fail }), fail);
  const found = chosen(config, textAt(cluster.access, "context"), fail);
  const { server } = found;
  const url = addressOf(server.server, server.skipTLSVerify, fail);
  return {
    url,
    ca: await pemOf(server.caData, server.caFile, fail),
    tlsServerName: server.tlsServerName,
    isUnverified: server.skipTLSVerify,
    proxyUrl: proxyOf(textAt(cluster.access, "proxyURL") ?? server.proxyUrl ?? environmentProxy(url, environment), fail),
    credentials: await credentialsOf({ ...found, cluster, surroundings, fail })
  };
}
__name(loginFor, "loginFor");
function merged(sources, fail) {
  const library = new KubeConfig();
  const users = /* @__PURE__ */ new Map();
  const clusters = /* @__PURE__ */ new Map();
  for (const { text, folder, name } of sources) {
    const root = rootOf(text);
    const one = root === void 0 ? void 0 : libraryOf(text, folder);
    if (root === void 0 || one === void 0) throw fail(`${name} is not a kubeconfig${flawOf(root)}`);
    for (const entry of one.clusters) if (library.getCluster(entry.name) === null) library.addCluster(entry);
    for (const entry of one.users) if (library.getUser(entry.name) === null) library.addUser(entry);
    for (const entry of one.contexts) if (library.getContextObject(entry.name) === null) library.addContext(entry);
    if (!library.currentContext) library.setCurrentContext(one.currentContext);
    keep(users, root, "users", { key: "user", folder });
    keep(clusters, root, "clusters", { key: "cluster", folder });
  }
  return { library, name: sources.map(({ name }) => name).join(", "), users, clusters };
}
__name(merged, "merged");
function rootOf(text) {
  try {
    return objectAt(readValues(text)[0] ?? null);
  } catch {
    return void 0;
  }
}
__name(rootOf, "rootOf");
function libraryOf(text, folder) {
  try {
    const config = new KubeConfig();
    config.loadFromString(text);
    config.makePathsAbsolute(folder);
    return config;
  } catch {
    return void 0;
  }
}
__name(libraryOf, "libraryOf");
function flawOf(root) {
  const bare = listAt(root ?? {}, "clusters").find((entry) => !textAt(entry, "cluster", "server"));
  return bare === void 0 ? "" : `: cluster ${textAt(bare, "name") ?? "without a name"} has no server`;
}
__name(flawOf, "flawOf");
function keep(into, root, list, { key, folder }) {
  for (const entry of listAt(root, list)) {
    const name = textAt(entry, "name") ?? "";
    if (!into.has(name)) into.set(name, { fields: objectAt(entry, key), folder });
  }
}
__name(keep, "keep");
function chosen(config, context, fail) {
  const { library, name } = config;
  const wanted = context ?? library.getCurrentContext();
  if (!wanted) throw fail(`${name} has no current context; name one in \`access.context\``);
  if (library.getContextObject(wanted) === null) {
    const known = library.getContexts().map((each) => each.name);
    throw fail(`${name} has no context ${wanted}; it has ${known.length === 0 ? "none" : known.slice(0, 20).join(", ")}`);
  }
  library.setCurrentContext(wanted);
  const server = library.getCurrentCluster();
  if (server === null) throw fail(`context ${wanted} of ${name} names a cluster that is not there`);
  const asked = library.getContextObject(wanted)?.user;
  const user = library.getCurrentUser() ?? void 0;
  if (asked && user === void 0) throw fail(`context ${wanted} of ${name} names a user that is not there`);
  return { config, server, user };
}
__name(chosen, "chosen");
function addressOf(server, isUnverified, fail) {
  const url = URL.canParse(server) ? new URL(server) : void 0;
  if (url === void 0 || !/^https?:$/u.test(url.protocol))
    throw fail("the server in the kubeconfig is no address that begins with https://");
  if (url.username !== "" || url.password !== "")
    throw fail("the server's address in the kubeconfig holds a user and password, which belong under `users`");
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !isUnverified) {
    throw fail("the server in the kubeconfig begins with http://: credentials would travel in the open");
  }
  return server.replace(/\/+$/u, "");
}
__name(addressOf, "addressOf");
function proxyOf(proxy, fail) {
  if (proxy === void 0 || proxy === "") return void 0;
  const isProxy = URL.canParse(proxy) && /^(?:https?|socks5h?):$/u.test(new URL(proxy).protocol);
  if (!isProxy) throw fail("the proxy's address does not begin with http://, https:// or socks5://");
  return proxy;
}
__name(proxyOf, "proxyOf");
async function pemOf(data, file, fail) {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  if (!file) return void 0;
  return readFile2(file, "utf8").catch((error) => {
    throw fail(`${file}, which the kubeconfig names, could not be read (${error.code ?? "unknown"})`);
  });
}
__name(pemOf, "pemOf");
async function credentialsOf({ config, server, user, cluster, surroundings, fail }) {
  if (user === void 0) return fixed(nobody);
  const written = config.users.get(user.name) ?? { fields: {}, folder: surroundings.folder };
  const base = await baseOf(user, written.fields, fail);
  if (isObject(written.fields["exec"])) {
    const allowed = listAt(cluster.access, "exec").filter((name) => typeof name === "string");
    const target = { server, fields: config.clusters.get(server.name)?.fields ?? {} };
    return pluginCredentials({ exec: written.fields["exec"], allowed, target, base, ...surroundings, folder: written.folder, fail });
  }
  const provider = user.authProvider ?? void 0;
  const tokenFile = textAt(written.fields, "tokenFile") ?? (provider?.name === "tokenFile" ? textAt(provider, "config", "tokenFile") : void 0);
  if (tokenFile !== void 0) return fromFile(resolve3(written.folder, tokenFile), base, surroundings.clock, fail);
  if (provider !== void 0) {
    if (provider.name !== "oidc" || isObject(objectAt(provider, "config")["exec"])) {
      throw fail(`auth provider ${String(provider.name)} of the kubeconfig is not supported; use a credential plugin (exec) or a token`);
    }
    return providerCredentials(config.library, base, fail);
  }
  if (user.token) return fixed({ ...base, headers: { ...base.headers, authorization: bearer(user.token.trim()) } });
  if (user.username && user.password !== void 0 && user.password !== null) {
    const basic = Buffer.from(`${user.username}:${user.password}`).toString("base64");
    return fixed({ ...base, headers: { ...base.headers, authorization: new Secret(`Basic ${basic}`) } });
  }
  return fixed(base);
}
__name(credentialsOf, "credentialsOf");
async function baseOf(user, fields, fail) {
  const certificate = await pemOf(user.certData, user.certFile, fail);
  const key = await pemOf(user.keyData, user.keyFile, fail);
  const groups = listAt(fields, "as-groups").flatMap((group) => typeof group === "string" ? [new Secret(group)] : []);
  const headers = {
    ...user.impersonateUser ? { "impersonate-user": new Secret(user.impersonateUser) } : {},
    ...textAt(fields, "as-uid") === void 0 ? {} : { "impersonate-uid": new Secret(textAt(fields, "as-uid") ?? "") },
    ...groups.length === 0 ? {} : { "impersonate-group": groups }
  };
  return { headers, certificate, key: key === void 0 ? void 0 : new Secret(key) };
}
__name(baseOf, "baseOf");
function providerCredentials(config, base, fail) {
  let last;
  const current = /* @__PURE__ */ __name(async () => {
    const options = { headers: {} };
    try {
      await config.applyToHTTPSOptions(options);
    } catch {
      throw fail("the auth provider of the kubeconfig gave no token");
    }
    const text = options.headers["Authorization"] ?? "";
    if (text === "") throw fail("the auth provider of the kubeconfig gave no token");
    if (last?.text !== text) last = { text, credential: { ...base, headers: { ...base.headers, authorization: new Secret(text) } } };
    return last.credential;
  }, "current");
  const renew = /* @__PURE__ */ __name(async (used) => {
    const fresh = await current();
    return fresh === used ? void 0 : fresh;
  }, "renew");
  return { current, renew };
}
__name(providerCredentials, "providerCredentials");
export {
  loginFor
};
