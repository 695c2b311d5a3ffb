import { diffArrays } from "diff";
import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";

/** Positions of two entries that belong together; one of them is missing for an entry that is new or gone. */
export interface Pairing {
  readonly left: number | undefined;
  readonly right: number | undefined;
}

/** Beyond this many entries on one side of a gap, those that changed are paired in their order instead of by likeness. */
const mostCompared = 60;
/** The share of likeness below which two entries are another thing, not the same one changed. */
const leastLikeness = 0.3;

/**
 * Pairs the entries of two lists without keys, keeping their order: a longest common subsequence of equal entries, and between those the pairing with
 * the greatest likeness. Pairs come in the order of `after`, with what is gone where it was.
 */
export function align(before: readonly Json[], after: readonly Json[], isEqual: (left: Json, right: Json) => boolean): readonly Pairing[] {
  const result: Pairing[] = [];
  let left = 0;
  let right = 0;
  let removed = 0;
  const flush = (added: number) => {
    result.push(...pairGap(before.slice(left, left + removed), after.slice(right, right + added), { left, right }));
    left += removed;
    right += added;
    removed = 0;
  };
  for (const run of diffArrays([...before], [...after], { comparator: isEqual })) {
    if (run.removed) {
      removed += run.count;
    } else if (run.added) {
      flush(run.count);
    } else {
      flush(0);
      for (let step = 0; step < run.count; step++) result.push({ left: left++, right: right++ });
    }
  }
  flush(0);
  return result;
}

function pairGap(
  before: readonly Json[],
  after: readonly Json[],
  start: { readonly left: number; readonly right: number },
): readonly Pairing[] {
  const likeness = (i: number, j: number) => {
    if (before.length > mostCompared || after.length > mostCompared) return i === j ? 1 : 0;
    return alike(before[i] ?? null, after[j] ?? null);
  };
  const pairs = bestPairs(before.length, after.length, likeness);
  const result: Pairing[] = [];
  let i = 0;
  let j = 0;
  for (const [left, right] of [...pairs, [before.length, after.length] as const]) {
    for (; i < left; i++) result.push({ left: start.left + i, right: undefined });
    for (; j < right; j++) result.push({ left: undefined, right: start.right + j });
    if (left < before.length) result.push({ left: start.left + i++, right: start.right + j++ });
  }
  return result;
}

/** The order-keeping pairing with the greatest sum of likeness: the classic table, filled from the end. */
function bestPairs(rows: number, columns: number, likeness: (i: number, j: number) => number): readonly (readonly [number, number])[] {
  if (rows === 0 || columns === 0) return [];
  const score = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const at = (i: number, j: number) => score[i]?.[j] ?? 0;
  const like = Array.from({ length: rows }, (_, i) => Float64Array.from({ length: columns }, (_, j) => likeness(i, j)));
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = score[i];
      const gain = like[i]?.[j] ?? 0;
      if (row !== undefined) row[j] = Math.max(at(i + 1, j), at(i, j + 1), gain >= leastLikeness ? gain + at(i + 1, j + 1) : 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const gain = like[i]?.[j] ?? 0;
    if (gain >= leastLikeness && at(i, j) === gain + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

/** How much two values have in common, 0 to 1: the share of their leaves that are the same in the same place. */
function alike(before: Json, after: Json): number {
  if (!(isObject(before) || isList(before)) || !(isObject(after) || isList(after)))
    return before === after ? 1 : plainLikeness(before, after);
  const left = leaves(before);
  const right = leaves(after);
  const shared = [...left].filter((leaf) => right.has(leaf)).length;
  // Two entries that share no value but the same keys are still likelier one changed than one removed and one added.
  const keys = sharedKeys(before, after);
  return Math.min(1, shared / Math.max(left.size, right.size, 1) + keys * 0.3);
}

function plainLikeness(before: Json, after: Json): number {
  return typeof before === typeof after && !isObject(before) && !isList(before) ? leastLikeness : 0;
}

function sharedKeys(before: Json, after: Json): number {
  if (!isObject(before) || !isObject(after)) return 0;
  const left = Object.keys(before);
  const right = Object.keys(after);
  return left.filter((key) => right.includes(key)).length / Math.max(left.length, right.length, 1);
}

function leaves(value: Json, path = "", into = new Set<string>()): ReadonlySet<string> {
  if (isList(value)) for (const [index, entry] of value.entries()) leaves(entry, `${path}[${index}]`, into);
  else if (isObject(value)) for (const [key, entry] of Object.entries(value)) leaves(entry ?? null, `${path}.${key}`, into);
  else into.add(`${path}=${JSON.stringify(value)}`);
  return into;
}
