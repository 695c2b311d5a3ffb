import { defaultChatOps } from "../../src/model/chatops.ts";
import type { Cluster, GatewaySpec, Istio, Mesh } from "../../src/model/mesh.ts";
import type { Repository } from "../../src/model/repository.ts";
import type { Source } from "../../src/model/source.ts";

/** A source that puts every value on the first line, with its path for a column-free check. */
export function sourceOf(file: string): Source {
  return { file, index: 0, line: 1, place: (path) => ({ file: `${file}#${path.join(".")}`, line: 1, column: 1 }) };
}

type Over<T> = { [K in keyof T]?: T[K] };

export function istioOf(over: Over<Istio> = {}): Istio {
  return {
    charts: { kind: "bundled" },
    images: { hub: undefined, pullSecrets: [] },
    gatewayApi: { manage: "platform", version: undefined },
    revisions: [{ name: "default", version: "1.31.0", tags: [] }],
    values: {},
    ...over,
  };
}

export function gatewayOf(over: Over<GatewaySpec> = {}): GatewaySpec {
  return {
    name: "istio-eastwestgateway",
    namespace: "istio-system",
    kind: "eastwest",
    revision: undefined,
    service: {},
    values: {},
    source: sourceOf("gateway"),
    ...over,
  };
}

export function clusterOf(name: string, over: Over<Cluster> = {}): Cluster {
  return {
    name,
    labels: {},
    role: "primary",
    primary: undefined,
    configCluster: undefined,
    network: `net-${name}`,
    kubernetes: "1.35",
    platform: undefined,
    istioName: name,
    access: {},
    apiServer: { url: undefined, ca: undefined, tlsServerName: undefined, proxyUrl: undefined },
    cidrs: { pods: [], services: [], egress: [] },
    locality: { region: undefined, zones: [] },
    gateways: [gatewayOf()],
    systemNamespace: "istio-system",
    trustDomain: "cluster.local",
    clusterDomain: "cluster.local",
    components: {
      cni: { namespace: "istio-system", values: {}, enabled: false },
      ztunnel: { namespace: "istio-system", values: {}, enabled: false },
    },
    istio: istioOf(),
    adopt: false,
    source: sourceOf(`clusters/${name}.yaml`),
    ...over,
  };
}

export function meshOf(clusters: readonly Cluster[], over: Over<Mesh> = {}): Mesh {
  return {
    name: "shop",
    meshId: "shop",
    topology: "multi-primary",
    dataPlane: "sidecar",
    istio: istioOf(),
    trust: { domain: "cluster.local", aliases: [], signer: { kind: "command", command: ["sign"] }, rotation: undefined },
    discovery: { tokens: "bound", lifetimeSeconds: 3600, reader: { secrets: false } },
    groups: new Map(),
    chatops: defaultChatOps,
    rollout: { waves: [], soakSeconds: 0, restart: "report", maxDeletions: 10 },
    apply: "onMerge",
    clusters: clusters.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    source: sourceOf("mesh.yaml"),
    ...over,
  };
}

export function repositoryOf(mesh: Mesh, over: Over<Repository> = {}): Repository {
  return {
    tree: { commit: undefined, entries: [] },
    mesh,
    config: new Map(),
    acceptances: [],
    lock: undefined,
    findings: [],
    ...over,
  };
}
