import type { RunEvent, Verdict } from "../../model/outcome.ts";

/** What is known of one cluster while a run goes on. */
interface Branch {
  readonly running: Map<string, Running>;
  done: number;
  /** Steps that went wrong, as sentences. */
  readonly wrong: string[];
  /** Steps that were not begun, because something before them did not pass or the run was stopped. */
  waiting: number;
}

interface Running {
  readonly since: number;
  written: number;
  what: string | undefined;
}

/** A run as a tree: a branch for each cluster, under it what is going on there. Time is given, in milliseconds. */
export interface ProgressTree {
  watch(event: RunEvent, now: number): void;
  /** At most `rows` lines of at most `width` characters; clusters with nothing going on are the first to be counted instead of shown. */
  lines(view: { readonly now: number; readonly width: number; readonly rows: number }): readonly string[];
}

/** A tree of nothing yet. */
export function createProgressTree(): ProgressTree {
  const branches = new Map<string, Branch>();
  let pause: { readonly wave: number; readonly until: number } | undefined;
  const branchOf = (cluster: string): Branch => {
    const branch = branches.get(cluster) ?? { running: new Map(), done: 0, wrong: [], waiting: 0 };
    branches.set(cluster, branch);
    return branch;
  };
  return {
    watch: (event, now) => {
      pause =
        event.kind === "soaking"
          ? { wave: event.wave, until: now + event.seconds * 1000 }
          : event.kind === "step-started"
            ? undefined
            : pause;
      for (const cluster of clustersOf(event)) grow(branchOf(cluster), event, { cluster, now });
    },
    lines: ({ now, width, rows }) => {
      const names = [...branches.keys()].sort();
      const soaking =
        pause !== undefined && pause.until > now ? [`wave ${pause.wave} is through; the next one in ${seconds(pause.until - now)}`] : [];
      const shown = fitting(
        names.map((name) => ({ name, branch: branchOf(name) })),
        rows - soaking.length - 1,
        now,
      );
      const hidden = names.length - shown.length;
      const more = hidden === 0 ? [] : [`${hidden} more ${hidden === 1 ? "cluster" : "clusters"}, with nothing going on at this moment`];
      const drawn = shown.flatMap(({ name, branch }, index) => drawnBranch(name, branch, { now, isLast: index === shown.length - 1 }));
      return [...drawn, ...more, ...soaking].map((line) => cut(line, width));
    },
  };
}

function clustersOf(event: RunEvent): readonly string[] {
  switch (event.kind) {
    case "step-started":
    case "waiting":
      return event.clusters;
    case "wrote":
      return [event.written.cluster];
    case "step-ended":
      return event.outcome.clusters;
    case "soaking":
      return [];
  }
}

function grow(branch: Branch, event: RunEvent, { cluster, now }: { readonly cluster: string; readonly now: number }): void {
  const running = (step: string): Running => {
    const found = branch.running.get(step) ?? { since: now, written: 0, what: undefined };
    branch.running.set(step, found);
    return found;
  };
  switch (event.kind) {
    case "step-started":
      running(event.step);
      return;
    case "wrote":
      if (event.written.result !== "unchanged") running(event.step).written += 1;
      return;
    case "waiting":
      running(event.step).what = event.what;
      return;
    case "step-ended":
      branch.running.delete(event.outcome.step);
      count(branch, event.outcome.verdict, shortStep(event.outcome.step, cluster));
      return;
    case "soaking":
      return;
  }
}

function count(branch: Branch, verdict: Verdict, step: string): void {
  switch (verdict.kind) {
    case "done":
    case "unchanged":
    case "rehearsed":
      branch.done += 1;
      return;
    case "failed":
      branch.wrong.push(`${step} failed: ${verdict.why.message}`);
      return;
    case "not-ready":
      branch.wrong.push(`${step} is not ready: ${verdict.why.message}`);
      return;
    case "blocked":
    case "stopped":
      branch.waiting += 1;
      return;
  }
}

/** Busy clusters before those where all is quiet, as many as there is room for, in the order of their names. */
function fitting<T extends { readonly name: string; readonly branch: Branch }>(all: readonly T[], rows: number, now: number): readonly T[] {
  const height = ({ name, branch }: T): number => drawnBranch(name, branch, { now, isLast: false }).length;
  const busy = (entry: T): number => (entry.branch.running.size + entry.branch.wrong.length > 0 ? 0 : 1);
  const kept = new Set<T>();
  let left = rows;
  for (const entry of [...all].sort((one, other) => busy(one) - busy(other) || (one.name < other.name ? -1 : 1))) {
    if (height(entry) > left) continue;
    left -= height(entry);
    kept.add(entry);
  }
  return all.filter((entry) => kept.has(entry));
}

function drawnBranch(name: string, branch: Branch, { now, isLast }: { readonly now: number; readonly isLast: boolean }): readonly string[] {
  const leaves = [
    ...branch.wrong.map((text) => `✗ ${text}`),
    ...[...branch.running].map(([step, { since, written, what }]) => {
      const wrote = written === 0 ? "" : `, ${written} written`;
      const waits = what === undefined ? "" : ` waits: ${what}`;
      return `${shortStep(step, name)}${waits} (${seconds(now - since)}${wrote})`;
    }),
  ];
  const stem = isLast ? "   " : "│  ";
  return [
    `${isLast ? "└─" : "├─"} ${name}  ${summary(branch)}`,
    ...leaves.map((leaf, index) => `${stem}${index === leaves.length - 1 ? "└─" : "├─"} ${leaf}`),
  ];
}

function summary({ running, done, wrong, waiting }: Branch): string {
  const sign = wrong.length > 0 ? "✗ " : running.size === 0 && waiting === 0 ? "✓ " : "";
  const parts = [
    `${done} done`,
    ...(wrong.length > 0 ? [`${wrong.length} went wrong`] : []),
    ...(waiting > 0 ? [`${waiting} not begun`] : []),
  ];
  return `${sign}${parts.join(", ")}`;
}

/** `istiod-default` of `east/istiod-default`: the branch says where. */
function shortStep(step: string, cluster: string): string {
  return step.startsWith(`${cluster}/`) ? step.slice(cluster.length + 1) : step;
}

function seconds(ms: number): string {
  return `${Math.max(0, Math.round(ms / 1000))} s`;
}

/** Names and messages come from clusters: nothing in them moves the cursor. */
function cut(line: string, width: number): string {
  const plain = line.replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return [...plain].length <= width ? plain : `${[...plain].slice(0, Math.max(0, width - 1)).join("")}…`;
}
