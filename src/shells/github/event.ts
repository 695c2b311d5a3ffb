import { problem } from "../../catalog/problem.ts";
import { type JsonObject, textAt, valueAt } from "../../model/json.ts";
import { UsageError } from "../run.ts";

/** Why something runs, as far as it matters. Commits are full ids. */
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
      readonly head: string;
      /** To the repository's default branch. */
      readonly isDefault: boolean;
    }
  | { readonly kind: "merge-group" | "manual"; readonly base: string | undefined; readonly head: string }
  | { readonly kind: "nothing"; readonly why: string };

/**
 * What an event means to us, by its name and payload. `commit` is what a run by hand is about: such an event names none.
 * @throws Problem `event-unreadable`; UsageError for an event that is not ours
 */
export function situationOf(name: string, event: JsonObject, { commit }: { readonly commit?: string | undefined } = {}): Situation {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequest(event, name === "pull_request");
    case "push":
      return push(event);
    case "merge_group":
      return { kind: "merge-group", base: commitAt(event, "merge_group", "base_sha"), head: commitAt(event, "merge_group", "head_sha") };
    case "workflow_dispatch":
      return { kind: "manual", base: undefined, head: commitOf(commit, "GITHUB_SHA") };
    default:
      throw new UsageError(
        `The event \`${name}\` is not one Isthmus works on. Use pull_request_target, pull_request, push, merge_group or workflow_dispatch.`,
      );
  }
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
