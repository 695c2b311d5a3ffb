import type { CommandName } from "../catalog/commands.gen.ts";

/** What a person may do to a repository, as GitHub says it; each includes those before it. */
export const permissions = ["none", "read", "triage", "write", "maintain", "admin"] as const;

export type Permission = (typeof permissions)[number];

/** True when `held` is `wanted` or more. */
export function atLeast(held: Permission, wanted: Permission): boolean {
  return permissions.indexOf(held) >= permissions.indexOf(wanted);
}

/** Who holds a role: everybody with this permission who is also in one of the teams or named, when any is named. */
export interface Holders {
  readonly permission: Permission;
  /** Slugs of teams of the repository's organisation; members of their child teams count. */
  readonly teams: readonly string[];
  /** Logins. */
  readonly users: readonly string[];
}

/** These people may give these commands for these clusters. */
export interface Grant {
  /** The role's name when it has one, for saying who could. */
  readonly role: string | undefined;
  readonly holders: Holders;
  readonly verbs: readonly CommandName[];
  /** Names of clusters and of groups; `undefined`: all clusters. */
  readonly clusters: readonly string[] | undefined;
}

/** A time of the week in which clusters may be changed. */
export interface Window {
  /** 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Minutes since midnight, in `timeZone`; `to` is not included. */
  readonly from: number;
  readonly to: number;
  /** A name of the IANA list. */
  readonly timeZone: string;
}

/** How a mesh is driven by comments. Counts from the default branch only. */
export interface ChatOps {
  /** `/plan` beside `/isthmus plan`. */
  readonly shortForm: boolean;
  readonly grants: readonly Grant[];
  readonly approvals: {
    /** Reviews that a plan needs before it is applied. */
    readonly count: number;
    /** Only reviews of people who may write count. */
    readonly byWriteAccess: boolean;
    /** What a review approves: the plan's digest, or the commit it was given for. */
    readonly bind: "planDigest" | "headSha";
    /** Whether the review of somebody who wrote a part of the pull request counts. */
    readonly selfApproval: boolean;
  };
  readonly forks: "never" | "planOnly";
  /** Logins of bots whose comments count. */
  readonly bots: readonly string[];
  /** None: always. */
  readonly windows: readonly Window[];
}

/** What holds when a mesh says nothing: questions by permission, deeds by those who may write, with one review by somebody else. */
export const defaultChatOps: ChatOps = {
  shortForm: true,
  grants: [],
  approvals: { count: 1, byWriteAccess: true, bind: "planDigest", selfApproval: false },
  forks: "planOnly",
  bots: [],
  windows: [],
};
