import type { Json } from "../model/json.ts";
import type { Problem } from "../model/problem.ts";
import type { Request } from "../model/study.ts";
import { alike, type Cooked, cookedIn, emptyMemory, type Memory, remember, render } from "../render/index.ts";
import type { World } from "../world.ts";
import { opened } from "./opened.ts";

export type { Cooked } from "../render/index.ts";

/** What others did for a study before it was made. */
export interface Beforehand {
  /** What they rendered. */
  readonly memory?: Memory;
  /** Clusters that were theirs to render and were not, by name, with the reason: what charts bring these is unknown. */
  readonly withheld?: ReadonlyMap<string, string>;
  /** Why, for whoever runs it. */
  readonly problems?: readonly Problem[];
}

/**
 * The clusters of both sides of a request in at most so many shards of about equal size, at least one: lists of names, each sorted. Clusters that render alike stay
 * together, unless they are more than a shard's share. The same files give the same shards. Nothing is rendered.
 */
export async function split(world: World, request: Request, count: number): Promise<readonly (readonly string[])[]> {
  const { head, base, charts, chartsBefore } = await opened(world, request);
  const there = alike(head, charts);
  const staying = new Set(there.flat());
  const before = base && chartsBefore ? alike(base, chartsBefore) : [];
  const leaving = before.map((names) => names.filter((name) => !staying.has(name)));
  return evenly([...there, ...leaving], count);
}

/**
 * Largest first into the shard that has the fewest so far: no shard is larger than another by more than a class, or, where classes may be cut, a share. At least one
 * shard, and none but that without a name.
 */
export function evenly(
  classes: readonly (readonly string[])[],
  count: number,
  { mayCut } = { mayCut: true },
): readonly (readonly string[])[] {
  const all = classes.reduce((sum, { length }) => sum + length, 0);
  const shards: string[][] = Array.from({ length: Math.max(1, Math.min(count, all)) }, () => []);
  const share = Math.max(1, Math.ceil(all / shards.length));
  const pieces = classes.flatMap((names) => (mayCut ? cut(names.toSorted(), share) : [names.toSorted()])).toSorted(byLengthAndName);
  for (const piece of pieces) shards.reduce((least, shard) => (shard.length < least.length ? shard : least)).push(...piece);
  const taken = shards.filter((names) => names.length > 0);
  return taken.length === 0 ? [[]] : taken.map((names) => names.toSorted());
}

function cut(names: readonly string[], share: number): readonly (readonly string[])[] {
  const parts = Math.ceil(names.length / share);
  const size = Math.ceil(names.length / parts);
  return Array.from({ length: parts }, (_, part) => names.slice(part * size, (part + 1) * size));
}

function byLengthAndName(a: readonly string[], b: readonly string[]): number {
  return b.length - a.length || ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1);
}

/** Renders what charts bring these clusters, on both sides of a request, for another process to go on from. */
export async function cook(world: World, request: Request, clusters: readonly string[]): Promise<Cooked> {
  const { engine, head, base, charts, chartsBefore } = await opened(world, request);
  const ware = { memory: emptyMemory(), only: new Set(clusters) };
  render(head, charts, engine, ware);
  if (base && chartsBefore) render(base, chartsBefore, engine, ware);
  return cookedIn(ware.memory);
}

/** What several processes rendered, in one memory; which of them did not hand on what `cook` gives, by index. */
export function handedOn(all: readonly Json[]): { readonly memory: Memory; readonly broken: ReadonlySet<number> } {
  const memory = emptyMemory();
  const broken = new Set(all.flatMap((cooked, index) => (remember(memory, cooked) ? [] : [index])));
  return { memory, broken };
}
