import type { Problem } from "../../model/problem.ts";

/** After so many seconds a work is tried again, the first failure first; when they are used up it is dead. About an hour in all: GitHub's own outages last that long. */
const pauses = [10, 30, 120, 300, 600, 900, 1800];

/** Seconds after which no lease is left that a run held whose process ended without a word: they last for half a minute, and clocks differ. */
export const lettingGo = 45;

/** What did not go well, as the hand that had it tells. */
export interface Failure {
  readonly code: Problem["code"] | "bug" | "crash";
  readonly why: string;
  /** GitHub asked for this pause, in seconds. */
  readonly wait: number | undefined;
}

/** What waiting cannot mend: somebody has to change something first. */
const lasting: ReadonlySet<Failure["code"]> = new Set(["event-unreadable", "github-rejected"]);

/** When a work that failed in its `attempt`-th try may be tried again, in milliseconds since 1970; `undefined`: not any more. */
export function nextTry({
  attempt,
  now,
  failure,
}: {
  readonly attempt: number;
  readonly now: number;
  readonly failure: Failure;
}): number | undefined {
  const pause = pauses[attempt - 1];
  if (pause === undefined || lasting.has(failure.code)) return undefined;
  return now + Math.max(pause, failure.wait ?? 0) * 1000;
}
