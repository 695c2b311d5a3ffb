import type { ObjectId, Stage } from "./manifest.ts";

/** What kind of work a step is. Each has one readiness sign in its gate. */
export type StepKind =
  | "namespace"
  | "gateway-api"
  | "certificates"
  | "base"
  | "reader"
  | "istiod"
  | "cni"
  | "ztunnel"
  | "gateway"
  | "address"
  | "expose"
  | "remote-secret"
  | "config"
  | "restart"
  | "prune"
  | "default-revision";

/** One piece of work in one cluster, or in all at once when it is a barrier. */
export interface Step {
  /** `east/istiod`, `east/remote-secret/west`, `mesh/certificates`: stable, unique. */
  readonly id: string;
  readonly kind: StepKind;
  readonly stage: Stage;
  /** Clusters it acts on, sorted; more than one only for barriers. */
  readonly clusters: readonly string[];
  /** Ids of the steps that must have passed their gate. Sorted. */
  readonly after: readonly string[];
  readonly writes: readonly { readonly id: ObjectId; readonly kind: "create" | "update" | "replace" | "delete" }[];
  /** What is looked at before anything that comes after may start; `undefined` when writing is enough. */
  readonly gate: string | undefined;
  /** 1-based wave for installs and config; 0 for what spans all clusters. */
  readonly wave: number;
  /** Set when the step cannot be undone: why. */
  readonly irreversible: string | undefined;
}

/** Something the plan refuses or wants confirmed. */
export interface Guard {
  readonly reason: "prune_unconfirmed" | "never_pruned" | "cluster_unknown" | "irreversible";
  readonly clusters: readonly string[];
  readonly text: string;
}

/** An object that stays in these clusters although the change takes it out. */
export interface Kept {
  readonly id: ObjectId;
  readonly clusters: readonly string[];
}

/** The part of a plan that is carried out. */
export interface Part {
  /** Clusters in which something may be done, sorted; empty: in all. */
  readonly clusters: readonly string[];
  /** The last wave that begins; `undefined`: all do. */
  readonly lastWave: number | undefined;
  /** Parts of the mesh that are worked on. Absent: all. */
  readonly stages?: readonly Stage[];
}

/** A step of the part that is not carried out with it, because it comes after steps outside of the part. */
export interface HeldBack {
  readonly step: string;
  readonly clusters: readonly string[];
  /** Ids of the steps outside, sorted. */
  readonly waitsFor: readonly string[];
}

export interface Plan {
  /** Every step with work to do, in an order that respects `after`: by wave, then by graph depth, then by id. */
  readonly steps: readonly Step[];
  readonly waves: readonly { readonly number: number; readonly clusters: readonly string[]; readonly soakSeconds: number }[];
  /** The wave of every cluster, from 1, whether it has work or not. Absent: there is no mesh. */
  readonly waveOf?: ReadonlyMap<string, number>;
  readonly guards: readonly Guard[];
  /** Deletions per cluster; only clusters that have any. */
  readonly deletions: ReadonlyMap<string, number>;
  /** What nothing asks for any more and is left where it is all the same; the guard `never_pruned` says why. */
  readonly kept: readonly Kept[];
  /** Of the whole plan, also when only a part of it is left here. */
  readonly digest: DigestTree;
  /** Only where a part was cut out. */
  readonly heldBack?: readonly HeldBack[];
}

/** The plan's digest, and each cluster's own. SHA-256 hex. Commits are not in it. */
export interface DigestTree {
  readonly plan: string;
  readonly clusters: ReadonlyMap<string, string>;
}
