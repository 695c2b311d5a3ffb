import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
// Named and static, in a module that is itself loaded late: only then is the generated API left out of the bundle, 13 MB of it.
import { KubeConfig } from "@kubernetes/client-node";
import { problem } from "../../catalog/problem.ts";
import { listAt, textAt } from "../../model/json.ts";
import type { Cluster } from "../../model/mesh.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";
import { bearer, type Credential, type Credentials, fixed, fromFile, nobody } from "./credentials.ts";
import { pluginCredentials } from "./exec-plugin.ts";
import type { Login } from "./login.ts";
import type { ClustersOptions } from "./options.ts";
import { environmentProxy } from "./proxy.ts";

interface Surroundings extends Pick<ClustersOptions, "folder"> {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly pluginMs: number;
}

type User = NonNullable<ReturnType<KubeConfig["getCurrentUser"]>>;
type Server = NonNullable<ReturnType<KubeConfig["getCurrentCluster"]>>;

/** How to reach a cluster and who to be there, as its `access` says. @throws Problem `credentials-unavailable` */
export async function loginFor(cluster: Cluster, surroundings: Surroundings): Promise<Login> {
  const fail = (why: string): Error => problem("credentials-unavailable", { cluster: cluster.name, why });
  const config = await configOf(cluster, surroundings, fail);
  const context = textAt(cluster.access, "context");
  if (context !== undefined) {
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
    credentials: await credentialsOf({ config, server, cluster, surroundings, fail }),
  };
}

type Fail = (why: string) => Error;

async function configOf({ access }: Cluster, { environment, folder }: Surroundings, fail: Fail): Promise<KubeConfig> {
  const variable = textAt(access, "kubeconfig", "env");
  const file = textAt(access, "kubeconfig", "file");
  const config = new KubeConfig();
  if (variable === undefined && file === undefined) {
    try {
      config.loadFromDefault();
    } catch {
      throw fail("the default kubeconfig cannot be read");
    }
    return config;
  }
  const text =
    variable === undefined ? await readAt(resolve(folder, file ?? ""), fail) : await textOf(variable, environment[variable], fail);
  try {
    config.loadFromString(text);
  } catch {
    // The library's message may quote the file, credentials included.
    throw fail(`${variable === undefined ? `file ${file}` : `variable ${variable}`} is not a kubeconfig`);
  }
  return config;
}

/** A variable holds a kubeconfig as it is, in base64, or the path of one. */
async function textOf(name: string, value: string | undefined, fail: Fail): Promise<string> {
  if (value === undefined || value.trim() === "") throw fail(`variable ${name}, which should hold a kubeconfig, is not set`);
  if (value.includes("\n") || value.trimStart().startsWith("{")) return value;
  const decoded = Buffer.from(value, "base64").toString("utf8");
  return decoded.includes("clusters") && decoded.includes("\n") ? decoded : readAt(value.trim(), fail);
}

function readAt(file: string, fail: Fail): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw fail(`kubeconfig ${file} could not be read (${error.code ?? "unknown"})`);
  });
}

async function pemOf(data: string | undefined, file: string | undefined, folder: string, fail: Fail): Promise<string | undefined> {
  if (data) return Buffer.from(data, "base64").toString("utf8");
  return file ? readAt(resolve(folder, file), fail) : undefined;
}

interface Asked {
  readonly config: KubeConfig;
  readonly server: Server;
  readonly cluster: Cluster;
  readonly surroundings: Surroundings;
  readonly fail: Fail;
}

async function credentialsOf({ config, server, cluster, surroundings, fail }: Asked): Promise<Credentials> {
  const user = config.getCurrentUser();
  if (user === null) return fixed(nobody);
  const base = await baseOf(user, surroundings.folder, fail);
  if (user.exec !== undefined && user.exec !== null) {
    const allowed = listAt(cluster.access, "exec").filter((name) => typeof name === "string");
    return pluginCredentials({ exec: user.exec, allowed, server, base, ...surroundings, fail });
  }
  const tokenFile = textAt(user.authProvider ?? {}, "config", "tokenFile");
  if (tokenFile !== undefined) return fromFile(tokenFile, base, surroundings.clock, fail);
  if (user.authProvider !== undefined && user.authProvider !== null) return providerCredentials(config, base, fail);
  if (user.token !== undefined && user.token !== "")
    return fixed({ ...base, headers: { ...base.headers, authorization: bearer(user.token) } });
  if (user.username !== undefined && user.password !== undefined) {
    const basic = Buffer.from(`${user.username}:${user.password}`).toString("base64");
    return fixed({ ...base, headers: { ...base.headers, authorization: new Secret(`Basic ${basic}`) } });
  }
  return fixed(base);
}

async function baseOf(user: User, folder: string, fail: Fail): Promise<Credential> {
  const certificate = await pemOf(user.certData, user.certFile, folder, fail);
  const key = await pemOf(user.keyData, user.keyFile, folder, fail);
  const headers = user.impersonateUser === undefined ? {} : { "impersonate-user": new Secret(user.impersonateUser) };
  return { headers, certificate, key: key === undefined ? undefined : new Secret(key) };
}

/** OIDC and the other providers that the library knows: it keeps their tokens fresh itself. */
function providerCredentials(config: KubeConfig, base: Credential, fail: Fail): Credentials {
  let last: { readonly text: string; readonly credential: Credential } | undefined;
  const current = async (): Promise<Credential> => {
    const options: { headers?: Record<string, string> } = {};
    try {
      await config.applyToHTTPSOptions(options as never);
    } catch {
      throw fail("the auth provider of the kubeconfig gave no token");
    }
    const text = options.headers?.["Authorization"] ?? "";
    if (text === "") throw fail("the auth provider of the kubeconfig gave no token");
    if (last?.text !== text) last = { text, credential: { ...base, headers: { ...base.headers, authorization: new Secret(text) } } };
    return last.credential;
  };
  return { current, renew: async (used) => await current().then((fresh) => (fresh === used ? undefined : fresh)) };
}
