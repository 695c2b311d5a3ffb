import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  KubeConfig
} from "./chunk-LIL4IELP.js";
import {
  bearer,
  fixed,
  fromFile,
  nobody
} from "./chunk-7IG353FP.js";
import "./chunk-HNGYL6SI.js";
import "./chunk-26BKAFKN.js";
import {
  Secret,
  isObject,
  listAt,
  objectAt,
  textAt
} from "./chunk-LMQGA3FU.js";
import {
  problem
} from "./chunk-HEGAZMKU.js";
import "./chunk-YNO4666L.js";
import "./chunk-A5U2Z45U.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/kubernetes/kubeconfig.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/adapters/kubernetes/exec-plugin.ts
import { spawn } from "node:child_process";
import { basename } from "node:path";
var earlyMs = 6e4;
function pluginCredentials(plugin) {
  let running;
  let held;
  const run = /* @__PURE__ */ __name(() => {
    running ??= ask(plugin).then(
      (fresh) => {
        held = fresh;
        running = void 0;
        return fresh;
      },
      (error) => {
        running = void 0;
        throw error;
      }
    );
    return running;
  }, "run");
  return {
    current: /* @__PURE__ */ __name(async () => (held !== void 0 && plugin.clock.now() < held.until - earlyMs ? held : await run()).credential, "current"),
    // Somebody else may have renewed it in between: then that one is taken, and the plugin is left alone.
    renew: /* @__PURE__ */ __name(async (used) => (held !== void 0 && held.credential !== used ? held : await run()).credential, "renew")
  };
}
__name(pluginCredentials, "pluginCredentials");
async function ask(plugin) {
  const { exec, allowed, base, fail } = plugin;
  const command = textAt(exec, "command") ?? "";
  if (command === "") throw fail("the kubeconfig names a credential plugin without a command");
  if (!allowed.includes(command) && !(allowed.includes(basename(command)) && basename(command) === command)) {
    throw fail(`the kubeconfig wants to start \`${command}\`; add it to \`access.exec\` of the cluster if it may`);
  }
  const answer = answerIn(await output(plugin, command), fail);
  const status = objectAt(answer, "status");
  const token = textAt(status, "token");
  const certificate = textAt(status, "clientCertificateData");
  const key = textAt(status, "clientKeyData");
  if (token === void 0 && certificate === void 0) throw fail(`\`${command}\` gave neither a token nor a certificate`);
  const end = Date.parse(textAt(status, "expirationTimestamp") ?? "");
  return {
    credential: {
      headers: token === void 0 ? base.headers : { ...base.headers, authorization: bearer(token) },
      certificate: certificate ?? base.certificate,
      key: key === void 0 ? base.key : new Secret(key)
    },
    until: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end
  };
}
__name(ask, "ask");
function answerIn(text, fail) {
  try {
    const value = JSON.parse(text);
    if (isObject(value) && value["kind"] === "ExecCredential") return value;
  } catch {
  }
  throw fail("the credential plugin did not print an ExecCredential");
}
__name(answerIn, "answerIn");
var largest = 1 << 20;
function output({ exec, server, environment, pluginMs, fail }, command) {
  const args = listAt(exec, "args").filter((arg) => typeof arg === "string");
  const own = listAt(exec, "env").map((entry) => [textAt(entry, "name") ?? "", textAt(entry, "value") ?? ""]);
  const info = {
    apiVersion: textAt(exec, "apiVersion") ?? "client.authentication.k8s.io/v1",
    kind: "ExecCredential",
    spec: {
      interactive: false,
      ...objectAt(exec)["provideClusterInfo"] === true ? { cluster: { server: server.server, "certificate-authority-data": server.caData, "tls-server-name": server.tlsServerName } } : {}
    }
  };
  const env = { ...environment, ...Object.fromEntries(own), KUBERNETES_EXEC_INFO: JSON.stringify(info) };
  return new Promise((done, refuse) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"], timeout: pluginMs, killSignal: "SIGKILL" });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
      if (text.length > largest) child.kill("SIGKILL");
    });
    child.once("error", (error) => refuse(fail(`\`${command}\` could not be started (${error.code ?? "unknown"})`)));
    child.once("close", (code, signal) => {
      if (code === 0) done(text);
      else
        refuse(
          fail(
            `\`${command}\` ended with ${signal === null ? `code ${code}` : `${signal}, perhaps because it took longer than ${pluginMs / 1e3} s`}`
          )
        );
    });
  });
}
__name(output, "output");

// src/adapters/kubernetes/proxy.ts
import { isIPv4 } from "node:net";
function environmentProxy(address, environment) {
  const url = new URL(address);
  const name = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const proxy = read(environment, name);
  if (proxy === "" || isLoopback(url.hostname)) return void 0;
  const isExcepted = read(environment, "no_proxy").split(",").some((entry) => covers(entry.trim().toLowerCase(), url));
  if (isExcepted) return void 0;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}
__name(environmentProxy, "environmentProxy");
function isLoopback(host) {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
}
__name(isLoopback, "isLoopback");
function read(environment, name) {
  return environment[name.toUpperCase()] || environment[name] || "";
}
__name(read, "read");
function covers(entry, url) {
  if (entry === "") return false;
  if (entry === "*") return true;
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (entry.includes("/")) return inRange(host, entry);
  const [, name = entry, port] = /^(.*?)(?::(\d+))?$/u.exec(entry) ?? [];
  if (port !== void 0 && port !== (url.port || "443")) return false;
  if (name.startsWith(".")) return host.endsWith(name);
  return host === name || host.endsWith(`.${name}`) && !isIPv4(host);
}
__name(covers, "covers");
function inRange(host, range) {
  const [base = "", bits = ""] = range.split("/");
  if (!isIPv4(host) || !isIPv4(base) || !/^\d{1,2}$/u.test(bits) || Number(bits) > 32) return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(host) / size) === Math.floor(number(base) / size);
}
__name(inRange, "inRange");
function number(address) {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}
__name(number, "number");

// src/adapters/kubernetes/kubeconfig.ts
async function loginFor(cluster, surroundings) {
  const fail = /* @__PURE__ */ __name((why) => problem("credentials-unavailable", { cluster: cluster.name, why }), "fail");
  const config = await configOf(cluster, surroundings, fail);
  const context = textAt(cluster.access, "context");
  if (context !== void 0) {
    if (config.getContextObject(context) === null) throw fail(`the kubeconfig has no context ${context}`);
    config.setCurrentContext(context);
  }
  const server = config.getCurrentCluster();
  if (server === null || server.server === "")
    throw fail(`context ${config.getCurrentContext() || "(none)"} of the kubeconfig names no cluster with a server`);
  const url = server.server.replace(/\/+$/u, "");
  if (!URL.canParse(url)) throw fail("the server in the kubeconfig is no address");
  return {
    url,
    ca: await pemOf(server.caData, server.caFile, surroundings.folder, fail),
    tlsServerName: server.tlsServerName,
    isUnverified: server.skipTLSVerify,
    proxyUrl: textAt(cluster.access, "proxyURL") ?? server.proxyUrl ?? environmentProxy(url, surroundings.environment),
    credentials: await credentialsOf({ config, server, cluster, surroundings, fail })
  };
}
__name(loginFor, "loginFor");
async function configOf({ access }, { environment, folder }, fail) {
  const variable = textAt(access, "kubeconfig", "env");
  const file = textAt(access, "kubeconfig", "file");
  const config = new KubeConfig();
  if (variable === void 0 && file === void 0) {
    try {
      config.loadFromDefault();
    } catch {
      throw fail("the default kubeconfig cannot be read");
    }
    return config;
  }
  const text = variable === void 0 ? await readAt(resolve(folder, file ?? ""), fail) : await textOf(variable, environment[variable], fail);
  try {
    config.loadFromString(text);
  } catch {
    throw fail(`${variable === void 0 ? `file ${file}` : `variable ${variable}`} is not a kubeconfig`);
  }
  return config;
}
__name(configOf, "configOf");
async function textOf(name, value, fail) {
  if (value === void 0 || value.trim() === "") throw fail(`variable ${name}, which should hold a kubeconfig, is not set`);
  if (value.includes("\n") || value.trimStart().startsWith("{")) return value;
  const decoded = Buffer.from(value, "base64").toString("utf8");
  return decoded.includes("clusters") && decoded.includes("\n") ? decoded : readAt(value.trim(), fail);
}
__name(textOf, "textOf");
function readAt(file, fail) {
  return readFile(file, "utf8").catch((error) => {
    throw fail(`kubeconfig ${file} could not be read (${error.code ?? "unknown"})`);
  });
}
__name(readAt, "readAt");
async function pemOf(data, file, folder, fail) {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  return file ? readAt(resolve(folder, file), fail) : void 0;
}
__name(pemOf, "pemOf");
async function credentialsOf({ config, server, cluster, surroundings, fail }) {
  const user = config.getCurrentUser();
  if (user === null) return fixed(nobody);
  const base = await baseOf(user, surroundings.folder, fail);
  if (user.exec !== void 0 && user.exec !== null) {
    const allowed = listAt(cluster.access, "exec").filter((name) => typeof name === "string");
    return pluginCredentials({ exec: user.exec, allowed, server, base, ...surroundings, fail });
  }
  const tokenFile = textAt(user.authProvider ?? {}, "config", "tokenFile");
  if (tokenFile !== void 0) return fromFile(tokenFile, base, surroundings.clock, fail);
  if (user.authProvider !== void 0 && user.authProvider !== null) return providerCredentials(config, base, fail);
  if (user.token !== void 0 && user.token !== "")
    return fixed({ ...base, headers: { ...base.headers, authorization: bearer(user.token) } });
  if (user.username !== void 0 && user.password !== void 0) {
    const basic = Buffer.from(`${user.username}:${user.password}`).toString("base64");
    return fixed({ ...base, headers: { ...base.headers, authorization: new Secret(`Basic ${basic}`) } });
  }
  return fixed(base);
}
__name(credentialsOf, "credentialsOf");
async function baseOf(user, folder, fail) {
  const certificate = await pemOf(user.certData, user.certFile, folder, fail);
  const key = await pemOf(user.keyData, user.keyFile, folder, fail);
  const headers = user.impersonateUser === void 0 ? {} : { "impersonate-user": new Secret(user.impersonateUser) };
  return { headers, certificate, key: key === void 0 ? void 0 : new Secret(key) };
}
__name(baseOf, "baseOf");
function providerCredentials(config, base, fail) {
  let last;
  const current = /* @__PURE__ */ __name(async () => {
    const options = {};
    try {
      await config.applyToHTTPSOptions(options);
    } catch {
      throw fail("the auth provider of the kubeconfig gave no token");
    }
    const text = options.headers?.["Authorization"] ?? "";
    if (text === "") throw fail("the auth provider of the kubeconfig gave no token");
    if (last?.text !== text) last = { text, credential: { ...base, headers: { ...base.headers, authorization: new Secret(text) } } };
    return last.credential;
  }, "current");
  return { current, renew: /* @__PURE__ */ __name(async (used) => await current().then((fresh) => fresh === used ? void 0 : fresh), "renew") };
}
__name(providerCredentials, "providerCredentials");
export {
  loginFor
};
