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
  /** How often it was written to, the first time included. */
  writes: number;
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
  /** `reset` and `reset-after` break the connection, the second one after the work was done: nobody can tell the two apart. */
  readonly kind: "status-500" | "reset" | "reset-after" | "slow" | "secondary-limit" | "primary-limit";
  times: number;
}

export interface State {
  readonly owner: string;
  readonly repo: string;
  readonly objects: ObjectStore;
  readonly refs: Map<string, string>;
  readonly comments: Comment[];
  readonly checkRuns: CheckRun[];
  readonly deployments: Deployment[];
  readonly faults: Fault[];
  token: Token;
  /** More entries than this make a recursive tree `truncated`; GitHub's number is 100,000. */
  treeLimit: number;
  /** After this many writes comes the secondary limit, once; GitHub's own number is about 80 a minute. */
  writesBeforeLimit: number;
  writes: number;
  nextId: number;
}

export const bot: Author = { login: "github-actions[bot]", type: "Bot", id: 41898282 };

export function createState(): State {
  return {
    owner: "shop",
    repo: "mesh",
    objects: createObjectStore(),
    refs: new Map(),
    comments: [],
    checkRuns: [],
    deployments: [],
    faults: [],
    token: {
      value: "ghs_loopback",
      login: bot.login,
      app: "github-actions",
      permissions: { contents: "read", "pull-requests": "write", checks: "write" },
    },
    treeLimit: 100_000,
    writesBeforeLimit: Number.POSITIVE_INFINITY,
    writes: 0,
    nextId: 1000,
  };
}
