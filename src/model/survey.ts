import type { CacertsVerdict } from "./certificate.ts";
import type { Live, ServerFacts } from "./live.ts";
import type { ObjectId } from "./manifest.ts";
import type { Part } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** What was read of every cluster at one time, before anything is done about it. */
export interface Survey {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** By cluster name: every cluster of the mesh, and those that leave it. */
  readonly clusters: ReadonlyMap<string, ClusterSurvey>;
}

/** One cluster: read, or out of reach; never half of it taken for the whole. */
export type ClusterSurvey = Surveyed | { readonly kind: "unreachable"; readonly why: Problem };

export interface Surveyed {
  readonly kind: "surveyed";
  readonly server: ServerFacts;
  /** By `idKey`: every object that is wanted there and every one that the inventory names. */
  readonly objects: ReadonlyMap<string, Live>;
  /** What Isthmus wrote there before; `undefined`: never anything. */
  readonly inventory: Inventory | undefined;
  /** What the last run there got to; `undefined`: there was none. */
  readonly ledger: Ledger | undefined;
  /** Who holds the cluster now. */
  readonly lease: Lease | undefined;
  /** Who keeps everybody else from changing it. Absent: nobody. */
  readonly lock?: Lock;
  /**
   * State of ours that is there and cannot be understood or could not be read: it is unknown, not missing, whatever its field above says. Nothing may be
   * pruned without the inventory and nothing may be written without the lease. Absent: everything was read.
   */
  readonly unreadState?: ReadonlyMap<"inventory" | "ledger" | "lease" | "lock", Problem>;
  /**
   * What must become of `cacerts` (where cert-manager signs: what is to be said of `istiod-tls`); absent: nobody judged it, and what is there is left as it
   * is.
   */
  readonly cacerts?: CacertsVerdict;
  /** Addresses of load balancers by `namespace/name` of their Service; an empty list means that it has none yet. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  /** The control planes that run in the system namespace, sorted by name. Absent: they could not be read. */
  readonly istiods?: readonly IstiodSeen[];
  /** Helm's records of releases whose objects are wanted here; only where the cluster is to be adopted. */
  readonly helmReleases?: readonly HelmRelease[];
}

/** A Deployment of istiod. */
export interface IstiodSeen {
  readonly name: string;
  /** `default` for the one without a revision label. */
  readonly revision: string;
  /** Tag of its image; `undefined` when it names none. */
  readonly version: string | undefined;
  readonly replicas: number;
  readonly ready: number;
}

/** A release as Helm remembers it: one Secret per time it was installed or upgraded. */
export interface HelmRelease {
  readonly name: string;
  readonly namespace: string;
  /** The Secrets of all its revisions, oldest first. */
  readonly records: readonly { readonly name: string; readonly uid: string; readonly status: string }[];
}

/** What Isthmus wrote to a cluster and may prune. Kept in the system namespace as ConfigMap `isthmus-inventory`. */
export interface Inventory {
  readonly mesh: string;
  readonly entries: readonly InventoryEntry[];
}

export interface InventoryEntry {
  readonly id: ObjectId;
  readonly apiVersion: string;
  /** `pending` from before it is made until its UID is known. */
  readonly uid: string;
  /** SHA-256 of the normal text of what was applied, holes as holes: tells a change of ours from drift. */
  readonly applied: string;
}

/** Who may write to a cluster. `renewedAt` and `expiresAt` are milliseconds since 1970 by the holder's clock. */
export interface Lease {
  readonly holder: string;
  readonly renewedAt: number;
  readonly expiresAt: number;
}

/** A cluster that a person keeps from being changed. Times are milliseconds since 1970 by the clock of whoever wrote it. */
export interface Lock {
  /** A login, or who it is on which machine. */
  readonly holder: string;
  readonly since: number;
  readonly expiresAt: number;
  readonly reason: string | undefined;
  /** The pull request it was asked for in. */
  readonly pull: number | undefined;
}

/** A word to a run from outside: stop after the object that is being written. */
export interface StopSign {
  /** `pause`: somebody means to go on; `cancel`: nobody does. */
  readonly kind: "pause" | "cancel";
  readonly by: string;
  readonly reason?: string;
}

/** What a run did in one cluster, kept there as ConfigMap `isthmus-ledger` until the next run that writes. */
export interface Ledger {
  readonly run: RunIdentity;
  readonly state: "running" | "ended";
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly entries: readonly LedgerEntry[];
  /** Steps here that a run which ended left undone: it was stopped before them, or they waited for others. Absent: none. */
  readonly left?: number;
  /** The last run before this one that was of another plan and ended with nothing open: where the way back leads. */
  readonly previous?: RunIdentity;
  /** Serials of certificates that were signed and never stored: nobody may trust them, somebody may want to revoke them. */
  readonly orphanSerials: readonly string[];
}

/** Which run: who started it, for which plan. */
export interface RunIdentity {
  /** Unique, sortable by time: `20261123T101500Z-3f2a9c`. */
  readonly id: string;
  /** `alice on laptop`, `push of 4f3c2d1 (run 123)`. */
  readonly by: string;
  readonly planDigest: string;
  readonly commit: string | undefined;
  /** What it was for, where that is less than everything in its clusters: whoever goes on with it goes no further. */
  readonly part?: Pick<Part, "lastWave" | "stages">;
}

/** One step of the plan in one cluster, by its id. `intent` is written before the first write of the step. */
export interface LedgerEntry {
  readonly step: string;
  readonly state: "intent" | "written" | "passed" | "failed";
  /** For certificates: the serial that was signed and is about to be stored. */
  readonly serial: string | undefined;
  readonly why: string | undefined;
}
