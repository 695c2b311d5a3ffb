/** What a test gets from the lab: plain data and promises. The lab itself runs in a process of its own, so a test may block. */

/** A cluster that is wanted. */
export interface ClusterOptions {
  readonly name: string;
  /** Pods of clusters with equal `network` reach each other by address; others only by load balancers. Default: a network of its own. */
  readonly network?: string;
}

export interface LabOptions {
  readonly clusters: readonly ClusterOptions[];
  /** Where the lab keeps its files; default: a new folder under the system's one for temporary files, removed by `stop`. */
  readonly folder?: string;
  /** Keeps the files (logs, audit logs) after `stop`. Also `ISTHMUS_LAB_KEEP=1`. */
  readonly keep?: boolean;
}

export interface Lab {
  /** `own`: network namespaces, everything works. `host`: on 127.0.0.1, API servers only, no pod is played. */
  readonly mode: "own" | "host";
  readonly folder: string;
  readonly clusters: readonly LabCluster[];
  /** Throws when there is none of that name. */
  cluster(name: string): LabCluster;
  /** A kubeconfig file with one context per cluster, named like it, as the clusters' admin. */
  readonly kubeconfig: string;
  /** Resident memory of all the lab's processes, in bytes. */
  memory(): Promise<number>;
  /** Done by `stop` while everything still runs; what it throws, `stop` throws once everything has ended. */
  atEnd(last: () => Promise<void>): void;
  /** Ends every process and removes the files. Happens by itself when the test process ends, however it ends. */
  stop(): Promise<void>;
}

export interface LabCluster {
  readonly name: string;
  readonly network: string;
  /** The API server as this machine *and* the other clusters' pods reach it; faults apply here. */
  readonly url: string;
  /** The API server without the proxy that injects faults, for the test's own look. */
  readonly directUrl: string;
  /** PEM of the authority that signed the API server's certificate. */
  readonly ca: string;
  /** Kubeconfig file of the admin (group `system:masters`, a token), by `url`. */
  readonly kubeconfig: string;
  /** The same by `directUrl`. */
  readonly directKubeconfig: string;
  readonly serviceCIDR: string;
  readonly podCIDR: string;
  /** File of the API server's audit log, level Metadata, stage ResponseComplete, one JSON event a line; see `audit()`. */
  readonly auditLog: string;
  /** Direct access as admin; what it does is in the audit log as user `lab-test`. */
  readonly api: Api;
  /** A user who may do what `rules` say and nothing else but what every authenticated user may (discovery, reviews about oneself). */
  makeUser(wanted: UserOptions): Promise<User>;
  /** Replaces the rules of a user; takes effect at once. An empty list takes everything away. */
  setRules(user: string, rules: readonly Rule[]): Promise<void>;
  /** Events since the API server started, oldest first. */
  audit(): readonly AuditEvent[];
  /** Stops answering, connections hang (SIGSTOP on the API server). */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the API server (SIGKILL): connections are refused. etcd keeps the state. */
  kill(): Promise<void>;
  /** Starts the API server again and waits until it is ready. */
  revive(): Promise<void>;
  /** Replaces the faults injected on `url`. New faults end open connections, so that they meet everybody. `[]` removes all. */
  faults(faults: readonly (Fault | Strike)[]): Promise<void>;
  /** What went through `url`: connections open now, most at once, requests that faults were asked about and how many they hit. */
  traffic(): Promise<Traffic>;
  /** Runs a program of this machine in the network namespace of a pod the lab plays. Never throws for its exit code. */
  exec(pod: { readonly namespace: string; readonly name: string }, command: readonly string[]): Promise<Ran>;
  /** Files the played container wrote to its standard output and error. */
  log(pod: { readonly namespace: string; readonly name: string; readonly container: string }): string;
}

/** `apiGroups`, `resources` … as in a ClusterRole; with `namespace`, the rule holds there only. */
export interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
  readonly namespace?: string;
}

export interface UserOptions {
  /** A DNS label, unique in the cluster. */
  readonly name: string;
  readonly rules: readonly Rule[];
  /** `token`: of a ServiceAccount in namespace `lab-users` (TokenRequest). `certificate`: a client certificate. Default: token. */
  readonly credential?: "token" | "certificate";
  /** Seconds until the credential ends; default 3600. The API server gives no token for less than 600; a certificate may be shorter. */
  readonly lifetime?: number;
}

export interface User {
  /** As the API server and its audit log know it. */
  readonly username: string;
  readonly kubeconfig: string;
  /** The token, when it is one. */
  readonly token?: string;
}

/** What the proxy in front of an API server does. The first fault that matches a request, and is not used up, decides. */
export interface Fault {
  /** Only these HTTP methods; default all. */
  readonly methods?: readonly string[];
  /** A regular expression on path and query; default all. */
  readonly path?: string;
  /** After so many matching requests went through unharmed; default 0. */
  readonly after?: number;
  /** Only so many times; default always. */
  readonly times?: number;
  readonly answer: FaultAnswer;
}

export type FaultAnswer =
  /** Refused with a `Status` object, without asking the API server. `retryAfter` in seconds. */
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number; readonly message?: string }
  /** Answered with this, without asking the API server: what another one would say. */
  | { readonly kind: "say"; readonly body: object }
  /** The connection is reset before the API server hears of the request. */
  | { readonly kind: "reset" }
  /** The API server does it, the answer is lost. */
  | { readonly kind: "lose" }
  /** Held for so long (ms), then forwarded. */
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** Never answered. */
  | { readonly kind: "hang" };

/**
 * What the proxy does to a process of this machine: a signal reaches it just before the API server hears of the request, or when the server has done it and nobody
 * knows yet. After SIGKILL the request is not forwarded (`before`) or its answer is lost (`after`); after any other signal it goes on as if nothing had happened.
 */
export interface Strike extends Omit<Fault, "answer"> {
  readonly answer: {
    readonly kind: "signal";
    readonly pid: number;
    readonly signal: "SIGKILL" | "SIGSTOP" | "SIGINT";
    readonly moment: "before" | "after";
  };
}

export interface Traffic {
  readonly open: number;
  readonly most: number;
  readonly requests: number;
  readonly hit: number;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The fields of an audit event that tests ask about. */
export interface AuditEvent {
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly userAgent?: string;
  readonly requestURI: string;
  readonly objectRef?: {
    readonly resource?: string;
    readonly subresource?: string;
    readonly namespace?: string;
    readonly name?: string;
    readonly apiGroup?: string;
  };
  readonly responseStatus?: { readonly code?: number };
  readonly requestReceivedTimestamp: string;
}

/** Any Kubernetes object, unchecked: tests look at what they know is there. */
export type KubeObject = { readonly [key: string]: Json };
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The least client a test needs; raw JSON, no retries. Paths are those of the API, `/api/v1/namespaces/…`. */
export interface Api {
  /** Status and body of any request; never throws for a status. */
  request(
    method: string,
    path: string,
    body?: unknown,
    contentType?: string,
  ): Promise<{ readonly status: number; readonly body: KubeObject }>;
  /** The object, or `undefined` when there is none; throws for any other refusal. */
  get(path: string): Promise<KubeObject | undefined>;
  list(path: string): Promise<readonly KubeObject[]>;
  /** Server-side apply as field manager `lab-test`, forced; kinds are found by discovery. */
  apply(objects: readonly unknown[]): Promise<void>;
  /** Waits until `seen` says so of the object at `path` (asked four times a second); throws after `seconds` (default 60) with the last one. */
  waitFor(path: string, seen: (object: KubeObject | undefined) => boolean, seconds?: number): Promise<KubeObject | undefined>;
}
