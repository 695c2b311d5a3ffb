import type { ListEntry } from "../catalog/list-keys.gen.ts";
import { entryKey, sharedKeys } from "../catalog/list-keys.ts";
import { isList, isObject, type Json } from "../model/json.ts";
import { align, type Pairing } from "./align.ts";
import { describeEntries, shortOrders } from "./describe.ts";
import { type At, atEntry, labelKeys, labelOf } from "./path.ts";
import { differs, push, type Walk } from "./walk.ts";

/** Two lists: entries are paired by their keys where the catalogue knows some and they tell every entry apart, else by what they hold. */
export function compareLists(walk: Walk, at: At, entry: ListEntry | undefined, before: readonly Json[], after: readonly Json[]): void {
  const keys = entry && sharedKeys(entry, [before, after]);
  if (entry === undefined || keys === undefined) compareByContent(walk, at, before, after);
  else if (keys[0] === ".") compareSets(walk, at, before, after);
  else compareByKey(walk, at, { keys, ordered: entry.ordered }, before, after);
}

function compareSets(walk: Walk, at: At, before: readonly Json[], after: readonly Json[]): void {
  const left = new Set(before);
  const right = new Set(after);
  for (const value of before) if (!right.has(value)) push(walk, `${at.shown}[]`, value, undefined);
  for (const value of after) if (!left.has(value)) push(walk, `${at.shown}[]`, undefined, value);
}

function compareByKey(
  walk: Walk,
  at: At,
  { keys, ordered }: { readonly keys: readonly string[]; readonly ordered: boolean },
  before: readonly Json[],
  after: readonly Json[],
): void {
  const left = new Map(before.map((value) => [entryKey(value, keys), value]));
  const right = new Map(after.map((value) => [entryKey(value, keys), value]));
  const gone = [...left].filter(([key]) => !right.has(key)).map(([, value]) => value);
  const label = labelKeys(keys, [...after, ...gone]);
  for (const [key, value] of right) walk.compare(walk, atEntry(at, labelOf(value, label)), left.get(key), value);
  for (const value of gone) push(walk, atEntry(at, labelOf(value, label)).shown, value, undefined);
  if (!ordered) return;
  const kept = [...left].filter(([key]) => right.has(key)).map(([, value]) => labelOf(value, label));
  const now = [...right].filter(([key]) => left.has(key)).map(([, value]) => labelOf(value, label));
  showMove(walk, at, kept, now);
}

/** Order has a meaning here and changed: both orders, by the labels of the entries that are on both sides. */
function showMove(walk: Walk, at: At, before: readonly string[], after: readonly string[]): void {
  if (before.every((label, index) => label === after[index])) return;
  push(walk, `${at.shown} (order)`, ...shortOrders(before, after));
}

/** Entries without names, in their order: equal ones meet, similar ones are compared, an entry found again elsewhere has moved. */
function compareByContent(walk: Walk, at: At, before: readonly Json[], after: readonly Json[]): void {
  const pairs = align(before, after, (left, right) => !differs(walk, atEntry(at, 0), left, right));
  const gone = new Set<number>();
  const moves = new Map<number, number>();
  for (const { left, right } of pairs) if (left !== undefined && right === undefined) gone.add(left);
  for (const { left, right } of pairs) {
    if (left !== undefined || right === undefined) continue;
    const from = [...gone].find((index) => !differs(walk, atEntry(at, 0), before[index], after[right]));
    if (from === undefined) continue;
    gone.delete(from);
    moves.set(right, from);
  }
  const wasMoved = new Set(moves.values());
  if (moves.size > 0) showUnnamedMove(walk, at, { before, after, pairs, moves });
  for (const { left, right } of pairs) {
    if ((left !== undefined && wasMoved.has(left)) || (right !== undefined && moves.has(right))) continue;
    if (left === undefined || right === undefined) {
      push(walk, atEntry(at, right ?? left ?? 0).shown, before[left ?? -1], after[right ?? -1]);
    } else {
      walk.compare(walk, atEntry(at, right), before[left], after[right]);
    }
  }
}

/** Both orders of entries without names: plain lists as they are, others by what describes the entries that are on both sides. */
function showUnnamedMove(
  walk: Walk,
  at: At,
  lists: {
    readonly before: readonly Json[];
    readonly after: readonly Json[];
    readonly pairs: readonly Pairing[];
    /** Old places by the new ones. */
    readonly moves: ReadonlyMap<number, number>;
  },
): void {
  const { before, after, pairs, moves } = lists;
  if ([...before, ...after].every((entry) => !isList(entry) && !isObject(entry))) {
    push(walk, `${at.shown} (order)`, ...shortOrders(before, after));
    return;
  }
  const kept = pairs.flatMap(({ left, right }) => {
    const from = right === undefined ? undefined : (left ?? moves.get(right));
    return right === undefined || from === undefined ? [] : [{ from, right }];
  });
  const texts = describeEntries(kept.map(({ right }) => after[right] ?? null));
  const now = kept.map(({ from, right }, index) => ({ from, right, text: texts[index] ?? null }));
  const inOrder = (place: "from" | "right") => now.toSorted((a, b) => a[place] - b[place]).map(({ text }) => text);
  push(walk, `${at.shown} (order)`, ...shortOrders(inOrder("from"), inOrder("right")));
}
