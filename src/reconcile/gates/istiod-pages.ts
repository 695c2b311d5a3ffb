import { problem } from "../../catalog/problem.ts";
import { isList, type Json, listAt, textAt } from "../../model/json.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";

/** What one replica of istiod says. */
export interface Page {
  readonly pod: string;
  readonly entries: readonly Json[];
}

/** Names of the replicas of istiod that run, of one revision or of all, sorted. @throws Problem */
export async function istiodPods(api: ClusterApi, namespace: string, revision?: string): Promise<readonly string[]> {
  const labels = `app=istiod${revision === undefined ? "" : `,istio.io/rev=${revision}`}`;
  const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace, labels });
  return pods
    .filter(
      ({ object }) => textAt(object, "metadata", "deletionTimestamp") === undefined && textAt(object, "status", "phase") === "Running",
    )
    .map(({ object }) => textAt(object, "metadata", "name") ?? "")
    .sort();
}

/** A debug page (a JSON list) of each of these replicas. istiod shows them to its own localhost only, hence the port-forward. @throws Problem */
export async function debugPages(api: ClusterApi, namespace: string, pods: readonly string[], path: string): Promise<readonly Page[]> {
  return Promise.all(
    pods.map(async (pod) => {
      if (api.inside === undefined) throw problem("debug-pages-hidden", { cluster: api.cluster, pod, page: path, namespace });
      return {
        pod,
        entries: entriesIn(await api.inside({ namespace, name: pod, port: 8080 }, path), { cluster: api.cluster, pod, page: path }),
      };
    }),
  );
}

function entriesIn(text: string, where: { readonly cluster: string; readonly pod: string; readonly page: string }): readonly Json[] {
  try {
    const value = JSON.parse(text) as Json;
    if (isList(value)) return value;
    if (value === null) return [];
  } catch (error) {
    throw problem("page-unreadable", { ...where, why: "it is no JSON" }, error);
  }
  throw problem("page-unreadable", { ...where, why: "it is no list" });
}

/** How far each replica has read each cluster, by Istio's name of it: its debug page, else its metrics, which it shows to everybody since 1.29. @throws Problem */
export async function clusterStates(
  api: ClusterApi,
  namespace: string,
  pods: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  try {
    const pages = await debugPages(api, namespace, pods, "/debug/clusterz");
    return new Map(pages.map(({ pod, entries }) => [pod, new Map(entries.map(stateIn))]));
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "permission-missing" && error.code !== "debug-pages-hidden")) throw error;
    const texts = await Promise.all(pods.map((pod) => api.fetch(`/api/v1/namespaces/${namespace}/pods/${pod}:15014/proxy/metrics`)));
    const states = new Map(pods.map((pod, index) => [pod, statesInMetrics(texts[index] ?? "")]));
    // Before 1.29 there is no such metric: that says nothing.
    if ([...states.values()].some((found) => found === undefined)) throw error;
    return new Map([...states].map(([pod, found]) => [pod, found ?? new Map()]));
  }
}

function stateIn(entry: Json): readonly [string, string] {
  return [textAt(entry, "id") ?? "", textAt(entry, "syncStatus") ?? ""];
}

/** `istiod_remote_cluster_sync_status{cluster="west",cluster_type="remote",status="synced"} 1`: one line for each state, 1 where it holds. */
export function statesInMetrics(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split("\n").filter((line) => line.startsWith("istiod_remote_cluster_sync_status{"));
  if (lines.length === 0 && !text.includes("istiod_managed_clusters")) return undefined;
  const holding = lines.filter((line) => /\s1(?:\.0*)?$/u.test(line));
  return new Map(holding.map((line) => [label(line, "cluster"), label(line, "status")]));
}

function label(line: string, name: string): string {
  return new RegExp(`[{,]${name}="([^"]*)"`, "u").exec(line)?.[1] ?? "";
}

/** What the proxies of a replica have not taken: sent and not acknowledged, or refused. */
export function unsettled({ entries }: Page): {
  readonly proxies: number;
  readonly refused: readonly string[];
  readonly pending: readonly string[];
} {
  const [refused, pending]: [string[], string[]] = [[], []];
  for (const entry of entries) {
    const proxy = textAt(entry, "proxy") ?? "?";
    const error = lastErrorIn(entry);
    if (error !== undefined) refused.push(`${proxy} says ${error}`);
    else if (kinds.some((kind) => isPending(entry, kind))) pending.push(proxy);
  }
  return { proxies: entries.length, refused, pending };
}

const kinds = ["cluster", "listener", "route", "endpoint", "extensionconfig"] as const;

function isPending(entry: Json, kind: (typeof kinds)[number]): boolean {
  const sent = textAt(entry, `${kind}_sent`) ?? "";
  return sent !== "" && sent !== textAt(entry, `${kind}_acked`);
}

function lastErrorIn(entry: Json): string | undefined {
  const resources = typeof entry === "object" && entry !== null && !isList(entry) ? entry["resources"] : undefined;
  if (typeof resources !== "object" || resources === null || isList(resources)) return undefined;
  const errors = Object.values(resources).flatMap((resource) => textAt(resource, "lastError") ?? []);
  return errors.find((error) => error !== "");
}

/** Conditions of an object by their type: `Programmed` to `True`. */
export function conditionsOf(object: Json): ReadonlyMap<string, string> {
  return new Map(listAt(object, "status", "conditions").map((entry) => [textAt(entry, "type") ?? "", textAt(entry, "status") ?? ""]));
}
