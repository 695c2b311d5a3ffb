import { resolve } from "node:path";
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../model/json.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";
import { bearer, type Credential, type Credentials } from "./credentials.ts";
import { type Environment, type Fail } from "./kubeconfig-source.ts";
import { printed, type Started } from "./started.ts";

interface Plugin {
  /** `users[].user.exec` of the kubeconfig, and the folder that a relative command starts from. */
  readonly exec: JsonObject;
  readonly folder: string;
  /** Commands that the mesh document lets start. */
  readonly allowed: readonly string[];
  readonly target: Target;
  readonly base: Credential;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly pluginMs: number;
  readonly plugins: Plugins;
  readonly fail: Fail;
}

/** The cluster that a plugin is asked for: as the library reads it, and as it is written. */
interface Target {
  readonly server: { readonly server: string; readonly caData?: string | undefined; readonly tlsServerName?: string | undefined };
  readonly fields: JsonObject;
}

/** Plugins that were started, by everything that decides what they give. */
export type Plugins = Map<string, Runner>;

/**
 * Credentials from a credential plugin (`client.authentication.k8s.io`). It runs once for all clusters of the same user and all that ask at the same time, again
 * shortly before what it gave ends, and when a server refuses it. Only a command that the mesh document names is started: a kubeconfig is not always one's own.
 */
export function pluginCredentials(plugin: Plugin): Credentials {
  const { exec, allowed, folder, base, plugins, fail } = plugin;
  const command = textAt(exec, "command") ?? "";
  if (command === "") throw fail("the kubeconfig names a credential plugin without a command");
  if (!allowed.includes(command))
    throw fail(`the kubeconfig wants to start \`${command}\`; add it to \`access.exec\` of the cluster if it may`);
  if (exec["interactiveMode"] === "Always") throw fail(`\`${command}\` wants a person at a terminal (interactiveMode: Always)`);
  const info = infoFor(exec, plugin.target);
  const key = JSON.stringify([exec, folder, info]);
  const runner = plugins.get(key) ?? new Runner({ ...plugin, command: command.includes("/") ? resolve(folder, command) : command, info });
  plugins.set(key, runner);
  const shown = new WeakMap<Given, Credential>();
  const credentialOf = (given: Given): Credential => {
    const { token, certificate, key: secret } = given;
    const headers = token === undefined ? base.headers : { ...base.headers, authorization: token };
    const fresh = shown.get(given) ?? { headers, certificate: certificate ?? base.certificate, key: secret ?? base.key };
    shown.set(given, fresh);
    return fresh;
  };
  const orFail = <T>(asked: Promise<T>): Promise<T> =>
    asked.catch((error: unknown) => {
      throw error instanceof PluginFailure ? fail(error.message) : error;
    });
  return {
    current: async () => credentialOf(await orFail(runner.current())),
    renew: async (used) => {
      const given = await orFail(runner.renew((held) => shown.get(held) === used));
      return given === undefined ? undefined : credentialOf(given);
    },
  };
}

/** What a plugin gave. */
interface Given {
  readonly token: Secret | undefined;
  readonly certificate: string | undefined;
  readonly key: Secret | undefined;
  /** Milliseconds since 1970 from which on a new one is asked for; infinite when the plugin names no end. */
  readonly until: number;
}

class PluginFailure extends Error {}

/** Nothing is handed out that ends within this time, or within a fifth of its life where that is shorter. */
const earlyMs = 60_000;

/** What a renewal gave is not renewed again for so long. */
const renewalMs = 10_000;

/** One plugin, run when needed and never twice at a time. */
class Runner {
  readonly #options: Started & { readonly clock: Clock };
  #running: Promise<Given> | undefined;
  #held: Given | undefined;
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(options: Started & { readonly clock: Clock }) {
    this.#options = options;
  }

  current(): Promise<Given> {
    const held = this.#held;
    return held !== undefined && this.#options.clock.now() < held.until ? Promise.resolve(held) : this.#run();
  }

  /** Another one than the refused; when somebody else renewed it in between, that one. `undefined`: the refused is itself the fruit of a renewal just now. */
  renew(isRefused: (given: Given) => boolean): Promise<Given | undefined> {
    if (this.#held !== undefined && !isRefused(this.#held)) return this.current();
    const { clock } = this.#options;
    // A hundred requests that are refused must not start a hundred plugins.
    if (this.#running === undefined && clock.monotonic() - this.#renewedAt < renewalMs) return Promise.resolve(undefined);
    this.#renewedAt = clock.monotonic();
    return this.#run();
  }

  #run(): Promise<Given> {
    this.#running ??= this.#ask().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #ask(): Promise<Given> {
    const { command, clock } = this.#options;
    const ended = await printed(this.#options);
    if (ended.kind === "failed") throw new PluginFailure(`\`${command}\` ${ended.why}`);
    const status = objectAt(credentialIn(ended.text, command), "status");
    // Scripts around a plugin like to end with a line break.
    const token = textAt(status, "token")?.trim();
    if (token !== undefined && /[^\u0021-\u007e]/u.test(token))
      throw new PluginFailure(`\`${command}\` gave a token that no header can hold`);
    const certificate = textAt(status, "clientCertificateData");
    const key = textAt(status, "clientKeyData");
    if (!token && !(certificate && key)) throw new PluginFailure(`\`${command}\` gave neither a token nor a certificate with its key`);
    const now = clock.now();
    const end = Date.parse(textAt(status, "expirationTimestamp") ?? "");
    this.#held = {
      token: token ? bearer(token) : undefined,
      certificate: certificate || undefined,
      key: key ? new Secret(key) : undefined,
      until: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end - Math.min(earlyMs, Math.max(0, end - now) / 5),
    };
    return this.#held;
  }
}

function credentialIn(text: string, command: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    if (isObject(value) && value["kind"] === "ExecCredential") return value;
  } catch {
    // What it printed may hold a token: it is not quoted.
  }
  throw new PluginFailure(`\`${command}\` did not print an ExecCredential`);
}

/** KUBERNETES_EXEC_INFO: always there, with the cluster when the kubeconfig asks for it. */
function infoFor(exec: JsonObject, { server, fields }: Target): string {
  const extension = listAt(fields, "extensions").find((entry) => textAt(entry, "name") === "client.authentication.k8s.io/exec");
  const cluster = {
    server: server.server,
    "tls-server-name": server.tlsServerName,
    "insecure-skip-tls-verify": fields["insecure-skip-tls-verify"],
    "certificate-authority-data": server.caData,
    "proxy-url": fields["proxy-url"],
    config: isObject(extension) ? extension["extension"] : undefined,
  };
  const spec = { interactive: false, ...(exec["provideClusterInfo"] === true ? { cluster } : {}) };
  return JSON.stringify({ kind: "ExecCredential", apiVersion: textAt(exec, "apiVersion") ?? "client.authentication.k8s.io/v1", spec });
}
