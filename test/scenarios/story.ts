import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { JsonObject } from "../../src/model/json.ts";
import type { Role } from "../support/github/state.ts";

/** What people do, one after the other; each thing that GitHub would start a job for starts one. */
export type Deed =
  | { readonly kind: "opens"; readonly files: Changed; readonly isFork: boolean }
  | { readonly kind: "pushes"; readonly files: Changed }
  | { readonly kind: "says"; readonly text: string }
  | { readonly kind: "reviews"; readonly verdict: "APPROVED" | "CHANGES_REQUESTED" | "DISMISSED" }
  | { readonly kind: "merges" }
  /** Is given another role in the repository. */
  | { readonly kind: "becomes"; readonly role: Role }
  /** Changes an object of a cluster by hand. */
  | { readonly kind: "edits"; readonly cluster: string; readonly path: string; readonly patch: JsonObject }
  /** The hour of the scheduled look comes. */
  | { readonly kind: "waits" };

/** Text by path; `null` takes a file away. */
export type Changed = Readonly<Record<string, string | null>>;

export interface Step {
  /** Nobody does what time does. */
  readonly who: string;
  readonly deed: Deed;
  /** What happens to the job that it starts, once a write whose address matches came to a cluster. */
  readonly until?: { readonly write: RegExp; readonly happens: "killed" | Step };
}

export interface Story {
  readonly title: string;
  /** Beside the mesh document's own `spec`. */
  readonly mesh: JsonObject;
  readonly clusters: readonly string[];
  readonly people: Readonly<Record<string, Role>>;
  /** What `main` holds beside the mesh. */
  readonly files: Readonly<Record<string, string>>;
  /** `main` does not hold the mesh yet. */
  readonly isEmpty: boolean;
  /** It has been applied before the story begins. */
  readonly isApplied: boolean;
  readonly steps: readonly Step[];
}

/** A story as a person writes it: `story.yaml` of its folder. */
export function readStory(path: string): Story {
  const {
    title,
    mesh = {},
    clusters = ["east", "west"],
    people,
    files = {},
    applied = false,
    steps,
  } = load(readFileSync(path, "utf8")) as Written;
  return { title, mesh, clusters, people, files, isApplied: applied, isEmpty: false, steps: steps.map(stepOf) };
}

interface Written extends Omit<Story, "isApplied" | "isEmpty" | "steps"> {
  readonly applied?: boolean;
  readonly steps: readonly WrittenStep[];
}

/** `cleo opens: {…}`, with what happens meanwhile beside it. */
type WrittenStep = Readonly<Record<string, unknown>> & { readonly at?: string; readonly meanwhile?: WrittenStep | "killed" };

function stepOf({ at, meanwhile, ...written }: WrittenStep): Step {
  const [[line, content] = ["", undefined]] = Object.entries(written);
  const [who = "", verb = ""] = line.split(" ");
  const deed = deedOf(verb, content);
  if (at === undefined || meanwhile === undefined) return { who, deed };
  return { who, deed, until: { write: new RegExp(at, "u"), happens: meanwhile === "killed" ? "killed" : stepOf(meanwhile) } };
}

function deedOf(verb: string, content: unknown): Deed {
  switch (verb) {
    case "opens":
      return { kind: "opens", files: content as Changed, isFork: false };
    case "forks":
      return { kind: "opens", files: content as Changed, isFork: true };
    case "pushes":
      return { kind: "pushes", files: content as Changed };
    case "says":
      return { kind: "says", text: content as string };
    case "approves":
      return { kind: "reviews", verdict: "APPROVED" };
    case "objects":
      return { kind: "reviews", verdict: "CHANGES_REQUESTED" };
    case "becomes":
      return { kind: "becomes", role: content as Role };
    case "merges":
      return { kind: "merges" };
    case "edits":
      return { kind: "edits", ...(content as { readonly cluster: string; readonly path: string; readonly patch: JsonObject }) };
    case "waits":
      return { kind: "waits" };
    default:
      throw new Error(`a story has no \`${verb}\``);
  }
}
