import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ChartLogin } from "../../model/chart-login.ts";
import { isObject, type JsonObject, objectAt, textAt } from "../../model/json.ts";
import { Secret } from "../../model/secret.ts";

/** A file in which another program keeps logins for registries. */
export interface RegistryConfig {
  /** What a person calls it; its path is nobody's business in a public comment. */
  readonly name: string;
  /** What it says about a host; `undefined`: nothing. */
  readonly find: (host: string) => Entry | undefined;
}

type Entry = { readonly kind: "login"; readonly login: ChartLogin } | { readonly kind: "unusable"; readonly why: string };
type Environment = Readonly<Record<string, string | undefined>>;

/** The files of `helm registry login` and `docker login` that are there, in the order in which Helm asks them. Their form is Docker's `config.json`. */
export async function readRegistryConfigs(environment: Environment): Promise<readonly RegistryConfig[]> {
  const places = [
    {
      name: "Helm's registry config",
      file: environment["HELM_REGISTRY_CONFIG"] || join(helmFolder(environment), "registry", "config.json"),
    },
    { name: "Docker's config", file: join(environment["DOCKER_CONFIG"] || join(homeOf(environment), ".docker"), "config.json") },
  ];
  const read = await Promise.all(places.map(({ name, file }) => readConfig(name, file)));
  return read.filter((config) => config !== undefined);
}

function homeOf(environment: Environment): string {
  return environment["HOME"] || environment["USERPROFILE"] || homedir();
}

/** Helm's folder for settings on this kind of machine. */
function helmFolder(environment: Environment): string {
  const own = environment["HELM_CONFIG_HOME"];
  if (own) return own;
  const shared = environment["XDG_CONFIG_HOME"];
  if (shared) return join(shared, "helm");
  if (process.platform === "darwin") return join(homeOf(environment), "Library", "Preferences", "helm");
  if (process.platform === "win32") return join(environment["APPDATA"] ?? homeOf(environment), "helm");
  return join(homeOf(environment), ".config", "helm");
}

async function readConfig(name: string, file: string): Promise<RegistryConfig | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) {
    if (["ENOENT", "ENOTDIR"].includes(text.code ?? "")) return undefined;
    return { name, find: () => ({ kind: "unusable", why: `${name} cannot be read (${text.code})` }) };
  }
  const config = parsed(text);
  if (config === undefined) return { name, find: () => ({ kind: "unusable", why: `${name} is not JSON` }) };
  return { name, find: (host) => entryFor(config, { name, host }) };
}

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // Whoever asked says so.
    return undefined;
  }
}

function entryFor(config: JsonObject, { name, host }: { readonly name: string; readonly host: string }): Entry | undefined {
  const keys = keysFor(host);
  const auths = objectAt(config, "auths");
  const key = Object.keys(auths).find((written) => keys.has(hostOf(written)));
  const login = key === undefined ? undefined : loginIn(objectAt(auths, key), host);
  if (login !== undefined) return { kind: "login", login };

  const helpers = objectAt(config, "credHelpers");
  const helped = Object.keys(helpers).find((written) => keys.has(hostOf(written)));
  const program = (helped === undefined ? undefined : textAt(helpers, helped)) ?? textAt(config, "credsStore");
  if (program !== undefined && program !== "")
    return { kind: "unusable", why: `${name} leaves logins to the program docker-credential-${program}, which Isthmus does not run` };
  return key === undefined ? undefined : { kind: "unusable", why: `what ${name} holds for ${host} is no user with a password` };
}

/** The hosts under which a login for this one may be written: Docker's own registry has three names. */
function keysFor(host: string): ReadonlySet<string> {
  const hub = ["docker.io", "index.docker.io", "registry-1.docker.io"];
  return new Set(hub.includes(host) ? hub : [host]);
}

/** `https://index.docker.io/v1/` and `ghcr.io` alike. */
function hostOf(written: string): string {
  return URL.parse(written.includes("://") ? written : `https://${written}`)?.host ?? "";
}

function loginIn(entry: JsonObject, host: string): ChartLogin | undefined {
  const plain = Buffer.from(textAt(entry, "auth") ?? "", "base64").toString("utf8");
  const colon = plain.indexOf(":");
  const user = colon > 0 ? plain.slice(0, colon) : textAt(entry, "username");
  const password = colon > 0 ? plain.slice(colon + 1) : textAt(entry, "password");
  if (!user || !password) return undefined;
  // Docker's own client never sends them unencrypted to anybody else.
  return { host, inTheClear: false, user, password: new Secret(password.replace(/\0+$/u, "")) };
}
