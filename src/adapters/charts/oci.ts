import { createHash } from "node:crypto";
import type { Chart, ChartRequest } from "../../model/chart.ts";
import { isObject, type Json, listAt, textAt } from "../../model/json.ts";
import { isLoopback } from "../loopback.ts";
import { unpackChart } from "./archive.ts";
import { chartFrom } from "./chart.ts";
import { type Answer, expected, type Http } from "./http.ts";
import type { Login } from "./logins.ts";
import { largestArchive } from "./repository.ts";
import { missing, unreachable, unreadable } from "./trouble.ts";

const manifestType = "application/vnd.oci.image.manifest.v1+json";
const layerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const largestManifest = 4 * 1024 * 1024;

interface Reference {
  readonly host: string;
  readonly repository: string;
  /** A tag, or `sha256:…`. */
  readonly wanted: string;
  /** The reference itself says so, whatever version is asked for. */
  readonly isPinned: boolean;
}

/**
 * Fetches a chart from an OCI registry. `reference` is the folder that holds the charts (`oci://host/istio/charts`), or one chart with a tag or
 * digest of its own (`oci://host/istio/charts/istiod@sha256:…`).
 * @throws Trouble
 */
export async function fetchOci(http: Http, reference: string, request: ChartRequest): Promise<Chart> {
  const { host, repository, wanted, isPinned } = parseReference(reference, request);
  const ask = createAsker(http, host, repository);
  const { answer, login } = await ask(`manifests/${wanted}`, largestManifest, manifestType);
  if (answer.status === 404) throw missing();
  const manifest = expected(answer, host, login);
  const manifestDigest = sha256(manifest);
  if (wanted.startsWith("sha256:") && wanted !== manifestDigest)
    throw unreadable(`its manifest has digest ${manifestDigest}, not ${wanted}`);
  const layer = layerOf(manifest);
  const blob = await ask(`blobs/${layer}`, largestArchive, layerType);
  const body = expected(blob.answer, host, blob.login);
  if (sha256(body) !== layer) throw unreadable(`its archive has digest ${sha256(body)}, but its manifest says ${layer}`);
  const chart = chartFrom(await unpackChart(body), `oci://${host}/${repository}@${manifestDigest}`);
  if (chart.name !== request.name) throw missing();
  if (isPinned && !isSame(chart.version, request.version))
    throw unreadable(`${reference} is version ${chart.version}, and the revision wants ${request.version}`);
  return chart;
}

function parseReference(reference: string, { name, version }: ChartRequest): Reference {
  const parts = /^oci:\/\/(?<host>[^/]+)\/?(?<path>[^@:]*?)\/?(?:(?:@(?<digest>sha256:[0-9a-f]{64}))|(?::(?<tag>[\w][\w.-]*)))?$/u.exec(
    reference,
  )?.groups;
  const host = parts?.["host"];
  if (parts === undefined || host === undefined) throw unreadable(`${reference} is not an OCI reference`);
  const path = parts["path"] ?? "";
  const isChart = path === name || path.endsWith(`/${name}`);
  const repository = isChart ? path : `${path}/${name}`.replace(/^\//u, "");
  const pin = isChart ? (parts["digest"] ?? parts["tag"]) : undefined;
  // A tag may not hold a plus sign; Helm writes an underscore.
  return { host, repository, wanted: pin ?? version.replaceAll("+", "_"), isPinned: pin !== undefined };
}

function isSame(one: string, other: string): boolean {
  return one.replace(/^v/u, "") === other.replace(/^v/u, "");
}

interface Told {
  readonly answer: Answer;
  /** What was shown to get it. */
  readonly login: Login;
}

/** Asks the registry, once more with a token when it says where to get one. The token is kept for the next question. */
function createAsker(http: Http, host: string, repository: string) {
  const base = `${isLoopback(host) ? "http" : "https"}://${host}/v2/${repository}/`;
  let authorization: string | undefined;
  return async (path: string, limitBytes: number, accept: string): Promise<Told> => {
    const login = await http.login(new URL(base));
    const first = await http.get(base + path, { limitBytes, accept, authorization });
    if (first.status !== 401) return { answer: first, login };
    authorization = await authorize({ http, host, repository, login, challenge: first.header("www-authenticate") ?? "" });
    if (authorization === undefined) return { answer: first, login };
    return { answer: await http.get(base + path, { limitBytes, accept, authorization }), login };
  };
}

interface Challenge {
  readonly http: Http;
  readonly host: string;
  readonly repository: string;
  readonly login: Login;
  readonly challenge: string;
}

/** Answers a challenge: with a token from the address it names (anonymous when there is no login), or with user and password; `undefined`: there is nothing to answer with. */
async function authorize({ http, host, repository, login, challenge }: Challenge): Promise<string | undefined> {
  const basic = login.kind === "login" ? login.authorization : undefined;
  if (!/^bearer /iu.test(challenge)) return basic;
  const facts = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [key, value]));
  const realm = safeRealm(facts["realm"] ?? "", host);
  if (facts["service"] !== undefined) realm.searchParams.set("service", facts["service"]);
  realm.searchParams.set("scope", facts["scope"] ?? `repository:${repository}:pull`);
  const answer = await http.get(realm.href, { limitBytes: largestManifest, accept: "application/json", authorization: basic });
  const given = parseJson(expected(answer, realm.host, login));
  const token = textAt(given, "token") ?? textAt(given, "access_token");
  if (token === undefined) throw unreachable(`${realm.host} gave no token`);
  return `Bearer ${token}`;
}

/**
 * Where a registry gives its tokens. It may be another host (Docker's is, GitLab's too), and is shown the registry's login because the registry says so; but never
 * unencrypted, and never this machine on behalf of another one. @throws Trouble
 */
function safeRealm(text: string, host: string): URL {
  const realm = URL.parse(text);
  const isSafe = realm !== null && (isLoopback(realm.host) ? isLoopback(host) : realm.protocol === "https:");
  if (!isSafe || realm.username !== "" || !/^https?:$/u.test(realm.protocol))
    throw unreachable(`${host} names no safe address for its tokens`);
  return realm;
}

function layerOf(manifest: Buffer): string {
  const layer = listAt(parseJson(manifest), "layers").find((entry) => textAt(entry, "mediaType") === layerType);
  const digest = textAt(layer, "digest");
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/u.test(digest)) throw unreadable("its manifest names no Helm chart");
  return digest;
}

function parseJson(body: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    // Whoever asked says what was missing.
    return undefined;
  }
}

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
