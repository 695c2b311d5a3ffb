import { X509Certificate } from "node:crypto";
import { ledgerOf } from "../../src/model/state.ts";
import type { Ledger } from "../../src/model/survey.ts";
import type { AuditEvent, KubeObject, LabCluster, Strike } from "./lab/index.ts";

/** What tests of dying runs look at: which writes a run made, what it left behind, and what lasts when keys, tokens and times are taken away. */

/** Methods and paths that store something: reviews and dry runs do not, a port-forward is a GET. */
const storing = { methods: ["POST", "PUT", "PATCH", "DELETE"], path: "^(?!.*(?:dryRun|reviews))" } as const;

/** A moment at which a process is struck: its `number`-th write to a cluster, before it arrives or after it was stored. */
export interface Point {
  readonly cluster: string;
  readonly number: number;
  readonly moment: "before" | "after";
  /** What is written there in an undisturbed run. */
  readonly what: string;
}

export function striking(
  pid: number,
  { number, moment }: Omit<Point, "cluster" | "what">,
  signal: "SIGKILL" | "SIGSTOP" | "SIGINT",
): Strike {
  return { ...storing, after: number - 1, times: 1, answer: { kind: "signal", pid, signal, moment } };
}

/** A request that stores something, and the how many-th of its kind in a run it is. */
export interface Write {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly nth: number;
}

/** SIGKILL at a request, before it arrives or after it was answered; dry runs do not count. */
export function strikingAt(pid: number, { method, path, nth, moment }: Write & { readonly moment: "before" | "after" }): Strike {
  const pattern = `^${path.replaceAll(".", "\\.")}(?:$|\\?(?!.*dryRun))`;
  return { methods: [method], path: pattern, after: nth - 1, times: 1, answer: { kind: "signal", pid, signal: "SIGKILL", moment } };
}

/** What Isthmus wrote to a cluster since its audit log had `from` events, in the order in which it asked. */
export function writesOf(cluster: LabCluster, from: number): readonly Write[] {
  const methods: Readonly<Record<string, string>> = { create: "POST", update: "PUT", patch: "PATCH", delete: "DELETE" };
  const seen = new Map<string, number>();
  return storedSince(cluster, from).map(({ verb, requestURI }) => {
    const [method, path] = [methods[verb] ?? verb, requestURI.split("?")[0] ?? ""];
    const nth = (seen.get(`${method} ${path}`) ?? 0) + 1;
    seen.set(`${method} ${path}`, nth);
    return { method, path, nth };
  });
}

/** What Isthmus wrote to a cluster since its audit log had `from` events, in the order in which it asked, as `verb resource namespace/name`. */
export function writesSince(cluster: LabCluster, from: number): readonly string[] {
  return storedSince(cluster, from).map(textOf);
}

function storedSince(cluster: LabCluster, from: number): readonly AuditEvent[] {
  const isRead = (verb: string): boolean => ["get", "list", "watch"].includes(verb);
  return cluster
    .audit()
    .slice(from)
    .filter(({ verb, userAgent }) => userAgent === "isthmus" && !isRead(verb))
    .filter(({ requestURI, responseStatus }) => !/dryRun|reviews|portforward/u.test(requestURI) && (responseStatus?.code ?? 500) < 300)
    .sort((a, b) => (a.requestReceivedTimestamp < b.requestReceivedTimestamp ? -1 : 1));
}

function textOf({ verb, objectRef }: AuditEvent): string {
  const { resource = "", subresource, namespace = "", name = "" } = objectRef ?? {};
  return `${verb} ${resource}${subresource === undefined ? "" : `/${subresource}`} ${namespace}/${name}`;
}

/** Objects that were written more than once, though once is enough: everything but our own records and tokens that came to nothing. */
export function writtenTwice(cluster: LabCluster, from: number): readonly string[] {
  const objects = storedSince(cluster, from).flatMap(({ objectRef }) => {
    const { resource = "", subresource, namespace = "", name = "" } = objectRef ?? {};
    const isOurs = resource === "leases" || /^isthmus-(?:ledger|inventory)/u.test(name);
    return isOurs || subresource !== undefined ? [] : [`${resource} ${namespace}/${name}`];
  });
  return [...new Set(objects.filter((object, index) => objects.indexOf(object) !== index))];
}

const leasePath = "/apis/coordination.k8s.io/v1/namespaces/istio-system/leases/isthmus";

/** The lease of a cluster, when there is one. */
export function leaseIn({ api }: LabCluster): Promise<KubeObject | undefined> {
  return api.get(leasePath);
}

/** A minute passes for whoever looks at the lease: a test does not wait for it. */
export async function ageLease({ api }: LabCluster): Promise<void> {
  if ((await api.get(leasePath)) === undefined) return;
  const renewTime = new Date(Date.now() - 90_000).toISOString().replace("Z", "000Z");
  await api.request("PATCH", leasePath, { spec: { renewTime } }, "application/merge-patch+json");
}

export async function ledgerIn({ api }: LabCluster): Promise<Ledger | undefined> {
  const kept = ledgerOf((await api.get("/api/v1/namespaces/istio-system/configmaps/isthmus-ledger")) as Parameters<typeof ledgerOf>[0]);
  if (kept.kind === "unknown") throw new Error(kept.why);
  return kept.value;
}

/** Serial of the intermediate that is installed, as the ledger writes it. */
export async function installedSerial({ api }: LabCluster): Promise<string | undefined> {
  const secret = (await api.get("/api/v1/namespaces/istio-system/secrets/cacerts")) as
    | { readonly data: Readonly<Record<string, string>> }
    | undefined;
  const pem = secret?.data["ca-cert.pem"];
  return pem === undefined ? undefined : new X509Certificate(Buffer.from(pem, "base64")).serialNumber.toLowerCase().replace(/^0+/u, "");
}

const kept = [
  ...["namespaces", "secrets", "configmaps", "serviceaccounts", "services"].map((kind) => `/api/v1/${kind}`),
  "/apis/apps/v1/deployments",
  ...["clusterroles", "clusterrolebindings", "roles", "rolebindings"].map((kind) => `/apis/rbac.authorization.k8s.io/v1/${kind}`),
  ...["virtualservices", "gateways"].map((kind) => `/apis/networking.istio.io/v1/${kind}`),
  ...["mutating", "validating"].map((kind) => `/apis/admissionregistration.k8s.io/v1/${kind}webhookconfigurations`),
  "/apis/coordination.k8s.io/v1/leases",
];

/** Everything of the mesh in a cluster, and whose fields it has; without versions, UIDs, keys, tokens, times, and the ledger, which tells of each run what it did. */
export async function lasting({ api }: LabCluster): Promise<readonly string[]> {
  const lists = await Promise.all(
    kept.map(async (path) => ({ path, objects: await api.list(`${path}?labelSelector=isthmus.dev%2Fmesh`) })),
  );
  return lists.flatMap(({ path, objects }) => objects.flatMap((object) => lastingOf(path, object as unknown as Kept))).sort();
}

/** The version of everything of the mesh in a cluster: one that moved was written to. */
export async function versions({ api }: LabCluster): Promise<readonly string[]> {
  const lists = await Promise.all(kept.map((path) => api.list(`${path}?labelSelector=isthmus.dev%2Fmesh`)));
  return lists.flat().map((object) => {
    const { name, uid, resourceVersion } = object["metadata"] as {
      readonly name: string;
      readonly uid: string;
      readonly resourceVersion: string;
    };
    return `${name} ${uid} ${resourceVersion}`;
  });
}

interface Kept {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: object;
    readonly annotations?: object;
    readonly managedFields?: readonly { readonly manager?: string; readonly operation?: string; readonly fieldsV1?: object }[];
  };
  readonly data?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

function lastingOf(path: string, { metadata, data, status: _status, apiVersion: _api, kind: _kind, ...rest }: Kept): readonly string[] {
  const { name, namespace = "", labels, annotations, managedFields = [] } = metadata;
  if (name === "isthmus-ledger") return [];
  const ours = managedFields.filter(({ manager }) => manager === "isthmus").map(({ operation, fieldsV1 }) => ({ operation, fieldsV1 }));
  const isInventory = name.startsWith("isthmus-inventory");
  const content = path.endsWith("/secrets") ? Object.keys(data ?? {}).sort() : isInventory ? inventoryLines(data?.["entries"]) : data;
  return [JSON.stringify({ path, namespace, name, labels, annotations, content, ours, ...rest })];
}

/** Identities and hashes of what the inventory names. */
function inventoryLines(entries = ""): readonly string[] {
  const lines = entries.split("\n").filter((line) => line !== "");
  return lines
    .map((line) => JSON.stringify((JSON.parse(line) as readonly string[]).map((part, index) => (index === 4 ? "uid" : part))))
    .sort();
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
