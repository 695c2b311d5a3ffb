import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
// Named and static, in a module that is itself loaded late: only then is the generated API left out of the bundle, 13 MB of it.
import { KubeConfig } from "@kubernetes/client-node";
import { problem } from "../../catalog/problem.ts";
import { isObject, type JsonObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Cluster } from "../../model/mesh.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";
import { readValues } from "../../yaml/index.ts";
import { isLoopback } from "../loopback.ts";
import { environmentProxy } from "../proxy.ts";
import { bearer, type Credential, type Credentials, fixed, fromFile, nobody } from "./credentials.ts";
import { type Plugins, pluginCredentials } from "./exec-plugin.ts";
import { type Environment, type Fail, type Source, sourcesOf } from "./kubeconfig-source.ts";
import type { Login } from "./login.ts";

export interface Surroundings {
  /** What relative paths in mesh documents start from. */
  readonly folder: string;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly pluginMs: number;
  /** Plugins that were started already: one run serves every cluster of the same user. */
  readonly plugins: Plugins;
}

type User = NonNullable<ReturnType<KubeConfig["getCurrentUser"]>>;

/** How to reach a cluster and who to be there, as its `access` says. @throws Problem `credentials-unavailable` */
export async function loginFor(cluster: Cluster, surroundings: Surroundings): Promise<Login> {
  const fail: Fail = (why) => problem("credentials-unavailable", { cluster: cluster.name, why });
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
    credentials: await credentialsOf({ ...found, cluster, surroundings, fail }),
  };
}

/** A kubeconfig as the library reads it, with what it drops beside it. */
interface Config {
  readonly library: KubeConfig;
  readonly name: string;
  /** `users[].user` and `clusters[].cluster` as they were written, by name, and the folder of their file. */
  readonly users: ReadonlyMap<string, Written>;
  readonly clusters: ReadonlyMap<string, Written>;
}

interface Written {
  readonly fields: JsonObject;
  readonly folder: string;
}

/** Several files become one; the first that names a cluster, user or context wins. */
function merged(sources: readonly Source[], fail: Fail): Config {
  const library = new KubeConfig();
  const users = new Map<string, Written>();
  const clusters = new Map<string, Written>();
  for (const { text, folder, name } of sources) {
    const root = rootOf(text);
    const one = root === undefined ? undefined : libraryOf(text, folder);
    // What the libraries say may quote the file, credentials included.
    if (root === undefined || one === undefined) throw fail(`${name} is not a kubeconfig${flawOf(root)}`);
    for (const entry of one.clusters) if (library.getCluster(entry.name) === null) library.addCluster(entry);
    for (const entry of one.users) if (library.getUser(entry.name) === null) library.addUser(entry);
    for (const entry of one.contexts) if (library.getContextObject(entry.name) === null) library.addContext(entry);
    if (!library.currentContext) library.setCurrentContext(one.currentContext);
    keep(users, root, "users", { key: "user", folder });
    keep(clusters, root, "clusters", { key: "cluster", folder });
  }
  return { library, name: sources.map(({ name }) => name).join(", "), users, clusters };
}

function rootOf(text: string): JsonObject | undefined {
  try {
    return objectAt(readValues(text)[0] ?? null);
  } catch {
    return undefined;
  }
}

function libraryOf(text: string, folder: string): KubeConfig | undefined {
  try {
    const config = new KubeConfig();
    config.loadFromString(text);
    config.makePathsAbsolute(folder);
    return config;
  } catch {
    return undefined;
  }
}

/** The flaw that people make most, in words of ours. */
function flawOf(root: JsonObject | undefined): string {
  const bare = listAt(root ?? {}, "clusters").find((entry) => !textAt(entry, "cluster", "server"));
  return bare === undefined ? "" : `: cluster ${textAt(bare, "name") ?? "without a name"} has no server`;
}

function keep(into: Map<string, Written>, root: JsonObject, list: string, { key, folder }: { key: string; folder: string }): void {
  for (const entry of listAt(root, list)) {
    const name = textAt(entry, "name") ?? "";
    if (!into.has(name)) into.set(name, { fields: objectAt(entry, key), folder });
  }
}

interface Chosen {
  readonly config: Config;
  readonly server: NonNullable<ReturnType<KubeConfig["getCurrentCluster"]>>;
  readonly user: User | undefined;
}

function chosen(config: Config, context: string | undefined, fail: Fail): Chosen {
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
  const user = library.getCurrentUser() ?? undefined;
  if (asked && user === undefined) throw fail(`context ${wanted} of ${name} names a user that is not there`);
  return { config, server, user };
}

function addressOf(server: string, isUnverified: boolean, fail: Fail): string {
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol))
    throw fail("the server in the kubeconfig is no address that begins with https://");
  if (url.username !== "" || url.password !== "")
    throw fail("the server's address in the kubeconfig holds a user and password, which belong under `users`");
  if (url.protocol === "http:" && !isLoopback(url.hostname) && !isUnverified) {
    throw fail("the server in the kubeconfig begins with http://: credentials would travel in the open");
  }
  return server.replace(/\/+$/u, "");
}

function proxyOf(proxy: string | undefined, fail: Fail): string | undefined {
  if (proxy === undefined || proxy === "") return undefined;
  const isProxy = URL.canParse(proxy) && /^(?:https?|socks5h?):$/u.test(new URL(proxy).protocol);
  // It may hold a password: it is not quoted.
  if (!isProxy) throw fail("the proxy's address does not begin with http://, https:// or socks5://");
  return proxy;
}

async function pemOf(data: string | undefined | null, file: string | undefined | null, fail: Fail): Promise<string | undefined> {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  if (!file) return undefined;
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw fail(`${file}, which the kubeconfig names, could not be read (${error.code ?? "unknown"})`);
  });
}

interface Asked extends Chosen {
  readonly cluster: Cluster;
  readonly surroundings: Surroundings;
  readonly fail: Fail;
}

async function credentialsOf({ config, server, user, cluster, surroundings, fail }: Asked): Promise<Credentials> {
  if (user === undefined) return fixed(nobody);
  const written = config.users.get(user.name) ?? { fields: {}, folder: surroundings.folder };
  const base = await baseOf(user, written.fields, fail);
  if (isObject(written.fields["exec"])) {
    const allowed = listAt(cluster.access, "exec").filter((name) => typeof name === "string");
    const target = { server, fields: config.clusters.get(server.name)?.fields ?? {} };
    return pluginCredentials({ exec: written.fields["exec"], allowed, target, base, ...surroundings, folder: written.folder, fail });
  }
  const provider = user.authProvider ?? undefined;
  const tokenFile =
    textAt(written.fields, "tokenFile") ?? (provider?.name === "tokenFile" ? textAt(provider, "config", "tokenFile") : undefined);
  if (tokenFile !== undefined) return fromFile(resolve(written.folder, tokenFile), base, surroundings.clock, fail);
  if (provider !== undefined) {
    // The others start a program that the kubeconfig names: nobody allowed it.
    if (provider.name !== "oidc" || isObject(objectAt(provider, "config")["exec"])) {
      throw fail(`auth provider ${String(provider.name)} of the kubeconfig is not supported; use a credential plugin (exec) or a token`);
    }
    return providerCredentials(config.library, base, fail);
  }
  if (user.token) return fixed({ ...base, headers: { ...base.headers, authorization: bearer(user.token.trim()) } });
  if (user.username && user.password !== undefined && user.password !== null) {
    const basic = Buffer.from(`${user.username}:${user.password}`).toString("base64");
    return fixed({ ...base, headers: { ...base.headers, authorization: new Secret(`Basic ${basic}`) } });
  }
  return fixed(base);
}

/** Client certificate, and whom to pass for (`as`, `as-uid`, `as-groups`). */
async function baseOf(user: User, fields: JsonObject, fail: Fail): Promise<Credential> {
  const certificate = await pemOf(user.certData, user.certFile, fail);
  const key = await pemOf(user.keyData, user.keyFile, fail);
  const groups = listAt(fields, "as-groups").flatMap((group) => (typeof group === "string" ? [new Secret(group)] : []));
  const headers = {
    ...(user.impersonateUser ? { "impersonate-user": new Secret(user.impersonateUser) } : {}),
    ...(textAt(fields, "as-uid") === undefined ? {} : { "impersonate-uid": new Secret(textAt(fields, "as-uid") ?? "") }),
    ...(groups.length === 0 ? {} : { "impersonate-group": groups }),
  };
  return { headers, certificate, key: key === undefined ? undefined : new Secret(key) };
}

/** OIDC: the library keeps the token fresh itself. */
function providerCredentials(config: KubeConfig, base: Credential, fail: Fail): Credentials {
  let last: { readonly text: string; readonly credential: Credential } | undefined;
  const current = async (): Promise<Credential> => {
    const options: { headers: Record<string, string> } = { headers: {} };
    try {
      await config.applyToHTTPSOptions(options);
    } catch {
      throw fail("the auth provider of the kubeconfig gave no token");
    }
    const text = options.headers["Authorization"] ?? "";
    if (text === "") throw fail("the auth provider of the kubeconfig gave no token");
    if (last?.text !== text) last = { text, credential: { ...base, headers: { ...base.headers, authorization: new Secret(text) } } };
    return last.credential;
  };
  const renew = async (used: Credential): Promise<Credential | undefined> => {
    const fresh = await current();
    return fresh === used ? undefined : fresh;
  };
  return { current, renew };
}
