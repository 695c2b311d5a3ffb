import { readFile } from "node:fs/promises";
import { delimiter, dirname, join, resolve } from "node:path";
import { type JsonObject, textAt } from "../../model/json.ts";

/** The text of a kubeconfig, and the folder that its relative paths start from: that of its file, as kubectl has it. */
export interface Source {
  readonly text: string;
  readonly folder: string;
  /** For messages; never a part of the text. */
  readonly name: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type Fail = (why: string) => Error;

interface Asked {
  readonly access: JsonObject;
  readonly folder: string;
  readonly environment: Environment;
  readonly fail: Fail;
}

/** Where `access.kubeconfig` says, else where kubectl looks; the first that names a thing wins. Not empty. @throws what `fail` makes */
export async function sourcesOf({ access, folder, environment, fail }: Asked): Promise<readonly Source[]> {
  const variable = textAt(access, "kubeconfig", "env");
  if (variable !== undefined) return [await fromVariable(variable, environment[variable] ?? "", { folder, fail })];
  const file = textAt(access, "kubeconfig", "file");
  if (file !== undefined) return [await fromFile(resolve(folder, file), file, fail)];
  const found = await fromUsualPlaces(environment, fail);
  if (found.length === 0) throw fail("`access.kubeconfig` names none, KUBECONFIG is not set, and there is no ~/.kube/config");
  return found;
}

async function fromFile(path: string, name: string, fail: Fail): Promise<Source> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw fail(`kubeconfig ${name} could not be read (${error.code ?? "unknown"})`);
  });
  return { text, folder: dirname(path), name: `kubeconfig ${name}` };
}

/** A variable holds a kubeconfig as it is, in base64, or the path of one. What it holds is never quoted: it may be a kubeconfig that lost a line. */
async function fromVariable(
  variable: string,
  value: string,
  { folder, fail }: { readonly folder: string; readonly fail: Fail },
): Promise<Source> {
  if (value.trim() === "") throw fail(`variable ${variable}, which should hold a kubeconfig, is empty or not set`);
  const name = `the kubeconfig in variable ${variable}`;
  const decoded = Buffer.from(value, "base64").toString("utf8");
  for (const text of [value, decoded]) if (looksLikeKubeconfig(text)) return { text, folder, name };
  const path = resolve(folder, value.trim());
  const isPath = value.length < 4096 && !value.trim().includes("\n");
  const text = isPath ? await readFile(path, "utf8").catch(() => undefined) : undefined;
  if (text !== undefined) return { text, folder: dirname(path), name };
  throw fail(`variable ${variable} holds neither a kubeconfig (as it is, or in base64) nor the path of one`);
}

function looksLikeKubeconfig(text: string): boolean {
  return /(?:^|[\s{,])["']?clusters["']?\s*:/u.test(text);
}

/** As kubectl has it: KUBECONFIG may name files that are not there; without it ~/.kube/config; inside a pod its service account. */
async function fromUsualPlaces(environment: Environment, fail: Fail): Promise<readonly Source[]> {
  const named = (environment["KUBECONFIG"] ?? "").split(delimiter).filter((path) => path !== "");
  const home = environment["HOME"] ?? environment["USERPROFILE"] ?? "";
  const paths = named.length > 0 ? named : home === "" ? [] : [join(home, ".kube", "config")];
  const found = await Promise.all(paths.map((path) => fromFile(resolve(path), path, fail).catch((error: Error) => error)));
  const sources = found.filter((source): source is Source => !(source instanceof Error));
  const [first] = found;
  if (named.length > 0 && sources.length === 0 && first instanceof Error) throw first;
  return sources.length > 0 ? sources : inPod(environment);
}

const account = "/var/run/secrets/kubernetes.io/serviceaccount";

/** The way a pod reaches its API server, written as a kubeconfig. */
function inPod(environment: Environment): readonly Source[] {
  const host = environment["KUBERNETES_SERVICE_HOST"];
  const port = environment["KUBERNETES_SERVICE_PORT"];
  if (host === undefined || port === undefined) return [];
  const server = `https://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const config = {
    clusters: [{ name: "pod", cluster: { server, "certificate-authority": `${account}/ca.crt` } }],
    users: [{ name: "pod", user: { tokenFile: `${account}/token` } }],
    contexts: [{ name: "pod", context: { cluster: "pod", user: "pod" } }],
    "current-context": "pod",
  };
  return [{ text: JSON.stringify(config), folder: account, name: "the service account of this pod" }];
}
