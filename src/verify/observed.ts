import type { JsonObject } from "../model/json.ts";
import type { Present, ServerFacts } from "../model/live.ts";
import type { Cluster, GatewaySpec, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import type { Handshake } from "../world.ts";
import type { KnownCluster, NetworkGateway, Proxy, Shard, TrustDomains } from "./pages.ts";

/** Something that was looked for: seen, or not, and why not. What is seen to be absent is `seen` with nothing in it. */
export type Seen<T> = { readonly kind: "seen"; readonly value: T } | { readonly kind: "unseen"; readonly why: Problem };

/** Everything that was looked at, before anything is judged. */
export interface Observed {
  readonly mesh: Mesh;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In the mesh's order. */
  readonly clusters: readonly ClusterSeen[];
  readonly handshakes: readonly HandshakeSeen[];
}

export interface ClusterSeen {
  readonly cluster: Cluster;
  readonly server: Seen<ServerFacts>;
  /** Every pod of istiod, also those that do not start; empty for a cluster that is to have none. */
  readonly istiods: Seen<readonly IstiodSeen[]>;
  /** Every ConfigMap `istio-ca-root-cert`; of the system namespace alone where we may not list them. */
  readonly roots: Seen<readonly RootMap[]>;
  /** Mutating and validating configurations of Istio. */
  readonly webhooks: Seen<readonly JsonObject[]>;
  /** The Secret its istiod signs with; where cert-manager signs, `istiod-tls`, which it serves with. `undefined`: there is none. */
  readonly cacerts: Seen<Present | undefined>;
  /** Secrets by which the istiod here reads other clusters. */
  readonly remoteSecrets: Seen<readonly Present[]>;
  /** UID of the account that others read this cluster with; `undefined`: there is none. */
  readonly readerUid: Seen<string | undefined>;
  readonly gateways: readonly GatewaySeen[];
}

export interface GatewaySeen {
  readonly spec: GatewaySpec;
  /** `undefined` when there is none. */
  readonly service: Seen<JsonObject | undefined>;
  /** `undefined` when there is none. */
  readonly deployment: Seen<JsonObject | undefined>;
}

/** What `root-cert.pem` holds in one namespace. */
export interface RootMap {
  readonly namespace: string;
  readonly pem: string;
}

/** One replica of istiod and what it says of itself. */
export interface IstiodSeen {
  readonly name: string;
  /** Label `istio.io/rev`; `default` for the revision without a name. */
  readonly revision: string;
  readonly isReady: boolean;
  /** Why it is not ready, as far as the pod tells. */
  readonly state: string;
  /** Tag of the image it runs. */
  readonly version: string | undefined;
  readonly clusters: Seen<readonly KnownCluster[]>;
  readonly proxies: Seen<readonly Proxy[]>;
  readonly shards: Seen<readonly Shard[]>;
  readonly networkGateways: Seen<readonly NetworkGateway[]>;
  readonly trust: Seen<TrustDomains>;
}

/**
 * Who is to answer a look: a workload behind the gateway, which hands on what it may not open; the gateway itself (ambient); the istiod that is exposed through it;
 * or nobody, when the name that was asked for is nobody's: then only that something takes connections can be seen. `not-known`: there may be a workload, and we
 * could not read under which name.
 */
export type Answering = "workload" | "gateway" | "istiod" | "nobody" | "not-known";

/** A look at one address of an east-west gateway. */
export interface HandshakeSeen {
  readonly answering: Answering;
  readonly cluster: string;
  readonly gateway: string;
  readonly address: string;
  readonly port: number;
  readonly serverName: string;
  /** The namespace in which the account of whoever answers must be. */
  readonly namespace: string;
  readonly handshake: Handshake;
}

/** What a promise gives; what the world could not give is unseen. Anything that is no Problem is a bug of ours and is thrown on. */
export async function look<T>(promise: Promise<T>): Promise<Seen<T>> {
  try {
    return { kind: "seen", value: await promise };
  } catch (error) {
    if (error instanceof Problem) return { kind: "unseen", why: error };
    throw error;
  }
}

/** The value, or nothing when it could not be seen: only where both mean that there is nothing to judge. */
export function valueOf<T>(from: Seen<T>): T | undefined {
  return from.kind === "seen" ? from.value : undefined;
}

/** Whether an istiod runs in the cluster: a remote is served by another's. */
export function runsIstiod({ role }: Cluster): boolean {
  return role !== "remote";
}
