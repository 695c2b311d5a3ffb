import { idKey } from "../model/manifest.ts";
import type { Counts, Happening, Report, Told, Totals } from "./model.ts";
import { number } from "./rich.ts";

/** Nothing counted yet. */
export const none: Counts = { create: 0, update: 0, replace: 0, delete: 0, kept: 0, unknown: 0 };

/** How many different objects change and in how many clusters. One object that changes in two ways in two clusters is one object. */
export function totalsOf(changes: readonly Told[]): Totals {
  const ids = new Map<string, Set<Happening>>();
  const clusters = new Set<string>();
  let writes = 0;
  for (const change of changes) {
    const key = idKey(change.id);
    ids.set(key, (ids.get(key) ?? new Set()).add(change.kind));
    if (change.kind === "kept") continue;
    for (const cluster of change.clusters) clusters.add(cluster);
    if (change.kind !== "unknown") writes += change.clusters.length;
  }
  const count = (kind: Happening): number => [...ids.values()].filter((kinds) => kinds.has(kind)).length;
  return {
    create: count("create"),
    update: count("update"),
    replace: count("replace"),
    delete: count("delete"),
    kept: count("kept"),
    unknown: count("unknown"),
    objects: [...ids.values()].filter((kinds) => [...kinds].some((kind) => kind !== "kept")).length,
    writes,
    clusters: clusters.size,
  };
}

/** One object in one cluster is one place: what the columns of the table hold, added up. */
export function placesOf(changes: readonly Told[]): Counts {
  return changes.reduce((counts, { kind, clusters }) => ({ ...counts, [kind]: counts[kind] + clusters.length }), none);
}

/** The counts with one more of a kind. */
export function plusOne(counts: Counts, kind: keyof Counts): Counts {
  return { ...counts, [kind]: counts[kind] + 1 };
}

/** How many changes the counts hold together. */
export function sum(counts: Counts): number {
  return counts.create + counts.update + counts.replace + counts.delete + counts.kept + counts.unknown;
}

/** The order in which kinds are told: what goes on, what comes, what goes, what stays, what nobody knows. */
export const happenings = ["update", "create", "replace", "delete", "kept", "unknown"] as const;

const participles: Readonly<Record<Happening, string>> = {
  update: "changed",
  create: "new",
  replace: "replaced",
  delete: "deleted",
  kept: "kept",
  unknown: "unknown",
};

/**
 * `3 changed, 71 new, 2 deleted`; empty when nothing happens. There is no total beside it: one object may be new in one cluster and changed in
 * another, so the parts may add up to more than there are objects. With a noun: `3 changed objects, 71 new`. With places, each
 * kind also says how often it happens when every cluster is counted, where that is another number: `51 deleted objects (52 across clusters)`.
 */
export function countsText(counts: Counts, noun?: string, places: Counts = counts): string {
  const kinds = happenings.filter((kind) => counts[kind] > 0);
  const ofNoun = (count: number, place: number): string => (noun === undefined || place > 0 ? "" : count === 1 ? ` ${noun}` : ` ${noun}s`);
  const across = (kind: Happening): string => (places[kind] === counts[kind] ? "" : ` (${number(places[kind])} across clusters)`);
  return kinds.map((kind, place) => `${number(counts[kind])} ${participles[kind]}${ofNoun(counts[kind], place)}${across(kind)}`).join(", ");
}

/** That nothing happens, said of no more than what was looked at. */
export function placeOfNothing({ restrictedFrom }: Pick<Report, "restrictedFrom">): string {
  return restrictedFrom === undefined ? "in any cluster" : "in the clusters that were asked for";
}

/** The counts of both together. */
export function plus(a: Counts, b: Counts): Counts {
  return {
    create: a.create + b.create,
    update: a.update + b.update,
    replace: a.replace + b.replace,
    delete: a.delete + b.delete,
    kept: a.kept + b.kept,
    unknown: a.unknown + b.unknown,
  };
}
