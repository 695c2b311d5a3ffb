import type { RunEvent } from "../../model/outcome.ts";

/** How far a run is in one cluster. */
export interface ClusterRow {
  readonly cluster: string;
  readonly passed: number;
  /** Steps that ended otherwise. */
  readonly open: number;
  /** The step it is at, or that ended last. */
  readonly at: string;
}

/** How far a run is, from what it tells as it goes on. */
export interface Rows {
  watch(event: RunEvent): void;
  /** By name. */
  now(): readonly ClusterRow[];
}

/** See `Rows`. */
export function createRows(): Rows {
  const rows = new Map<string, Row>();
  return {
    watch: (event) => {
      for (const cluster of clustersOf(event)) rows.set(cluster, after(rows.get(cluster), event));
    },
    now: () => [...rows].sort(byName).map(([cluster, row]) => ({ cluster, ...row })),
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

type Row = Omit<ClusterRow, "cluster">;

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
