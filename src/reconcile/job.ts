import type { Adoptions } from "../model/adoption.ts";
import type { Desired } from "../model/desired.ts";
import type { Secret } from "../model/secret.ts";
import type { Study } from "../model/study.ts";
import type { RunIdentity, Survey } from "../model/survey.ts";
import type { LeaseTimes } from "./hold.ts";

/** How a run goes, otherwise than the mesh says. */
export interface Pace {
  /** So many seconds lie between two waves. */
  readonly soakSeconds?: number;
  /** In so many clusters at once something is done at the most. */
  readonly mostClusters?: number;
  /** The API servers are asked in a dry run, and nothing is written; no lease is taken. */
  readonly isRehearsal?: boolean;
}

/** What is to be done, and by whom. */
export interface Job extends Pace {
  /** Its `plan` is executed; its `changes` were made against `survey`. */
  readonly study: Study;
  readonly survey: Survey;
  readonly identity: RunIdentity;
  /** Fields of other managers may be taken: only when a person asked. */
  readonly force: boolean;
  /** On whose behalf: what they locked themselves does not hinder it. */
  readonly onBehalfOf?: string;
  /** Ends the run after the current object; what is left is resumable. */
  readonly stop: AbortSignal;
  /** How many deletions in all a person confirmed; without it no cluster may lose more than `rollout.maxDeletions` objects. */
  readonly confirmedDeletions?: number | undefined;
  /**
   * What every cluster should hold once these gateways are known to have these addresses: asked when one turns out to be a host name, which some objects are
   * shaped by (reference 0.1 no. 3). Absent: such a cluster's step fails with `hole-unfilled`.
   */
  readonly rerender?: (addresses: KnownAddresses) => Promise<Desired>;
  /** The secret value of the repository that stands behind a sealed text; absent: none has one, and an object that holds one is not written. */
  readonly sealed?: (text: string) => Secret | undefined;
  /** What comes under our ownership before anything else is done, and whose records of it end. */
  readonly adoptions?: Adoptions;
  /** Asked once every cluster is held, before anything of the plan is written: whether it is still wanted. */
  readonly confirm?: () => Promise<boolean>;
  /** Other times for the leases than the usual ones. */
  readonly lease?: LeaseTimes;
}

/** Addresses by cluster, then by `namespace/name` of the gateway. */
export type KnownAddresses = ReadonlyMap<string, ReadonlyMap<string, string>>;
