import { problem } from "../../catalog/problem.ts";
import { type Json, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import type { ClusterApi } from "../../world.ts";
import type { IstiodSeen, Seen } from "../observed.ts";
import { look } from "../observed.ts";
import { clustersInMetrics, type KnownCluster, knownClusters, networkGateways, proxies, shards, trustDomains } from "../pages.ts";

/** Every replica of istiod in a namespace, sorted by name. @throws Problem when the pods cannot be listed */
export async function readIstiods(api: ClusterApi, namespace: string): Promise<readonly IstiodSeen[]> {
  const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace, labels: "app=istiod" });
  // One that ends was told to: it is nobody's replica any more.
  const staying = pods.filter(({ object }) => textAt(object, "metadata", "deletionTimestamp") === undefined);
  const seen: IstiodSeen[] = [];
  // One after the other: a page of a large mesh takes much memory while it is read.
  for (const pod of staying) seen.push(await readIstiod(api, namespace, pod));
  return seen.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readIstiod(api: ClusterApi, namespace: string, { object }: Present): Promise<IstiodSeen> {
  const name = textAt(object, "metadata", "name") ?? "";
  const isReady = listAt(object, "status", "conditions").some(
    (entry) => textAt(entry, "type") === "Ready" && textAt(entry, "status") === "True",
  );
  const replica = { api, namespace, name };
  return {
    name,
    revision: textAt(object, "metadata", "labels", "istio.io/rev") ?? "default",
    isReady,
    state: stateOf(object),
    version: imageTag(object),
    clusters: await readClusters(replica),
    proxies: await readPage(replica, "/debug/syncz", proxies),
    shards: await readPage(replica, "/debug/endpointShardz", shards),
    networkGateways: await readPage(replica, "/debug/networkz", networkGateways),
    trust: await readPage(replica, "/debug/mesh", trustDomains),
  };
}

/** `CrashLoopBackOff`, `ImagePullBackOff`: what the first container that waits waits for; else the phase. */
function stateOf(pod: Json): string {
  const statuses = listAt(pod, "status", "containerStatuses");
  const waiting = statuses.map((entry) => textAt(entry, "state", "waiting", "reason")).find((reason) => reason !== undefined);
  const unscheduled = listAt(pod, "status", "conditions").find((entry) => textAt(entry, "type") === "PodScheduled");
  return waiting ?? textAt(unscheduled, "reason") ?? textAt(objectAt(pod, "status"), "phase") ?? "unknown";
}

function imageTag(pod: Json): string | undefined {
  const discovery = listAt(pod, "spec", "containers").find((container) => textAt(container, "name") === "discovery");
  return /:([^:/@]+)(?:@.*)?$/u.exec(textAt(discovery, "image") ?? "")?.[1];
}

interface Replica {
  readonly api: ClusterApi;
  readonly namespace: string;
  readonly name: string;
}

/** Its debug page, else its metrics: since 1.29 these tell the same, and to everybody. */
async function readClusters(replica: Replica): Promise<Seen<readonly KnownCluster[]>> {
  const page = await readPage(replica, "/debug/clusterz", knownClusters);
  if (page.kind === "seen" || (page.why.code !== "permission-missing" && page.why.code !== "debug-pages-hidden")) return page;
  const { api, namespace, name } = replica;
  const metrics = await look(api.fetch(`/api/v1/namespaces/${namespace}/pods/${name}:15014/proxy/metrics`));
  const found = metrics.kind === "seen" ? clustersInMetrics(metrics.value) : undefined;
  return found === undefined ? page : { kind: "seen", value: found };
}

/** One debug page, through `parse`, which gives `undefined` for what is no such page. istiod shows them to its own localhost only, hence the port-forward. */
function readPage<T>({ api, namespace, name }: Replica, page: string, parse: (page: Json) => T | undefined): Promise<Seen<T>> {
  const read = async (): Promise<T> => {
    if (api.inside === undefined) throw problem("debug-pages-hidden", { cluster: api.cluster, pod: name, page, namespace });
    const value = parse(jsonIn(await api.inside({ namespace, name, port: 8080 }, page), { cluster: api.cluster, pod: name, page }));
    if (value === undefined)
      throw problem("page-unreadable", { cluster: api.cluster, pod: name, page, why: "it has not the shape of that page" });
    return value;
  };
  return look(read());
}

function jsonIn(text: string, where: { readonly cluster: string; readonly pod: string; readonly page: string }): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw problem("page-unreadable", { ...where, why: "it is no JSON" }, error);
  }
}
