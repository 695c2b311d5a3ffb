import { createHash } from "node:crypto";
import { eq, valid } from "semver";
import type { Chart, ChartRequest } from "../../model/chart.ts";
import { isObject, type JsonObject, listAt, objectAt, textAt } from "../../model/json.ts";
import { readValues, YamlError } from "../../yaml/index.ts";
import { unpackChart } from "./archive.ts";
import { chartFrom } from "./chart.ts";
import { addressOf, expected, type Http } from "./http.ts";
import type { Login } from "./logins.ts";
import { nearest } from "./nearest.ts";
import { missing, unreadable } from "./trouble.ts";

const largestIndex = 64 * 1024 * 1024;
/** Of an archive as it is sent, from any source. */
export const largestArchive = 32 * 1024 * 1024;
/** One run asks for several charts of one repository; a bot that runs for weeks must see new releases. */
const indexIsFreshMs = 60_000;

/** Fetches charts from Helm repositories: `index.yaml` says where each version of each chart is. */
export function createRepositories(http: Http): (url: string, request: ChartRequest) => Promise<Chart> {
  const indexes = new Map<string, Promise<JsonObject>>();
  return async (url, request) => {
    const base = url.replace(/\/*$/u, "/");
    const index = indexes.get(base) ?? readIndex(http, base);
    if (!indexes.has(base)) {
      indexes.set(base, index);
      index.catch(() => indexes.delete(base));
      setTimeout(() => indexes.delete(base), indexIsFreshMs).unref();
    }
    const entry = findEntry(await index, request);
    return fetchEntry(http, base, entry);
  };
}

async function readIndex(http: Http, base: string): Promise<JsonObject> {
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

/** The entry of exactly that version; `v1.31.0` and `1.31.0` are the same. */
function findEntry(index: JsonObject, { name, version }: ChartRequest): JsonObject {
  const entries = listAt(objectAt(index, "entries"), name).filter(isObject);
  const same = (text: string | undefined) =>
    text === version || (valid(text) !== null && valid(version) !== null && eq(text ?? "", version));
  const found = entries.find((entry) => textAt(entry, "version") === version) ?? entries.find((entry) => same(textAt(entry, "version")));
  if (found === undefined)
    throw missing(
      nearest(
        version,
        entries.map((entry) => textAt(entry, "version") ?? ""),
      ),
    );
  return found;
}

async function fetchEntry(http: Http, base: string, entry: JsonObject): Promise<Chart> {
  const address = textAt(entry, "urls", 0);
  if (address === undefined) throw unreadable("the repository's index names no address for it");
  if (!URL.canParse(address, base)) throw unreadable(`the repository's index gives it the address ${address.slice(0, 200)}, which is none`);
  const url = new URL(address, base).href;
  const archive = await download(http, url, base, largestArchive);
  const stated = textAt(entry, "digest")?.replace(/^sha256:/u, "");
  const actual = createHash("sha256").update(archive).digest("hex");
  if (stated !== undefined && stated !== actual)
    throw unreadable(`its archive has SHA-256 ${actual}, but the repository's index says ${stated}`);
  return chartFrom(await unpackChart(archive), url);
}

async function download(http: Http, url: string, base: string, limitBytes: number): Promise<Buffer> {
  const address = addressOf(url);
  const isOwn = address.origin === addressOf(base).origin;
  // Asked for in advance: many servers tell strangers that there is no such file.
  const login = isOwn ? await http.login(address) : elsewhere(address);
  const authorization = login.kind === "login" ? login.authorization : undefined;
  return expected(await http.get(url, { limitBytes, authorization }), url, login);
}

/** An index may send us anywhere: what another host would show to us is not its to choose. */
function elsewhere({ host }: URL): Login {
  return { kind: "none", why: `no login is sent to ${host}, because it is another host than the repository's` };
}
