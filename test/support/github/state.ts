import { createObjectStore, type ObjectStore } from "./objects.ts";

/** Somebody who writes comments. */
export interface Author {
  readonly login: string;
  readonly type: "User" | "Bot";
  readonly id: number;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: Author;
  body: string;
  minimized: boolean;
  readonly createdAt: number;
  readonly reactions: Reaction[];
  /** How often it was written to, the first time included. */
  writes: number;
}

export interface Issue {
  readonly number: number;
  readonly author: Author;
  title: string;
  body: string;
  state: "open" | "closed";
  readonly createdAt: number;
  /** How often it was written to, the first time included. */
  writes: number;
}

export interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly author: Author;
}

export type Role = "none" | "read" | "triage" | "write" | "maintain" | "admin";

/** `roleName`: a role that a company made up, which may do what `role` may. */
export interface Member {
  readonly id: number;
  readonly role: Role;
  readonly roleName?: string;
}

/** A team of the organization. Who is in a team below it is in it too. */
export interface Team {
  readonly id: number;
  readonly slug: string;
  /** Slug of the team above. */
  readonly parent: string | undefined;
  readonly members: ReadonlyMap<string, "member" | "maintainer">;
  /** Asked, and not yet in it. */
  readonly invited: ReadonlySet<string>;
}

export interface Pull {
  readonly number: number;
  readonly author: Author;
  readonly isFork: boolean;
  isDraft: boolean;
  state: "open" | "closed";
  head: string;
  base: string;
  mergeCommit: string | undefined;
  mergedBy?: Author;
  /** Name of its branch; `change` when nothing is said. */
  readonly branch?: string;
  title?: string;
  body?: string;
  /** Oldest first. */
  readonly reviews: Review[];
}

export interface Review {
  readonly id: number;
  readonly author: Author;
  /** A review that was dismissed keeps its place and loses its verdict. */
  verdict: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED";
  readonly commit: string;
  /** When it was submitted; `addReview` takes the clock's time. */
  readonly at?: number;
}

/** Whom GitHub knows the author and the committer of a commit to be: by an e-mail address that anybody may write into it. `undefined`: nobody it knows. */
export interface Credits {
  readonly author: Author | undefined;
  readonly committer: Author | undefined;
}

/** Something that moved a branch, and who really did it. */
export interface Activity {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly kind: "push" | "force_push" | "branch_creation" | "branch_deletion" | "pr_merge";
  readonly actor: Author | undefined;
}

/** What another tool said of a commit, the older way. */
export interface CommitStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: "error" | "failure" | "pending" | "success";
}

/** A webhook that was sent, or should have been. `statusCode` is `undefined` when nobody answered. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly payload: object;
  readonly isRedelivery: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly statusCode: number | undefined;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
}

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  readonly app: string;
  name: string;
  externalId: string | null;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
  startedAt?: number;
  completedAt?: number | undefined;
  /** The buttons of the run. */
  actions: readonly CheckAction[];
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface Deployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly payload: string | Readonly<Record<string, unknown>>;
  readonly description: string | null;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
}

export type Access = "read" | "write";

/** The token of the job: who it speaks for, and what `permissions:` of the workflow gave it. */
export interface Token {
  readonly value: string;
  readonly login: string;
  readonly app: string;
  readonly permissions: Readonly<Record<string, Access>>;
}

/** Something that goes wrong once or more, on the requests it names. */
export interface Fault {
  readonly method: string;
  readonly path: RegExp;
  /** `reset` and `reset-after` break the connection, the second one after the work was done: nobody can tell the two apart. `silent-after` does the work and never answers. */
  readonly kind: "status-500" | "reset" | "reset-after" | "silent-after" | "slow" | "secondary-limit" | "primary-limit";
  times: number;
}

export interface Hook {
  readonly url: string;
  /** What webhooks are signed with. */
  readonly secret: string;
  readonly appId: number;
  /** PEM of the key that the App's own tokens are checked by. */
  readonly publicKey: string;
}

/** How people sign in with the App. */
export interface SignInState {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callback: string;
  /** Who sits before the browser. */
  person: string;
  readonly codes: Map<string, { readonly callback: string; readonly challenge: string; readonly login: string }>;
  /** Tokens of people, and whose each is. */
  readonly tokens: Map<string, string>;
}

export interface State {
  readonly owner: string;
  readonly repo: string;
  readonly objects: ObjectStore;
  readonly refs: Map<string, string>;
  readonly comments: Comment[];
  readonly issues: Issue[];
  readonly checkRuns: CheckRun[];
  readonly deployments: Deployment[];
  /** Everybody with an account, by login, and their role here. */
  readonly people: Map<string, Member>;
  /** By slug. */
  readonly teams: Map<string, Team>;
  readonly pulls: Map<number, Pull>;
  readonly statuses: CommitStatus[];
  /** By commit; one that is not named is ana's. */
  readonly credits: Map<string, Credits>;
  readonly activity: Activity[];
  readonly deliveries: Delivery[];
  readonly installationTokens: Set<string>;
  /** Requests of the hour: a job's token has 1,000, an installation at least 5,000. `reset` is in seconds since 1970. */
  readonly rate: { limit: number; used: number; reset: number };
  /** In a public repository everybody reads. */
  isPublic: boolean;
  /** The App: where its webhooks go, and what it signs with. `undefined`: there is none. */
  hook: Hook | undefined;
  /** `undefined`: nobody can. */
  signIn: SignInState | undefined;
  readonly faults: Fault[];
  token: Token;
  /** More entries than this make a recursive tree `truncated`; GitHub's number is 100,000. */
  treeLimit: number;
  /** What every request waits for before it is looked at; `undefined`: for nothing. */
  gate: ((asked: { readonly token: string; readonly method: string; readonly path: string }) => Promise<void>) | undefined;
  /** After this many writes comes the secondary limit, once; GitHub's own number is about 80 a minute. */
  writesBeforeLimit: number;
  writes: number;
  nextId: number;
  /** Milliseconds since 1970: a clock of its own, which goes on by ten seconds with everything that happens, so that what comes later is later. */
  clock: number;
}

/** The time of something that happens now. */
export function tick(state: State): number {
  state.clock += 10_000;
  return state.clock;
}

/** A time as GitHub writes it: in whole seconds. */
export function stamp(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+/u, "");
}

export const bot: Author = { login: "github-actions[bot]", type: "Bot", id: 41898282 };

export function createState(): State {
  return {
    owner: "shop",
    repo: "mesh",
    objects: createObjectStore(),
    refs: new Map(),
    comments: [],
    issues: [],
    checkRuns: [],
    deployments: [],
    people: new Map(),
    teams: new Map(),
    pulls: new Map(),
    statuses: [],
    credits: new Map(),
    activity: [],
    deliveries: [],
    installationTokens: new Set(),
    rate: { limit: 5000, used: 0, reset: Math.floor(Date.now() / 1000) + 3600 },
    isPublic: false,
    hook: undefined,
    signIn: undefined,
    faults: [],
    token: {
      value: "ghs_loopback",
      login: bot.login,
      app: "github-actions",
      permissions: { contents: "read", "pull-requests": "write", checks: "write" },
    },
    gate: undefined,
    treeLimit: 100_000,
    writesBeforeLimit: Number.POSITIVE_INFINITY,
    writes: 0,
    nextId: 1000,
    clock: Date.UTC(2026, 10, 23, 8, 0),
  };
}
