import { listed, number, quoted, type Rich, words } from "./rich.ts";

/** `1 object`, `1,204 objects`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : plural}`;
}

/** Cluster names in a sentence: all of them while they are few, `every cluster` when it is all of several, else how many. */
export function clusterNames(clusters: readonly string[], all: readonly string[]): Rich {
  if (all.length > 1 && clusters.length === all.length)
    return words(all.length === 2 ? "both clusters" : `all ${number(all.length)} clusters`);
  if (clusters.length <= 4) return listed(clusters.map(quoted));
  return [...listed([...clusters.slice(0, 2).map(quoted), words(`${number(clusters.length - 2)} more clusters`)])];
}

/** `in east and west`, `in all 40 clusters`; empty when no cluster is concerned. */
export function inClusters(clusters: readonly string[], all: readonly string[]): Rich {
  return clusters.length === 0 ? [] : [...words("in "), ...clusterNames(clusters, all)];
}

/** Groups in order of first appearance. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return [...groups.values()];
}

/** Each text once, sorted by code unit. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}

/** Code-unit order: the same on any machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
