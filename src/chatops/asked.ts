import type { ChatOps, Permission } from "../model/chatops.ts";

/** What is known when a command is decided about: read at that moment, by whoever asks for the decision. Times are milliseconds since 1970. */
export interface Asked {
  /** Of the default branch. */
  readonly chatops: ChatOps;
  readonly mesh: MeshFacts;
  readonly person: Person;
  readonly pull: Pull;
  /** The plan that was current when the comment was written. */
  readonly plan: PlanFacts | undefined;
  readonly approvals: readonly Approval[];
  /** Checks and statuses of others on the pull request's head; `undefined` when they could not be read. */
  readonly checks: readonly Check[] | undefined;
  readonly locks: readonly Lock[];
  readonly at: number;
}

export interface MeshFacts {
  /** By name, sorted. */
  readonly clusters: readonly string[];
  readonly groups: ReadonlyMap<string, readonly string[]>;
  /** Clusters of each wave, the first wave first. */
  readonly waves: readonly (readonly string[])[];
  readonly apply: "onMerge" | "onCommand" | "never";
  readonly maxDeletions: number;
}

export interface Person {
  readonly login: string;
  readonly isBot: boolean;
  /** Asked of the API at this moment. */
  readonly permission: Permission;
  /** Slugs of the teams the person is in, parents of child teams included; only teams that the mesh names are asked for. */
  readonly teams: readonly string[];
}

export interface Pull {
  readonly number: number;
  readonly state: "open" | "closed" | "merged";
  readonly isFork: boolean;
  readonly isPrivate: boolean;
  readonly head: string;
  /** Tip of the base branch. */
  readonly base: string;
  /** Logins of its author and of everybody who wrote a commit of it. */
  readonly authors: readonly string[];
}

export interface PlanFacts {
  readonly digest: string;
  readonly head: string;
  readonly base: string;
  /** Clusters in which it changes something. */
  readonly clusters: ReadonlyMap<string, { readonly digest: string; readonly deletions: number }>;
  /** Findings at error level that nobody waived. */
  readonly errors: number;
  /** Short hashes of the names of what it writes, sorted. Absent: too many to tell, or a record of before they were told. */
  readonly objects?: readonly string[];
}

/** The last word of one reviewer, when it is an approval. */
export interface Approval {
  readonly login: string;
  readonly permission: Permission;
  /** Digests of the clusters in the plan that was current when it was given. */
  readonly clusters: ReadonlyMap<string, string>;
  readonly head: string;
}

export interface Check {
  readonly name: string;
  readonly state: "passed" | "failed" | "pending";
}

/** A cluster that somebody holds: a run by its lease, a person by `/lock`, or an open pull request by what it applied there. */
export interface Lock {
  readonly cluster: string;
  readonly kind: "run" | "person" | "unmerged";
  /** Login of the person, the run's id, or the pull request as `#7`. */
  readonly holder: string;
  readonly pull: number | undefined;
  readonly until: number;
}
