import { isList, isObject, type Json, listAt, objectAt, textAt } from "../model/json.ts";
import type { Live } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import { fingerprintsInOrder, leafLifeMs, readCertificates } from "../trust/index.ts";
import type { ClusterApi } from "../world.ts";
import { orProblem } from "./read-objects.ts";

/**
 * How far a change of `cacerts` has come. istiod takes it when its volume shows it, hands the roots out in ConfigMap `istio-ca-root-cert`, and tells proxies that
 * listen for it (PROXY_CONFIG_XDS_AGENT, with ISTIO_MULTIROOT_MESH); those ask for a new certificate at once, all others learn of it when theirs ends.
 */
export interface Spread {
  /** ConfigMap `istio-ca-root-cert` of the system namespace. */
  readonly given: Live;
  /** Running replicas of istiod, and the proxies connected to them; `undefined` where nobody may look. */
  readonly proxies: { readonly replicas: number; readonly untold: readonly string[] } | undefined;
}

/** Reads it where a phase depends on it. Never throws for the cluster's sake. */
export async function readSpread(api: ClusterApi, cluster: Cluster, { trust: { rotation } }: Mesh): Promise<Spread | undefined> {
  if (rotation === undefined || rotation.phase === "distribute") return undefined;
  const namespace = cluster.systemNamespace;
  const [given, proxies] = await Promise.all([
    api.read({ apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name: "istio-ca-root-cert" }),
    orProblem(readProxies(api, namespace)),
  ]);
  return { given, proxies: proxies instanceof Problem ? undefined : proxies };
}

async function readProxies(api: ClusterApi, namespace: string): Promise<Spread["proxies"]> {
  if (api.inside === undefined) return undefined;
  const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace, labels: "app=istiod" });
  const names = pods.filter(isRunning).map(({ object }) => textAt(object, "metadata", "name") ?? "");
  const pages = await Promise.all(names.map((name) => api.inside?.({ namespace, name, port: 8080 }, "/debug/syncz") ?? ""));
  const untold = pages.map(untoldIn);
  return untold.some((found) => found === undefined)
    ? undefined
    : { replicas: names.length, untold: untold.flatMap((found) => found ?? []) };
}

function isRunning({ object }: { readonly object: Json }): boolean {
  return textAt(object, "metadata", "deletionTimestamp") === undefined && textAt(object, "status", "phase") === "Running";
}

/** Under this name istiod tells proxies the roots they are to trust. */
const bundleType = "type.googleapis.com/istio.mesh.v1alpha1.ProxyConfig";

/** Proxies on a page of istiod's that have not confirmed the last roots they were told, or are told none; `undefined` when it is no such page. */
function untoldIn(text: string): readonly string[] | undefined {
  const page = parsed(text);
  // Go writes a list without entries as null.
  if (page === null) return [];
  if (!isList(page)) return undefined;
  const isTold = (entry: Json): boolean => {
    const bundle = objectAt(entry, "resources")[bundleType];
    const sent = textAt(bundle ?? null, "sent") ?? "";
    return sent !== "" && sent === textAt(bundle ?? null, "acked");
  };
  return page.filter((entry) => !isTold(entry)).map((entry) => textAt(entry, "proxy") ?? "?");
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** From istiod's own reload to the last confirmation of a proxy; with several replicas their nodes bring them the new Secret at different times, up to two minutes apart. */
const settleMs = { one: 10_000, several: 180_000 } as const;

/** Clocks, and proxies that renew late. */
const marginMs = 5 * 60_000;

/**
 * Why proxies of a cluster may not hold yet what `cacerts` stands for, as a clause; `undefined`: nothing speaks against it; a problem: what istiod hands out could
 * not be read.
 */
export function whyLate(
  cacerts: Live,
  { given, proxies }: Spread,
  { cluster, at }: { readonly cluster: Cluster; readonly at: number },
): string | Problem | undefined {
  if (given.kind === "unknown") return given.why;
  // No istiod ever ran: nobody holds anything.
  if (given.kind === "absent" || cacerts.kind !== "present") return undefined;
  const rootsIn = (text: string | undefined): string => fingerprintsInOrder(readCertificates(text ?? "").certificates).join();
  if (rootsIn(textAt(given.object, "data", "root-cert.pem")) !== rootsIn(textAt(cacerts.object, "stringData", "root-cert.pem"))) {
    return "has an istiod that has not taken its roots from `cacerts` yet (without ISTIO_MULTIROOT_MESH it does so when it is restarted)";
  }
  const since = writtenAt(given.object) ?? at;
  const throughAt = since + leafLifeMs(cluster) + marginMs;
  if (at >= throughAt) return undefined;
  const through = `has proxies that may be on certificates from before, until ${new Date(throughAt).toISOString()}`;
  if (proxies === undefined) return `${through} (its istiods could not be asked)`;
  const { untold, replicas } = proxies;
  if (untold.length > 0) {
    const more = untold.length > 1 ? ` and ${untold.length - 1} more` : "";
    return `${through}, or until they are restarted with PROXY_CONFIG_XDS_AGENT (${untold[0]}${more})`;
  }
  const settledAt = since + (replicas > 1 ? settleMs.several : settleMs.one);
  return at >= settledAt ? undefined : `has proxies that take new certificates just now, until ${new Date(settledAt).toISOString()}`;
}

/** When `data` was last written, by the server's books. Milliseconds since 1970. */
function writtenAt(object: Json): number | undefined {
  const entries = listAt(object, "metadata", "managedFields").filter((entry) => isObject(objectAt(entry, "fieldsV1")["f:data"]));
  const times = entries.map((entry) => Date.parse(textAt(entry, "time") ?? "")).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? undefined : Math.max(...times);
}
