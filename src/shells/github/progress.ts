import type { RunEvent } from "../../model/outcome.ts";
import { Problem } from "../../model/problem.ts";
import { underWay } from "../../report/index.ts";

interface Place {
  /** The line that is carried out, as it was written. */
  readonly command: string;
  /** Address of the page of the run. */
  readonly page: string;
  readonly write: (text: string) => Promise<void>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** How a run goes, shown in the answer while it goes on. */
export interface Progress {
  /** Says that it begins. @throws Problem: whose answer cannot be written must not act */
  begin(): Promise<void>;
  watch(event: RunEvent): void;
  /** Resolves when nothing is being written any more. What could not be written is no matter: the answer comes. */
  end(): Promise<void>;
}

/** One edit in five seconds at the most: GitHub counts writes, and people read no faster. */
const pause = 5000;

/** See `Progress`. */
export function createProgress({ command, page, write, now }: Place): Progress {
  const rows = new Map<string, Row>();
  let last = 0;
  let writing: Promise<void> = Promise.resolve();
  let isWriting = false;
  const text = (): string =>
    underWay(
      [...rows].sort(byName).map(([cluster, row]) => ({ cluster, ...row })),
      { command, page },
    );
  const show = (): void => {
    if (isWriting || now() - last < pause) return;
    last = now();
    isWriting = true;
    writing = write(text())
      .catch(problemOnly)
      .finally(() => {
        isWriting = false;
      });
  };
  return {
    begin: async () => {
      last = now();
      await write(text());
    },
    watch: (event) => {
      for (const cluster of clustersOf(event)) rows.set(cluster, after(rows.get(cluster), event));
      show();
    },
    end: () => writing,
  };
}

function clustersOf(event: RunEvent): readonly string[] {
  switch (event.kind) {
    case "step-started":
    case "waiting":
      return event.clusters;
    case "step-ended":
      return event.outcome.clusters;
    case "wrote":
    case "soaking":
      return [];
  }
}

interface Row {
  readonly passed: number;
  /** Steps that ended otherwise. */
  readonly open: number;
  readonly at: string;
}

function after(before: Row = { passed: 0, open: 0, at: "" }, event: RunEvent): Row {
  switch (event.kind) {
    case "step-started":
      return { ...before, at: event.step };
    case "waiting":
      return { ...before, at: `${event.step}: ${event.what}` };
    case "step-ended": {
      const isPassed = event.outcome.verdict.kind === "done" || event.outcome.verdict.kind === "unchanged";
      return { passed: before.passed + (isPassed ? 1 : 0), open: before.open + (isPassed ? 0 : 1), at: event.outcome.step };
    }
    case "wrote":
    case "soaking":
      return before;
  }
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function problemOnly(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
