import { isList, isObject, type Json, listAt, objectAt, textAt, valueAt } from "../model/json.ts";

/**
 * istiod's debug pages, read at the door. Shapes from `pilot/pkg/xds/debug.go` of the istio module, seen alive in the lab. What has not the shape of the page
 * is no page: `undefined`.
 */

/** One entry of `/debug/clusterz`. `secret` is empty for the cluster whose configuration istiod reads. */
export interface KnownCluster {
  readonly id: string;
  readonly secret: string;
  /** `synced`, `syncing`, `timeout`, `closed`. */
  readonly status: string;
}

export function knownClusters(page: Json): readonly KnownCluster[] | undefined {
  // Go writes a list without entries as null.
  if (page === null) return [];
  if (!isList(page)) return undefined;
  return page.map((entry) => ({
    id: textAt(entry, "id") ?? "",
    secret: textAt(entry, "secretName") ?? "",
    status: textAt(entry, "syncStatus") ?? "",
  }));
}

/** One connected proxy of `/debug/syncz`. */
export interface Proxy {
  /** `istio-eastwestgateway-5d.istio-system`. */
  readonly id: string;
  /** Istio's name of its cluster. */
  readonly cluster: string;
  readonly version: string;
  /** Kinds of configuration whose last answer was not taken (yet): short names, `CDS`. */
  readonly behind: readonly Behind[];
}

export interface Behind {
  readonly kind: string;
  /** Milliseconds since 1970 by istiod's clock; `undefined` when the page does not say. */
  readonly sentAt: number | undefined;
  /** What the proxy answered when it refused; empty: it has not answered. */
  readonly error: string;
}

/** Envoy's names for what it asks for, as istioctl shortens them. */
const kinds: readonly (readonly [string, string])[] = [
  ["config.cluster.", "CDS"],
  ["config.listener.", "LDS"],
  ["config.endpoint.", "EDS"],
  ["config.route.", "RDS"],
  ["config.core.v3.TypedExtensionConfig", "ECDS"],
];

export function proxies(page: Json): readonly Proxy[] | undefined {
  if (page === null) return [];
  if (!isList(page)) return undefined;
  return page.map((entry) => ({
    id: textAt(entry, "proxy") ?? "",
    cluster: textAt(entry, "cluster_id") ?? "",
    version: textAt(entry, "istio_version") ?? "",
    behind: Object.entries(objectAt(entry, "resources")).flatMap(([url, status]) => behind(url, status)),
  }));
}

function behind(url: string, status: Json | undefined): readonly Behind[] {
  const kind = kinds.find(([part]) => url.includes(part))?.[1] ?? url.replace(/^.*\./u, "");
  const sent = textAt(status, "sent") ?? "";
  const error = textAt(status, "lastError") ?? "";
  if (error === "" && (sent === "" || sent === textAt(status, "acked"))) return [];
  const at = Date.parse(textAt(status, "sentTime") ?? "");
  // Go writes the year 1 for a time that was never set.
  return [{ kind, error, sentAt: Number.isNaN(at) || at <= 0 ? undefined : at }];
}

/** Endpoints of one service in one cluster, of `/debug/endpointShardz`: counted while it is read, because the page of a large mesh holds all labels of every endpoint. */
export interface Shard {
  readonly host: string;
  readonly namespace: string;
  /** Istio's name of the cluster. */
  readonly cluster: string;
  /** Addresses, each once however many ports it has. */
  readonly endpoints: number;
  /** Networks of the endpoints; an empty text is an endpoint without one. */
  readonly networks: readonly string[];
  /** Ports by name whose endpoints have a sidecar that speaks mutual TLS. */
  readonly mutual: readonly string[];
}

const registry = "Kubernetes/";

export function shards(page: Json): readonly Shard[] | undefined {
  if (!isObject(page)) return undefined;
  return Object.entries(page).flatMap(([host, byNamespace]) =>
    Object.entries(isObject(byNamespace) ? byNamespace : {}).flatMap(([namespace, service]) =>
      Object.entries(objectAt(service, "Shards"))
        .filter(([key]) => key.startsWith(registry))
        .map(([key, endpoints]) => shard({ host, namespace, cluster: key.slice(registry.length) }, isList(endpoints) ? endpoints : [])),
    ),
  );
}

function shard(of: Pick<Shard, "host" | "namespace" | "cluster">, endpoints: readonly Json[]): Shard {
  const mutual = endpoints.filter((endpoint) => textAt(endpoint, "TLSMode") === "istio");
  return {
    ...of,
    endpoints: new Set(endpoints.flatMap((endpoint) => listAt(endpoint, "Addresses"))).size,
    networks: [...new Set(endpoints.map((endpoint) => textAt(endpoint, "Network") ?? ""))].sort(),
    mutual: [...new Set(mutual.map((endpoint) => textAt(endpoint, "ServicePortName") ?? ""))].sort(),
  };
}

/** One entry of `/debug/networkz`. */
export interface NetworkGateway {
  readonly network: string;
  /** Istio's name of its cluster. */
  readonly cluster: string;
  readonly address: string;
  /** Where sidecars go; 0: nowhere. */
  readonly port: number;
  /** Where ztunnels go; 0: nowhere. */
  readonly hbonePort: number;
}

export function networkGateways(page: Json): readonly NetworkGateway[] | undefined {
  if (page === null) return [];
  if (!isList(page)) return undefined;
  return page.map((entry) => ({
    network: textAt(entry, "Network") ?? "",
    cluster: textAt(entry, "Cluster") ?? "",
    address: textAt(entry, "Addr") ?? "",
    port: portAt(entry, "Port"),
    hbonePort: portAt(entry, "HBONEPort"),
  }));
}

function portAt(entry: Json, key: string): number {
  const value = valueAt(entry, [key]);
  return typeof value === "number" ? value : 0;
}

/** What `/debug/mesh` says of trust. */
export interface TrustDomains {
  readonly domain: string;
  readonly aliases: readonly string[];
}

export function trustDomains(page: Json): TrustDomains | undefined {
  if (!isObject(page)) return undefined;
  const aliases = listAt(page, "trustDomainAliases").filter((alias) => typeof alias === "string");
  // The default is left out of the page.
  return { domain: textAt(page, "trustDomain") ?? "cluster.local", aliases };
}

/** The state of remote clusters in istiod's metrics (from 1.29 on), which answer without a mesh identity; `undefined` where they do not tell. */
export function clustersInMetrics(text: string): readonly KnownCluster[] | undefined {
  const line = /^istiod_remote_cluster_sync_status\{([^}]*)\} 1(?:\.0+)?$/gmu;
  const found = [...text.matchAll(line)].map(([, labels = ""]) => ({
    id: label(labels, "cluster"),
    secret: label(labels, "cluster_type") === "local" ? "" : "?",
    status: label(labels, "status"),
  }));
  return found.length === 0 ? undefined : found;
}

function label(labels: string, name: string): string {
  return new RegExp(`(?:^|,)${name}="([^"]*)"`, "u").exec(labels)?.[1] ?? "";
}
