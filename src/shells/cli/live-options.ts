import { hostname, userInfo } from "node:os";
import type { Permit } from "../../model/apply.ts";
import type { RunIdentity } from "../../model/survey.ts";
import { runId } from "../run-id.ts";
import type { SubjectOptions } from "./options.ts";

/** Flags of every command that reads clusters. */
export interface LiveOptions extends Omit<SubjectOptions, "failOn"> {
  readonly output: "text" | "markdown" | "json";
}

/** Flags of the commands that write. */
export interface ApplyOptions extends LiveOptions {
  readonly confirmDeletions?: number;
  readonly forceConflicts: boolean;
  readonly snapshotCharts: boolean;
  readonly plan?: string;
  readonly verify: "none" | "look" | "probe";
}

/** What the flags permit. */
export function permitFrom(options: ApplyOptions): Permit {
  return {
    trigger: "command",
    confirmedDeletions: options.confirmDeletions,
    force: options.forceConflicts,
    snapshotCharts: options.snapshotCharts,
    approved: options.plan,
  };
}

/** Names a run that a person starts, by who and where. */
export function identityAt(now: number, planDigest: string, commit: string | undefined): RunIdentity {
  return { id: runId(now), by: `${userName()} on ${hostname()}`, planDigest, commit };
}

/** A container may run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "somebody";
  }
}
