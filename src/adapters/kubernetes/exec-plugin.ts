import { spawn } from "node:child_process";
import { basename } from "node:path";
import { isObject, type Json, listAt, objectAt, textAt } from "../../model/json.ts";
import { Secret } from "../../model/secret.ts";
import type { Clock } from "../../world.ts";
import { bearer, type Credential, type Credentials } from "./credentials.ts";

interface Plugin {
  /** `users[].user.exec` of the kubeconfig. */
  readonly exec: unknown;
  /** Names of plugins that the mesh document lets start. */
  readonly allowed: readonly string[];
  readonly server: { readonly server: string; readonly caData?: string; readonly tlsServerName?: string };
  readonly base: Credential;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly pluginMs: number;
  readonly fail: (why: string) => Error;
}

/** A credential this close to its end is no longer handed out. */
const earlyMs = 60_000;

/**
 * Credentials from a credential plugin (`client.authentication.k8s.io`). The plugin runs once for all that ask at the same time, again shortly before what it
 * gave ends, and when the server refuses it. Only a plugin that the mesh document names is started: a kubeconfig is not always one's own.
 */
export function pluginCredentials(plugin: Plugin): Credentials {
  let running: Promise<Held> | undefined;
  let held: Held | undefined;
  const run = (): Promise<Held> => {
    running ??= ask(plugin).then(
      (fresh) => {
        held = fresh;
        running = undefined;
        return fresh;
      },
      (error: unknown) => {
        running = undefined;
        throw error;
      },
    );
    return running;
  };
  return {
    current: async () => (held !== undefined && plugin.clock.now() < held.until - earlyMs ? held : await run()).credential,
    // Somebody else may have renewed it in between: then that one is taken, and the plugin is left alone.
    renew: async (used) => (held !== undefined && held.credential !== used ? held : await run()).credential,
  };
}

interface Held {
  readonly credential: Credential;
  /** Milliseconds since 1970; infinite when the plugin names no end. */
  readonly until: number;
}

async function ask(plugin: Plugin): Promise<Held> {
  const { exec, allowed, base, fail } = plugin;
  const command = textAt(exec as Json, "command") ?? "";
  if (command === "") throw fail("the kubeconfig names a credential plugin without a command");
  if (!allowed.includes(command) && !(allowed.includes(basename(command)) && basename(command) === command)) {
    throw fail(`the kubeconfig wants to start \`${command}\`; add it to \`access.exec\` of the cluster if it may`);
  }
  const answer = answerIn(await output(plugin, command), fail);
  const status = objectAt(answer, "status");
  const token = textAt(status, "token");
  const certificate = textAt(status, "clientCertificateData");
  const key = textAt(status, "clientKeyData");
  if (token === undefined && certificate === undefined) throw fail(`\`${command}\` gave neither a token nor a certificate`);
  const end = Date.parse(textAt(status, "expirationTimestamp") ?? "");
  return {
    credential: {
      headers: token === undefined ? base.headers : { ...base.headers, authorization: bearer(token) },
      certificate: certificate ?? base.certificate,
      key: key === undefined ? base.key : new Secret(key),
    },
    until: Number.isNaN(end) ? Number.POSITIVE_INFINITY : end,
  };
}

function answerIn(text: string, fail: Plugin["fail"]): Json {
  try {
    const value = JSON.parse(text) as Json;
    if (isObject(value) && value["kind"] === "ExecCredential") return value;
  } catch {
    // What it printed may hold a token: it is not quoted.
  }
  throw fail("the credential plugin did not print an ExecCredential");
}

const largest = 1 << 20;

function output({ exec, server, environment, pluginMs, fail }: Plugin, command: string): Promise<string> {
  const args = listAt(exec as Json, "args").filter((arg) => typeof arg === "string");
  const own = listAt(exec as Json, "env").map((entry) => [textAt(entry, "name") ?? "", textAt(entry, "value") ?? ""]);
  const info = {
    apiVersion: textAt(exec as Json, "apiVersion") ?? "client.authentication.k8s.io/v1",
    kind: "ExecCredential",
    spec: {
      interactive: false,
      ...(objectAt(exec as Json)["provideClusterInfo"] === true
        ? { cluster: { server: server.server, "certificate-authority-data": server.caData, "tls-server-name": server.tlsServerName } }
        : {}),
    },
  };
  const env = { ...environment, ...Object.fromEntries(own), KUBERNETES_EXEC_INFO: JSON.stringify(info) };
  return new Promise((done, refuse) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"], timeout: pluginMs, killSignal: "SIGKILL" });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.length > largest) child.kill("SIGKILL");
    });
    child.once("error", (error: NodeJS.ErrnoException) => refuse(fail(`\`${command}\` could not be started (${error.code ?? "unknown"})`)));
    child.once("close", (code, signal) => {
      if (code === 0) done(text);
      else
        refuse(
          fail(
            `\`${command}\` ended with ${signal === null ? `code ${code}` : `${signal}, perhaps because it took longer than ${pluginMs / 1000} s`}`,
          ),
        );
    });
  });
}
