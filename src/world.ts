import type { IntermediateRequest, Issued } from "./model/certificate.ts";
import type { Chart, ChartRequest, Engine } from "./model/chart.ts";
import type { Json, JsonObject } from "./model/json.ts";
import type { Access, Live, ObjectRef, Present, ServerFacts } from "./model/live.ts";
import type { Cluster, Mesh } from "./model/mesh.ts";
import type { RunEvent } from "./model/outcome.ts";
import type { Problem } from "./model/problem.ts";
import type { LockedChart } from "./model/repository.ts";
import type { Secret } from "./model/secret.ts";
import type { Ref } from "./model/study.ts";
import type { Tree } from "./model/tree.ts";
import type { Arrival, DeadWork, Note, QueueFigures, Work, WorkSeen } from "./model/work.ts";

/** The outside, as the core sees it: a few small ports. Adapters implement them; `test/contract/clusters.ts` holds `ClusterApi` to these words, on a loopback API server and on a real one. */
export interface World {
  readonly files: Files;
  readonly charts: Charts;
}

/** Reads trees. Never checks anything out, never follows a link, never runs a hook or filter. */
export interface Files {
  /**
   * The tree at `ref`. Entries over the size limit, links and submodules are entries of their own kind, not errors.
   * @throws Problem `revision-not-found`, `folder-not-found`, `repository-unreadable`
   */
  read(ref: Ref): Promise<Tree>;
}

/** Finds charts and the engine that renders them. */
export interface Charts {
  /**
   * The chart that was asked for, verified against `locked` when it is given. `tree` serves sources of kind `path`. Asked twice for the same thing it answers
   * from memory.
   * @throws Problem `chart-not-found`, `chart-unreachable`, `chart-login-needed`, `chart-digest-mismatch`, `chart-unreadable`
   */
  fetch(request: ChartRequest, context: ChartContext): Promise<Chart>;
  /** Helm's engine, compiled once per process. @throws Problem `engine-unavailable` */
  engine(): Promise<Engine>;
}

/** What a chart is fetched with. */
export interface ChartContext {
  readonly tree: Tree;
  readonly locked: LockedChart | undefined;
  /** Whether a login may be sent to the source: only where somebody other than the author of a change named the address. Not unless it is said. */
  readonly mayLogIn?: boolean;
}

/** The world of a run that reads or writes clusters. */
export interface LiveWorld extends World {
  readonly clusters: Clusters;
  readonly signers: Signers;
  readonly wire: Wire;
  readonly clock: Clock;
  /** Told what happens as it happens; never awaited, never throws. */
  readonly watch: (event: RunEvent) => void;
}

/** Reaches API servers. */
export interface Clusters {
  /** The API server of a cluster, by its `access`. Nothing is contacted until something is asked; asked twice it is the same connection pool. */
  of(cluster: Cluster): ClusterApi;
  /** The same server by other credentials: to test a token, or an address as the other clusters see it, before it is handed to anybody. */
  by(endpoint: Endpoint): ClusterApi;
  /** Closes every connection. */
  close(): Promise<void>;
}

/** An address and a token to try. */
export interface Endpoint {
  /** The cluster it belongs to: for messages. */
  readonly cluster: string;
  readonly url: string;
  readonly ca: string | undefined;
  readonly tlsServerName: string | undefined;
  readonly proxyUrl: string | undefined;
  readonly token: Secret;
}

/**
 * One API server. Requests are bounded in time and number and repeated where that is safe (429 and 503 with `Retry-After`, broken connections); what fails in
 * the end is a Problem that names the cluster and never quotes a credential:
 * `cluster-unreachable`, `credentials-refused` (401), `credentials-unavailable` (kubeconfig, plugin), `permission-missing` (403), `object-refused` (400, 422: what
 * the schema or a validation says), `webhook-refused` (an admission webhook), `webhook-unreachable`, `field-conflict` (409 of an apply: facts `managers` and `fields`), `object-moved` (409: it was
 * changed or made by somebody else in between), `cluster-overloaded`, `cluster-slow`, `kind-not-served`.
 */
export interface ClusterApi {
  readonly cluster: string;
  /** @throws Problem */
  server(): Promise<ServerFacts>;
  /** Whether the server serves the kind; asked again after a definition was applied. @throws Problem */
  serves(kind: { readonly apiVersion: string; readonly kind: string }): Promise<boolean>;
  /** A kind that is not served has no objects: `absent`. Never throws for the server's sake: what failed is `unknown`. */
  read(ref: ObjectRef): Promise<Live>;
  /** Every object of a kind, in chunks; `labels` is a selector (`a=b,c`). A kind that is not served has none. @throws Problem */
  list(where: Where): Promise<readonly Present[]>;
  /** Server-side apply with field manager `isthmus` and strict validation. Gives back the object as it is then. @throws Problem */
  apply(object: JsonObject, options?: ApplyOptions): Promise<Present>;
  /** Makes it; `object-moved` when it exists. @throws Problem */
  create(object: JsonObject, options?: WriteOptions): Promise<Present>;
  /** Replaces it; with `metadata.resourceVersion` only if nobody changed it since (`object-moved`). @throws Problem */
  replace(object: JsonObject, options?: WriteOptions): Promise<Present>;
  /** JSON Patch (RFC 6902) when `patch` is a list, else JSON Merge Patch (RFC 7386). @throws Problem */
  patch(ref: ObjectRef, patch: Json, options?: WriteOptions): Promise<Present>;
  /** Deletes it, only if it is still the one with this `uid` when one is given. Gone already is fine. @throws Problem */
  remove(ref: ObjectRef, options?: RemoveOptions): Promise<void>;
  /** What happens to objects of a kind from now on, starting with those that are there; goes on over reconnections until `signal` ends it. @throws Problem */
  watch(where: Where, signal: AbortSignal): AsyncIterable<WatchEvent>;
  /** Whether we hold each right, in order; an answer that could not be had is the Problem. */
  allowed(rights: readonly Access[]): Promise<readonly (boolean | Problem)[]>;
  /** A bounded token of a service account (TokenRequest). `expiresAt` is what the server grants, perhaps less than asked. @throws Problem */
  token(account: TokenRequest): Promise<Minted>;
  /** GET of a path, as text: `/api/v1/namespaces/x/pods/y:8080/proxy/debug/syncz`. @throws Problem */
  fetch(path: string, options?: { readonly timeoutMs?: number }): Promise<string>;
  /**
   * GET of a path of a pod over a port-forward, as text: the pod sees it come from its own localhost. istiod shows its debug pages to nobody else (through
   * `fetch`'s pod proxy they answer 401, because the API server takes every credential off what it passes on). Needs `get` and `create` on `pods/portforward`.
   * Optional: what cannot forward leaves it out, and what would have been seen is unknown. @throws Problem
   */
  readonly inside?: (pod: PodPort, path: string, options?: { readonly timeoutMs?: number }) => Promise<string>;
}

/** A port of a pod. */
export interface PodPort {
  readonly namespace: string;
  readonly name: string;
  readonly port: number;
}

export interface Where {
  readonly apiVersion: string;
  readonly kind: string;
  /** Empty: all namespaces. */
  readonly namespace?: string;
  readonly labels?: string;
  /** Only objects of this name, in whatever namespace: asked for by a field selector, so that a right to list that is narrowed to this name is enough. */
  readonly name?: string;
}

export interface WriteOptions {
  /** `dryRun=All`: everything but the storing. */
  readonly dryRun?: boolean;
  /**
   * What the holes in the object stand for (`⟦token of … in east⟧`), also inside longer texts. Filled in behind the door; in a Secret, `stringData` goes to
   * the server as `data`, so that one owner holds each key.
   */
  readonly fill?: ReadonlyMap<string, string | Secret>;
  /** By `Clock.monotonic`: the request, repetitions included, must be over by then; later it is not sent any more (`cluster-slow`). A hold that ends. */
  readonly until?: number;
}

export interface ApplyOptions extends WriteOptions {
  /** Takes fields away from other managers. Only when a person asked for it, or for what is being adopted. */
  readonly force?: boolean;
  /** Another name than ours in the server's books: a field that two of them want differently is had by one, the other meets `field-conflict`. */
  readonly manager?: string;
}

export interface RemoveOptions {
  readonly dryRun?: boolean;
  readonly uid?: string;
  /** As in `WriteOptions`. */
  readonly until?: number;
}

export interface WatchEvent {
  readonly type: "added" | "modified" | "deleted";
  readonly object: Present;
}

export interface TokenRequest {
  readonly namespace: string;
  readonly account: string;
  readonly seconds: number;
  /** Instead of a bounded token, the one that never ends in this Secret of type `kubernetes.io/service-account-token`; `object-moved` while it has none yet. */
  readonly secret?: string;
}

export interface Minted {
  readonly token: Secret;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Has intermediates signed. */
export interface Signers {
  /** The signer a mesh names. Nothing is run or read before it is asked; what opens the mesh's clusters is kept from it. */
  of(mesh: Pick<Mesh, "trust" | "clusters">): SignerPort;
}

export interface SignerPort {
  /** PEM of the root (or, while one is rotated, the roots) that every cluster must trust. @throws Problem `signer-failed`, `signer-unavailable` */
  roots(): Promise<string>;
  /** Makes a key in memory and has a certificate for it signed. What comes back was checked against the request and the root. @throws Problem */
  issue(request: IntermediateRequest): Promise<Issued>;
}

/**
 * Work that must not be lost. What was accepted survives any crash; each work is held by one worker at a time, and goes to another when its hold ends. So a work
 * may be begun twice and never at once: what it does must be found done the second time. Times are given, never read. @throws Problem `queue-unavailable`
 */
export interface Queue {
  /** Keeps it, once per id and per deed; on the disk when this answers. */
  accept(arrival: Arrival): Promise<"new" | "known">;
  /** Of these ids those that were accepted at some time. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The oldest work that is due and whose line nobody works at, held until `until`. */
  claim(options: { readonly now: number; readonly until: number }): Promise<Work | undefined>;
  /** Holds it longer; false when it was lost to another. */
  keep(work: Work, until: number): Promise<boolean>;
  /** It is done; false when it was lost to another before. */
  finish(work: Work, now: number): Promise<boolean>;
  /** To be tried again from `from` on; `undefined`: never, it is dead. False when it was lost to another. */
  giveBack(work: Work, next: { readonly from: number | undefined; readonly why: string }): Promise<boolean>;
  /** Dead work lives again. Gives how many did. */
  revive(ids: readonly string[], now: number): Promise<number>;
  figures(): Promise<QueueFigures>;
  dead(): Promise<readonly DeadWork[]>;
  /** The works that came last, newest first. */
  recent(most: number): Promise<readonly WorkSeen[]>;
  /** Keeps a note in the place of the one with its key, unless that one is newer. */
  note(note: Note): Promise<void>;
  /** All notes, by key. */
  notes(): Promise<readonly Note[]>;
  /** Forgets what was done before this time; what waits, runs or is dead stays. */
  forget(before: number): Promise<number>;
  close(): Promise<void>;
}

/** A look at what answers at an address, without taking part. */
export interface Wire {
  /** Begins TLS, keeps what the other side shows and hangs up. Trusts nothing and sends nothing: judging is the caller's. Never throws for the other side's sake. */
  handshake(to: Dial): Promise<Handshake>;
}

export interface Dial {
  readonly host: string;
  readonly port: number;
  /** SNI. */
  readonly serverName: string;
  /** ALPN, in the order of preference; empty: none is offered. */
  readonly protocols: readonly string[];
  readonly timeoutMs: number;
}

export type Handshake =
  /** `chain`: PEM of what was shown, the leaf first. */
  | { readonly kind: "shown"; readonly chain: readonly string[]; readonly protocol: string }
  /** Somebody accepted the connection and ended it without showing a certificate. */
  | { readonly kind: "refused"; readonly why: string }
  /** No connection: from here that proves nothing about the way between the clusters. */
  | { readonly kind: "unreachable"; readonly why: string };

/** Time. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that only ever grow, also while the process is stopped. */
  monotonic(): number;
  /** Resolves after so many milliseconds, or at once when `signal` ends it. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}
