import type { ChartSource } from "./chart.ts";
import type { ChatOps } from "./chatops.ts";
import type { JsonObject } from "./json.ts";
import type { Source } from "./source.ts";

export type Topology = "multi-primary" | "primary-remote" | "external";
export type DataPlane = "sidecar" | "ambient";

/** Everything the mesh documents say, with defaults filled in and references resolved. Clusters are sorted by name. */
export interface Mesh {
  readonly name: string;
  /** `global.meshID`; the mesh's name unless `spec.id` says otherwise. */
  readonly meshId: string;
  readonly topology: Topology;
  readonly dataPlane: DataPlane;
  readonly istio: Istio;
  readonly trust: Trust;
  readonly discovery: Discovery;
  readonly groups: ReadonlyMap<string, LabelSelector>;
  readonly rollout: Rollout;
  readonly apply: "onMerge" | "onCommand" | "never";
  readonly chatops: ChatOps;
  readonly clusters: readonly Cluster[];
  readonly source: Source;
}

/** The Istio that is installed, for every cluster that does not say otherwise. */
export interface Istio {
  readonly charts: ChartSource;
  readonly images: { readonly hub: string | undefined; readonly pullSecrets: readonly string[] };
  readonly gatewayApi: { readonly manage: "install" | "platform"; readonly version: string | undefined };
  /** At least one. The one named `default` has no revision label in charts and objects. */
  readonly revisions: readonly Revision[];
  /** Helm values per chart name (`istiod`, `base`, `cni`, `ztunnel`, `gateway`), passed through. */
  readonly values: Readonly<Record<string, JsonObject>>;
}

export interface Revision {
  readonly name: string;
  readonly version: string;
  readonly tags: readonly string[];
}

export interface Trust {
  readonly domain: string;
  readonly aliases: readonly string[];
  readonly signer: Signer;
  readonly rotation: { readonly to: string; readonly phase: "distribute" | "switch" | "retire" } | undefined;
}

/** Who signs the intermediates. `builtin` and `command` never carry key material in the document. */
export type Signer =
  | { readonly kind: "builtin"; readonly root: JsonObject }
  | { readonly kind: "command"; readonly command: readonly string[] }
  | { readonly kind: "certManager"; readonly issuer: JsonObject }
  | { readonly kind: "external" };

export interface Discovery {
  /** `bound`: TokenRequest tokens that end; `legacy`: a token Secret that never does. */
  readonly tokens: "bound" | "legacy";
  readonly lifetimeSeconds: number;
  /** False: the mesh asks for a reader role that may not read Secrets. The charts' may (`reference` 0.1 no. 4). */
  readonly reader: { readonly secrets: boolean };
}

export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

export interface Rollout {
  /** Names of clusters or groups; a cluster belongs to the first wave that names it, unnamed ones to a last wave of their own. */
  readonly waves: readonly (readonly string[])[];
  readonly soakSeconds: number;
  readonly restart: "report" | "rollout";
  /** Deletions allowed per cluster without confirmation. */
  readonly maxDeletions: number;
}

export interface Cluster {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly role: "primary" | "remote" | "external";
  /** For a remote: the cluster whose istiod serves it (role `primary`, or `external` in an external topology). */
  readonly primary: string | undefined;
  /** For role `external`: the remote whose API server holds the configuration. */
  readonly configCluster: string | undefined;
  readonly network: string;
  /** `1.35` or `1.35.2-gke.100`; `undefined` when the document does not say. */
  readonly kubernetes: string | undefined;
  readonly platform: string | undefined;
  /** Istio's name for the cluster (`CLUSTER_ID`, data key of remote secrets); its own name unless it was adopted. */
  readonly istioName: string;
  readonly access: JsonObject;
  /** As the other clusters reach it. */
  readonly apiServer: {
    readonly url: string | undefined;
    readonly ca: string | undefined;
    readonly tlsServerName: string | undefined;
    readonly proxyUrl: string | undefined;
  };
  readonly cidrs: { readonly pods: readonly string[]; readonly services: readonly string[]; readonly egress: readonly string[] };
  readonly locality: { readonly region: string | undefined; readonly zones: readonly string[] };
  readonly gateways: readonly GatewaySpec[];
  readonly systemNamespace: string;
  readonly trustDomain: string;
  readonly clusterDomain: string;
  readonly components: Readonly<
    Record<"cni" | "ztunnel", { readonly namespace: string; readonly values: JsonObject; readonly enabled: boolean }>
  >;
  /** Overrides of `Mesh.istio` for this cluster, already merged: read this one, not the mesh's. */
  readonly istio: Istio;
  readonly adopt: boolean;
  readonly source: Source;
}

/** A gateway that Isthmus installs. `eastwest` carries traffic between networks (and, where needed, istiod). */
export interface GatewaySpec {
  readonly name: string;
  readonly namespace: string;
  readonly kind: "eastwest" | "ingress" | "egress";
  /** Revision or tag that injects it; `undefined`: the default one. */
  readonly revision: string | undefined;
  /** Helm values `service.*` of the gateway chart. */
  readonly service: JsonObject;
  /** Further Helm values of the gateway chart, passed through. */
  readonly values: JsonObject;
  /** The name that its load balancer turned out to have; never from a document. An address that is an IP needs no knowing beforehand. */
  readonly hostName?: string;
  readonly source: Source;
}

/** Clusters that hold Istio configuration of their own: those that `config/all` is for. */
export function servesConfig(mesh: Mesh, cluster: Cluster): boolean {
  if (mesh.topology !== "external") return cluster.role === "primary";
  return mesh.clusters.some((other) => other.role === "external" && other.configCluster === cluster.name);
}

/** The clusters a selector names, in the mesh's order. */
export function selected(mesh: Mesh, selector: LabelSelector): readonly Cluster[] {
  const wanted = Object.entries(selector.matchLabels);
  return mesh.clusters.filter((cluster) => wanted.every(([key, value]) => cluster.labels[key] === value));
}

/** Host names of load balancers, by cluster and then by `namespace/name` of the gateway. */
export type HostNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The mesh with what is known of its gateways by now: objects that hold an address are shaped by whether it is a name. */
export function withHostNames(mesh: Mesh, names: HostNames): Mesh {
  const clusters = mesh.clusters.map((cluster) => {
    const own = names.get(cluster.name);
    if (own === undefined || own.size === 0) return cluster;
    const gateways = cluster.gateways.map((gateway) => {
      const hostName = own.get(`${gateway.namespace}/${gateway.name}`);
      return hostName === undefined ? gateway : { ...gateway, hostName };
    });
    return { ...cluster, gateways };
  });
  return { ...mesh, clusters };
}
