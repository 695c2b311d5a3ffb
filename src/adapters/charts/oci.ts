import { createHash } from "node:crypto";
import type { Chart, ChartRequest } from "../../model/chart.ts";
import { isObject, type Json, listAt, textAt } from "../../model/json.ts";
import { unpackChart } from "./archive.ts";
import { chartFrom } from "./chart.ts";
import type { Answer, Http } from "./http.ts";
import { hintOf, largestArchive } from "./repository.ts";
import { missing, unreachable, unreadable } from "./trouble.ts";

const manifestType = "application/vnd.oci.image.manifest.v1+json";
const layerType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
const largestManifest = 4 * 1024 * 1024;

interface Reference {
  readonly host: string;
  readonly repository: string;
  /** A tag, or `sha256:…`. */
  readonly wanted: string;
}

/**
 * Fetches a chart from an OCI registry. `reference` is the folder that holds the charts (`oci://host/istio/charts`), or one chart with a tag or
 * digest of its own (`oci://host/istio/charts/istiod@sha256:…`).
 * @throws Trouble
 */
export async function fetchOci(http: Http, reference: string, request: ChartRequest): Promise<Chart> {
  const { host, repository, wanted } = parseReference(reference, request);
  const ask = createAsker(http, host, repository);
  const answer = await ask(`manifests/${wanted}`, largestManifest, manifestType);
  if (answer.status === 404) throw missing();
  const manifestDigest = sha256(expected(answer, host).body);
  if (wanted.startsWith("sha256:") && wanted !== manifestDigest)
    throw unreadable(`its manifest has digest ${manifestDigest}, not ${wanted}`);
  const layer = layerOf(answer.body);
  const { body } = expected(await ask(`blobs/${layer}`, largestArchive, layerType), host);
  if (sha256(body) !== layer) throw unreadable(`its archive has digest ${sha256(body)}, but its manifest says ${layer}`);
  const chart = chartFrom(await unpackChart(body), `oci://${host}/${repository}@${manifestDigest}`);
  if (chart.name !== request.name) throw missing();
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
  // A tag may not hold a plus sign; Helm writes an underscore.
  return { host, repository, wanted: (isChart ? (parts["digest"] ?? parts["tag"]) : undefined) ?? version.replaceAll("+", "_") };
}

/** Asks the registry, once more with a token when it says where to get one. The token is kept for the next question. */
function createAsker(http: Http, host: string, repository: string) {
  const base = `${isLoopback(host) ? "http" : "https"}://${host}/v2/${repository}/`;
  let authorization: string | undefined;
  return async (path: string, limitBytes: number, accept: string): Promise<Answer> => {
    const first = await http.get(base + path, { limitBytes, accept, authorization });
    if (first.status !== 401) return first;
    authorization = await authorize({ http, host, repository, challenge: first.header("www-authenticate") ?? "" });
    return http.get(base + path, { limitBytes, accept, authorization });
  };
}

/** Answers a challenge: with a token from the address it names (anonymous when there are no credentials), or with user and password. */
async function authorize({ http, host, repository, challenge }: { http: Http; host: string; repository: string; challenge: string }) {
  const basic = http.basic(host);
  if (!/^bearer /iu.test(challenge)) return basic;
  const facts = Object.fromEntries([...challenge.matchAll(/(\w+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [key, value]));
  const realm = URL.canParse(facts["realm"] ?? "") ? new URL(facts["realm"] ?? "") : undefined;
  if (realm === undefined || !(realm.protocol === "https:" || isLoopback(realm.host)))
    throw unreachable(`${host} names no safe address for its tokens`);
  if (facts["service"] !== undefined) realm.searchParams.set("service", facts["service"]);
  realm.searchParams.set("scope", facts["scope"] ?? `repository:${repository}:pull`);
  const { status, body } = await http.get(realm.href, { limitBytes: largestManifest, accept: "application/json", authorization: basic });
  const answer = status === 200 ? parseJson(body) : undefined;
  const token = textAt(answer, "token") ?? textAt(answer, "access_token");
  if (token === undefined) throw unreachable(`${realm.host} gave no token (${status})`);
  return `Bearer ${token}`;
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

function expected(answer: Answer, host: string): Answer {
  if (answer.status !== 200) throw unreachable(`${host} answered ${answer.status}${hintOf(answer.status)}`);
  return answer;
}

/** Registries on this machine speak plain HTTP, by the custom of container tools. */
function isLoopback(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u.test(host);
}

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
