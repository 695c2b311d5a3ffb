import { problem } from "../../catalog/problem.ts";
import { type JsonObject, textAt, valueAt } from "../../model/json.ts";
import { UsageError } from "../run.ts";
import { pressIn } from "./press.ts";

/** Why something runs, as far as it matters. Commits are full ids. */
export type Situation =
  | Change
  | {
      readonly kind: "comment";
      /** Of the pull request it was written on. */
      readonly number: number;
      readonly comment: SaidComment;
      /** The repository's default branch, by name. */
      readonly defaultBranch: string;
    }
  | { readonly kind: "nothing"; readonly why: string };

/** What is looked at when something is to be previewed or applied: the situations that are about commits. */
export type Change = Elsewhere &
  (
    | {
        readonly kind: "pull-request";
        readonly number: number;
        /** Tip of the base branch when the event was made. */
        readonly base: string;
        readonly head: string;
        /** The branch it wants to go to, by name. Absent: the event does not tell. */
        readonly baseRef?: string;
        /** The token can only read: a fork's pull request under `pull_request`. */
        readonly isReadOnly: boolean;
      }
    | {
        readonly kind: "push";
        readonly base: string | undefined;
        readonly head: string;
        /** To the repository's default branch. */
        readonly isDefault: boolean;
      }
    | {
        readonly kind: "merge-group";
        /** What the pull request would be merged behind, and what that would give. */
        readonly base: string;
        readonly head: string;
        /** `refs/heads/gh-readonly-queue/main/pr-7-…`; and the pull request that it names. */
        readonly ref: string;
        readonly number: number | undefined;
      }
    | { readonly kind: "manual"; readonly base: undefined; readonly head: string }
    /** Of the default branch: GitHub runs schedules on no other. */
    | { readonly kind: "schedule"; readonly base: undefined; readonly head: string }
  );

interface Elsewhere {
  /**
   * The default branch, by name or commit, where this is about another one or is not known to be about its tip: its mesh document says where logins for charts may be
   * sent.
   */
  readonly defaultBranch?: string;
}

/**
 * A comment as it was when it was written; the event says it, and nothing is read again: what was edited in between is not what was said. A button that somebody pressed says
 * the command that it stands for.
 */
export interface SaidComment {
  /** Of the comment; of the check run whose button was pressed. */
  readonly id: number;
  /** Absent: it was written. `delivery` is the same whenever GitHub tells of that press; `since`: the check run is as old, in milliseconds since 1970. */
  readonly button?: { readonly delivery: string; readonly since: number };
  readonly body: string;
  readonly login: string;
  readonly isBot: boolean;
  /** When it was written, by GitHub's clock: milliseconds since 1970, whole seconds. Of a button when we heard of it: GitHub does not say when it was pressed. */
  readonly at: number;
}

/** What payloads do not tell. */
interface Besides {
  /** What a run by hand is about: such an event names none. */
  readonly commit?: string | undefined;
  /** Of a webhook: its id and when it came. Jobs have none, and are told of no buttons. */
  readonly delivery?: { readonly id: string; readonly at: number };
}

/**
 * What an event means to us, by its name and payload.
 * @throws Problem `event-unreadable`; UsageError for an event that is not ours
 */
export function situationOf(name: string, event: JsonObject, { commit, delivery }: Besides = {}): Situation {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(event, name === "pull_request");
    case "push":
      return push(event);
    case "merge_group":
      return mergeGroup(event);
    case "issue_comment":
      return comment(event);
    case "check_run":
      if (delivery !== undefined) return button(event, delivery);
      throw notOurs(name);
    case "workflow_dispatch":
      return { kind: "manual", base: undefined, head: commitOf(commit, "GITHUB_SHA"), ...elsewhere(event, textAt(event, "ref")) };
    case "schedule":
      return { kind: "schedule", base: undefined, head: commitOf(commit, "GITHUB_SHA") };
    default:
      throw notOurs(name);
  }
}

function notOurs(name: string): UsageError {
  return new UsageError(
    `The event \`${name}\` is not one Isthmus works on. Use pull_request_target, pull_request, push, merge_group, issue_comment, schedule or workflow_dispatch.`,
  );
}

function pullRequest(event: JsonObject, hasForkToken: boolean): Situation {
  if (textAt(event, "action") === "closed") return { kind: "nothing", why: "The pull request is closed." };
  const isFork = textAt(event, "pull_request", "head", "repo", "full_name") !== textAt(event, "pull_request", "base", "repo", "full_name");
  const baseRef = textAt(event, "pull_request", "base", "ref");
  return {
    kind: "pull-request",
    number: numberAt(event, "pull_request", "number"),
    base: commitAt(event, "pull_request", "base", "sha"),
    head: commitAt(event, "pull_request", "head", "sha"),
    isReadOnly: isFork && hasForkToken,
    ...(baseRef === undefined ? {} : { baseRef }),
    ...elsewhere(event, baseRef),
  };
}

/** The queue gives each pull request a branch of its own, behind those before it, and its number stands in the name. */
function mergeGroup(event: JsonObject): Situation {
  const ref = textAt(event, "merge_group", "head_ref") ?? "";
  const number = /\/pr-(?<number>[1-9]\d{0,9})-[0-9a-f]{40}$/u.exec(ref)?.groups?.["number"];
  return {
    kind: "merge-group",
    base: commitAt(event, "merge_group", "base_sha"),
    head: commitAt(event, "merge_group", "head_sha"),
    ref,
    number: number === undefined ? undefined : Number(number),
    ...elsewhere(event, textAt(event, "merge_group", "base_ref")),
  };
}

/** Branches are named with `refs/heads/` in some events and without in others. */
function elsewhere(event: JsonObject, branch: string | undefined): Elsewhere {
  const defaultBranch = textAt(event, "repository", "default_branch");
  const isThere = defaultBranch === undefined || branch?.replace(/^refs\/heads\//u, "") === defaultBranch;
  return isThere ? {} : { defaultBranch };
}

/** A comment on a pull request that somebody has just written. Whether it says something to us is found out later. */
function comment(event: JsonObject): Situation {
  if (textAt(event, "action") !== "created")
    return { kind: "nothing", why: "Only a new comment is read: edited and deleted ones are not." };
  if (valueAt(event, ["issue", "pull_request"]) === undefined) return { kind: "nothing", why: "The comment is not on a pull request." };
  const created = textAt(event, "comment", "created_at") ?? "";
  if (created !== textAt(event, "comment", "updated_at")) return { kind: "nothing", why: "The comment was edited after it was written." };
  const login = textAt(event, "comment", "user", "login");
  // A comment whose author is gone is nobody's.
  if (login === undefined) return { kind: "nothing", why: "Nobody wrote the comment." };
  const said = {
    id: numberAt(event, "comment", "id"),
    body: textAt(event, "comment", "body") ?? "",
    login,
    isBot: textAt(event, "comment", "user", "type") !== "User" || login.endsWith("[bot]"),
    at: Date.parse(created),
  };
  const defaultBranch = textAt(event, "repository", "default_branch");
  if (defaultBranch === undefined || Number.isNaN(said.at))
    throw problem("event-unreadable", { why: "repository.default_branch or comment.created_at is missing" });
  return { kind: "comment", number: numberAt(event, "issue", "number"), comment: said, defaultBranch };
}

/** A button of one of our check runs, as the command that it stands for. Who may is decided by who pressed it. */
function button(event: JsonObject, { id: delivery, at }: NonNullable<Besides["delivery"]>): Situation {
  const press = pressIn(event);
  if (press === undefined) return { kind: "nothing", why: "No button of ours was pressed." };
  const login = textAt(event, "sender", "login");
  const defaultBranch = textAt(event, "repository", "default_branch");
  const since = Date.parse(textAt(event, "check_run", "started_at") ?? "");
  if (login === undefined || defaultBranch === undefined || Number.isNaN(since))
    throw problem("event-unreadable", { why: "sender.login, repository.default_branch or check_run.started_at is missing" });
  const isBot = textAt(event, "sender", "type") !== "User" || login.endsWith("[bot]");
  const id = numberAt(event, "check_run", "id");
  return {
    kind: "comment",
    number: press.pull,
    comment: { id, button: { delivery, since }, body: press.command, login, isBot, at },
    defaultBranch,
  };
}

function numberAt(event: JsonObject, ...path: readonly string[]): number {
  const number = valueAt(event, path);
  if (typeof number !== "number" || !Number.isInteger(number)) throw problem("event-unreadable", { why: `${path.join(".")} is missing` });
  return number;
}

const nowhere = "0".repeat(40);

function push(event: JsonObject): Situation {
  const head = commitAt(event, "after");
  if (head === nowhere) return { kind: "nothing", why: "The push deleted a branch." };
  const before = commitAt(event, "before");
  const branch = textAt(event, "repository", "default_branch");
  const isDefault = branch !== undefined && textAt(event, "ref") === `refs/heads/${branch}`;
  return { kind: "push", base: before === nowhere ? undefined : before, head, isDefault, ...elsewhere(event, textAt(event, "ref")) };
}

function commitAt(event: JsonObject, ...path: readonly string[]): string {
  return commitOf(textAt(event, ...path), path.join("."));
}

/** A commit id goes into addresses and to git: nothing else passes. */
function commitOf(text: string | undefined, name: string): string {
  if (text === undefined || !/^[0-9a-f]{40}$/u.test(text)) throw problem("event-unreadable", { why: `${name} is not a commit id` });
  return text;
}
