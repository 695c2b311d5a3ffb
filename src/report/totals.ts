import type { Change, Changes } from "../model/change.ts";
import { idKey } from "../model/manifest.ts";
import type { Counts, Totals } from "./model.ts";

/** Nothing counted yet. */
export const none: Counts = { create: 0, update: 0, replace: 0, delete: 0, unknown: 0 };

/** How many different objects change and in how many clusters. One object that changes in two ways in two clusters is one object. */
export function totalsOf(changes: Changes): Totals {
  const ids = new Map<string, Set<Change["kind"]>>();
  const clusters = new Set<string>();
  let writes = 0;
  for (const change of changes.changes) {
    const key = idKey(change.id);
    ids.set(key, (ids.get(key) ?? new Set()).add(change.kind));
    for (const cluster of change.clusters) clusters.add(cluster);
    if (change.kind !== "unknown") writes += change.clusters.length;
  }
  const count = (kind: Change["kind"]): number => [...ids.values()].filter((kinds) => kinds.has(kind)).length;
  return {
    create: count("create"),
    update: count("update"),
    replace: count("replace"),
    delete: count("delete"),
    unknown: count("unknown"),
    objects: ids.size,
    writes,
    clusters: clusters.size,
  };
}

/** The counts with one more of a kind. */
export function plusOne(counts: Counts, kind: keyof Counts): Counts {
  return { ...counts, [kind]: counts[kind] + 1 };
}

/** How many changes the counts hold together. */
export function sum(counts: Counts): number {
  return counts.create + counts.update + counts.replace + counts.delete + counts.unknown;
}
