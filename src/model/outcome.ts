import type { ObjectId } from "./manifest.ts";
import type { Problem } from "./problem.ts";
import type { RunIdentity, StopSign } from "./survey.ts";

/** What became of one step of the plan. A step of several clusters that did not fare alike has one outcome for each way it went. */
export interface Outcome {
  /** `Step.id`. */
  readonly step: string;
  readonly clusters: readonly string[];
  readonly verdict: Verdict;
  /** What was really written, in order. */
  readonly writes: readonly Written[];
  /** What a reader must know besides, as sentences: what could not be looked at, what was kept and why. Absent: nothing. */
  readonly notes?: readonly string[];
}

export type Verdict =
  /** Written, and its gate passed. */
  | { readonly kind: "done" }
  /** Nothing had to be written when its turn came: somebody, perhaps an earlier run, had done it. */
  | { readonly kind: "unchanged" }
  | { readonly kind: "failed"; readonly why: Problem }
  /** Written, but its gate did not pass in time. */
  | { readonly kind: "not-ready"; readonly why: Problem }
  /** Not started, because these steps did not pass. */
  | { readonly kind: "blocked"; readonly by: readonly string[] }
  /** Not started, or not ended, because the run was stopped. */
  | { readonly kind: "stopped" }
  /** Tried in a dry run, which nobody refused; nothing was to be written. */
  | { readonly kind: "rehearsed" };

export interface Written {
  readonly cluster: string;
  readonly id: ObjectId;
  readonly result: "created" | "configured" | "unchanged" | "deleted" | "adopted";
}

/** A run from its first step to its last. Times are milliseconds since 1970. */
export interface Run {
  readonly identity: RunIdentity;
  readonly startedAt: number;
  readonly endedAt: number;
  /** In the plan's order. */
  readonly outcomes: readonly Outcome[];
  /** Clusters that nobody could write to (unreachable, held by somebody else), and why. */
  readonly refused: ReadonlyMap<string, Problem>;
  /** Clusters in which an earlier run had ended in the middle: its ledger was closed and its lease given back. Absent: there were none. */
  readonly settled?: readonly string[];
  /** Who stopped it from outside. Absent: nobody did. */
  readonly stopSign?: StopSign;
  /** Once every cluster was held it was not wanted any more: nothing of the plan was written. Absent: it was, or nobody asked. */
  readonly isWithdrawn?: true;
  /** What a dry run of everything refused before the first write: then nothing was written anywhere. Absent: nothing was refused. */
  readonly rehearsal?: readonly Refused[];
}

/** An object that an API server would not take. */
export interface Refused {
  readonly step: string;
  readonly cluster: string;
  readonly id: ObjectId;
  readonly why: Problem;
}

/** What happens while a run goes on, for whoever watches. */
export type RunEvent =
  | { readonly kind: "step-started"; readonly step: string; readonly clusters: readonly string[] }
  | { readonly kind: "wrote"; readonly step: string; readonly written: Written }
  | { readonly kind: "waiting"; readonly step: string; readonly clusters: readonly string[]; readonly what: string }
  | { readonly kind: "step-ended"; readonly outcome: Outcome }
  | { readonly kind: "soaking"; readonly wave: number; readonly seconds: number };

/** True when a step did what it should. */
export function isPassed({ kind }: Verdict): boolean {
  return kind === "done" || kind === "unchanged" || kind === "rehearsed";
}

/** True when every step did what it should. */
export function isWhole(run: Run): boolean {
  return run.refused.size === 0 && run.outcomes.every(({ verdict }) => isPassed(verdict));
}
