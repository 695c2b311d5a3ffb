import { readFile } from "node:fs/promises";
import { problem } from "../../catalog/problem.ts";
import { isObject, type Json, type JsonObject, textAt, valueAt } from "../../model/json.ts";
import { UsageError } from "../run.ts";

/** Why the job runs, as far as it matters. Commits are full ids. */
export type Situation =
  | {
      readonly kind: "pull-request";
      readonly number: number;
      /** Tip of the base branch when the event was made. */
      readonly base: string;
      readonly head: string;
      /** The token can only read: a fork's pull request under `pull_request`. */
      readonly isReadOnly: boolean;
    }
  | {
      readonly kind: "push";
      readonly base: string | undefined;
      readonly head: string /** To the repository's default branch. */;
      readonly isDefault: boolean;
    }
  | { readonly kind: "merge-group" | "manual"; readonly base: string | undefined; readonly head: string }
  | { readonly kind: "nothing"; readonly why: string };

export interface EventSource {
  readonly GITHUB_EVENT_NAME?: string | undefined;
  readonly GITHUB_EVENT_PATH?: string | undefined;
  readonly GITHUB_SHA?: string | undefined;
}

/** Reads the event that started the job. @throws Problem `event-unreadable`; UsageError for an event the Action is not for */
export async function readSituation(env: EventSource): Promise<Situation> {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const event = await readEvent(env.GITHUB_EVENT_PATH ?? "");
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(event, name === "pull_request");
    case "push":
      return push(event);
    case "merge_group":
      return { kind: "merge-group", base: commitAt(event, "merge_group", "base_sha"), head: commitAt(event, "merge_group", "head_sha") };
    case "workflow_dispatch":
      return { kind: "manual", base: undefined, head: commitOf(env.GITHUB_SHA, "GITHUB_SHA") };
    default:
      throw new UsageError(
        `The event \`${name}\` is not one Isthmus works on. Use pull_request_target, pull_request, push, merge_group or workflow_dispatch.`,
      );
  }
}

async function readEvent(file: string): Promise<JsonObject> {
  if (file === "") throw problem("event-unreadable", { why: "GITHUB_EVENT_PATH is not set" });
  try {
    const event = JSON.parse(await readFile(file, "utf8")) as Json;
    if (isObject(event)) return event;
  } catch (error) {
    throw problem("event-unreadable", { why: error instanceof SyntaxError ? "it is not JSON" : "the file cannot be read" }, error);
  }
  throw problem("event-unreadable", { why: "it is not a JSON object" });
}

function pullRequest(event: JsonObject, hasForkToken: boolean): Situation {
  if (textAt(event, "action") === "closed") return { kind: "nothing", why: "The pull request is closed." };
  const number = valueAt(event, ["pull_request", "number"]);
  if (typeof number !== "number" || !Number.isInteger(number)) throw problem("event-unreadable", { why: "pull_request.number is missing" });
  const isFork = textAt(event, "pull_request", "head", "repo", "full_name") !== textAt(event, "pull_request", "base", "repo", "full_name");
  return {
    kind: "pull-request",
    number,
    base: commitAt(event, "pull_request", "base", "sha"),
    head: commitAt(event, "pull_request", "head", "sha"),
    isReadOnly: isFork && hasForkToken,
  };
}

const nowhere = "0".repeat(40);

function push(event: JsonObject): Situation {
  const head = commitAt(event, "after");
  if (head === nowhere) return { kind: "nothing", why: "The push deleted a branch." };
  const before = commitAt(event, "before");
  const branch = textAt(event, "repository", "default_branch");
  const isDefault = branch !== undefined && textAt(event, "ref") === `refs/heads/${branch}`;
  return { kind: "push", base: before === nowhere ? undefined : before, head, isDefault };
}

function commitAt(event: JsonObject, ...path: readonly string[]): string {
  return commitOf(textAt(event, ...path), path.join("."));
}

/** A commit id goes into addresses and to git: nothing else passes. */
function commitOf(text: string | undefined, name: string): string {
  if (text === undefined || !/^[0-9a-f]{40}$/u.test(text)) throw problem("event-unreadable", { why: `${name} is not a commit id` });
  return text;
}
