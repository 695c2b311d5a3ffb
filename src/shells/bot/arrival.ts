import { commands } from "../../catalog/commands.gen.ts";
import { parse } from "../../chatops/index.ts";
import { type JsonObject, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { Arrival } from "../../model/work.ts";
import { pressIn } from "../github/press.ts";
import { events } from "./events.ts";

/** A webhook whose signature was right. */
export interface Webhook {
  /** `x-github-delivery`. */
  readonly delivery: string;
  /** `x-github-event`. */
  readonly event: string;
  readonly payload: JsonObject;
  /** The payload as it came. */
  readonly body: string;
  readonly at: number;
}

export type Sorted = { readonly kind: "work"; readonly arrival: Arrival } | { readonly kind: "ignored"; readonly why: string };

const wanted: ReadonlySet<string> = new Set(events);

/** Whether an event could mean work, as far as its name tells. */
export function isWanted(event: string, action: string | undefined): boolean {
  return wanted.has(kindOf(event, action));
}

/**
 * What becomes of a webhook: work in a line, or nothing, and why. Decided by the payload alone; what GitHub says at the time of the work is asked then. `repositories`
 * are those the bot works for, as the settings have them.
 */
export function sort(webhook: Webhook, repositories: readonly string[]): Sorted {
  const { payload, event } = webhook;
  const kind = kindOf(event, textAt(payload, "action"));
  if (!wanted.has(kind)) return ignored(`${kind} means no work`);
  const repository = textAt(payload, "repository", "full_name")?.toLowerCase();
  if (repository === undefined || !isServed(repository, repositories)) return ignored("the repository is not one of REPOSITORIES");
  if (typeof valueAt(payload, ["installation", "id"]) !== "number")
    return ignored("it was not sent to the App, but by a webhook of the repository");
  const line = lineOf(event, payload);
  if (typeof line === "object") return line;
  const { delivery, body, at } = webhook;
  return {
    kind: "work",
    arrival: { id: delivery, deed: deedOf(event, repository, payload), line: `${repository}${line}`, kind, body, at },
  };
}

function kindOf(event: string, action: string | undefined): string {
  return action === undefined ? event : `${event}.${action}`;
}

function ignored(why: string): Extract<Sorted, { kind: "ignored" }> {
  return { kind: "ignored", why };
}

/** Whether the settings name a repository, in lower case. */
export function isServed(repository: string, repositories: readonly string[]): boolean {
  return repositories.includes(repository) || repositories.includes(`${repository.split("/")[0]}/*`);
}

/** The line within the repository, or why there is nothing to do. */
function lineOf(event: string, payload: JsonObject): string | Extract<Sorted, { kind: "ignored" }> {
  switch (event) {
    case "pull_request":
      return pullRequestLine(payload);
    case "issue_comment":
      return commentLine(payload);
    case "check_run":
      return buttonLine(payload);
    case "push":
      return pushLine(payload);
    default:
      return ` ${textAt(payload, "merge_group", "head_ref") ?? ""}`;
  }
}

/** An edited title changes nothing in the mesh; an edited base branch does. */
function pullRequestLine(payload: JsonObject): string | Extract<Sorted, { kind: "ignored" }> {
  if (textAt(payload, "action") === "edited" && valueAt(payload, ["changes", "base"]) === undefined)
    return ignored("the base branch is the same");
  return `#${numberAt(payload, "pull_request", "number")}`;
}

/** Other branches reach the mesh by pull requests. */
function pushLine(payload: JsonObject): string | Extract<Sorted, { kind: "ignored" }> {
  const branch = textAt(payload, "repository", "default_branch");
  const ref = textAt(payload, "ref");
  return branch !== undefined && ref === `refs/heads/${branch}` ? ` ${ref}` : ignored("it is not a push to the default branch");
}

/**
 * Comments stand in lines of their own kind: `/pause` must not wait for the `/apply` it is about, and a question is answered while an apply goes on. Which commands
 * count is decided when the comment is heard, by the mesh's own settings; here both forms of a command are looked for.
 */
function commentLine(payload: JsonObject): string | Extract<Sorted, { kind: "ignored" }> {
  if (objectAt(payload, "issue")["pull_request"] === undefined) return ignored("it is a comment on an issue");
  return commandsLine(textAt(payload, "comment", "body") ?? "", `#${numberAt(payload, "issue", "number")}`);
}

function commandsLine(text: string, pull: string): string | Extract<Sorted, { kind: "ignored" }> {
  const { commands: asked, misread } = parse(text, { shortForm: true });
  if (asked.length + misread.length === 0) return ignored("it holds no command");
  const deed = asked.find(({ verb }) => commands[verb].does === "sets")?.verb;
  if (deed === "pause" || deed === "cancel") return `${pull} stop`;
  if (deed !== undefined) return `${pull} deeds`;
  // A plan writes the same comment as the preview of a push does.
  return asked.some(({ verb }) => verb === "plan") ? pull : `${pull} questions`;
}

/** A button stands in the line of the command that it stands for. */
function buttonLine(payload: JsonObject): string | Extract<Sorted, { kind: "ignored" }> {
  const press = pressIn(payload);
  if (press === undefined) return ignored("it is no button of ours");
  return commandsLine(press.command, `#${press.pull}`);
}

function numberAt(payload: JsonObject, ...path: readonly string[]): number {
  const found = valueAt(payload, path);
  return typeof found === "number" ? found : 0;
}

/** A comment is heard once, by whatever way and however often it comes. */
function deedOf(event: string, repository: string, payload: JsonObject): string | undefined {
  return event === "issue_comment" ? `${repository} comment ${numberAt(payload, "comment", "id")}` : undefined;
}
