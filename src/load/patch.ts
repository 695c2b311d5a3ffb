import { entryKey, listEntry } from "../catalog/list-keys.ts";
import type { Json, JsonObject, Path } from "../model/json.ts";
import { isList, isObject, valueAt } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import type { Source } from "../model/source.ts";

/** Why a patch cannot be merged, and where in it. */
export type Refusal =
  | { readonly kind: "directive"; readonly path: Path; readonly key: string }
  | { readonly kind: "unnamed"; readonly path: Path; readonly keys: string };

/** An object with a patch merged into it, and the place of each of its values, be it in the object's file or in the patch's. */
export interface Patched {
  readonly object: JsonObject;
  readonly source: Source;
}

/** Which entry of the list below, and which of the patch's, an entry of a merged list came from. */
type Entry = { readonly below: number | undefined; readonly over: number | undefined };

/**
 * Merges a patch: objects by key, `null` takes a key away, lists by the keys of the catalogue, any other list is replaced. Entries that only the patch
 * has come last; first where the order decides, because a route after the catch-all would never be reached.
 */
export function applyPatch(below: { readonly object: JsonObject; readonly source: Source }, over: Patched, id: ObjectId): Patched {
  const origins = new Map<readonly Json[], readonly Entry[]>();
  const merged = mergeObjects(below.object, over.object, { id, path: "", origins });
  // The version is the object's own: a patch only names it to say what it is about.
  const object = { ...merged, apiVersion: below.object["apiVersion"], kind: below.object["kind"] };
  return { object, source: mergedSource(below, over, object, origins) };
}

/** The first thing in a patch that cannot be done; `undefined` when it can be applied. */
export function refusalOf(patch: JsonObject, id: ObjectId): Refusal | undefined {
  return refusalIn(patch, id, [], "");
}

function refusalIn(value: Json | undefined, id: ObjectId, path: Path, pattern: string): Refusal | undefined {
  if (isList(value)) {
    const unnamed = unnamedIn(value, id, path, pattern);
    if (unnamed !== undefined) return unnamed;
    return firstOf(value.map((entry, index) => () => refusalIn(entry, id, [...path, index], `${pattern}[]`)));
  }
  if (!isObject(value)) return undefined;
  const directive = Object.keys(value).find((key) => /^\$(?:patch|retainKeys|deleteFromPrimitiveList|setElementOrder)(?:\/|$)/u.test(key));
  if (directive !== undefined) return { kind: "directive", path: [...path, directive], key: directive };
  return firstOf(
    Object.entries(value).map(
      ([key, inner]) =>
        () =>
          refusalIn(inner, id, [...path, key], joined(pattern, key)),
    ),
  );
}

function firstOf(tries: readonly (() => Refusal | undefined)[]): Refusal | undefined {
  for (const attempt of tries) {
    const refusal = attempt();
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** A list in which some entries have a name and some have none can neither be merged nor be meant as a replacement. */
function unnamedIn(list: readonly Json[], id: ObjectId, path: Path, pattern: string): Refusal | undefined {
  const known = listEntry(id, pattern);
  if (known === undefined || isPlain(known.keys) || list.length === 0) return undefined;
  if (known.keys.some((keys) => list.every((entry) => entryKey(entry, keys) !== undefined))) return undefined;
  const [keys] = known.keys;
  const index = list.findIndex((entry) => keys !== undefined && entryKey(entry, keys) === undefined);
  if (keys === undefined || list.every((entry) => entryKey(entry, keys) === undefined)) return undefined;
  return { kind: "unnamed", path: [...path, index], keys: keys.join(", ") };
}

interface Merging {
  readonly id: ObjectId;
  readonly path: string;
  readonly origins: Map<readonly Json[], readonly Entry[]>;
}

function mergeObjects(below: JsonObject, over: JsonObject, merging: Merging): JsonObject {
  const removed = new Set(Object.keys(over).filter((key) => over[key] === null));
  const kept = Object.entries(below).filter(([key]) => !removed.has(key) && !Object.hasOwn(over, key));
  const written = Object.entries(over)
    .filter(([key]) => !removed.has(key))
    .map(
      ([key, value]) =>
        [
          key,
          mergeValues(Object.hasOwn(below, key) ? below[key] : undefined, value, { ...merging, path: joined(merging.path, key) }),
        ] as const,
    );
  const values = new Map<string, Json | undefined>([...kept, ...written]);
  // The order of the object below is kept, so that a reader finds things where they were.
  const order = [
    ...Object.keys(below).filter((key) => values.has(key)),
    ...written.map(([key]) => key).filter((key) => !Object.hasOwn(below, key)),
  ];
  return Object.fromEntries(order.map((key) => [key, values.get(key)]));
}

function mergeValues(below: Json | undefined, over: Json | undefined, merging: Merging): Json | undefined {
  if (isObject(over)) return mergeObjects(isObject(below) ? below : {}, over, merging);
  if (isList(over) && isList(below)) return mergeLists(below, over, merging);
  return over;
}

function mergeLists(below: readonly Json[], over: readonly Json[], merging: Merging): readonly Json[] {
  const known = listEntry(merging.id, merging.path);
  const keys = known && !isPlain(known.keys) ? keysFor(known.keys, below, over) : undefined;
  if (known === undefined || keys === undefined) return over;
  const places = new Map(over.map((entry, index) => [entryKey(entry, keys), index] as const));
  const kept = below.map((entry, index): Entry => {
    const name = entryKey(entry, keys);
    return { below: index, over: name === undefined ? undefined : places.get(name) };
  });
  const met = new Set(kept.map((entry) => entry.over));
  const added = over.flatMap((_, index): readonly Entry[] => (met.has(index) ? [] : [{ below: undefined, over: index }]));
  const entries = known.ordered ? [...added, ...kept] : [...kept, ...added];
  const inner = { ...merging, path: `${merging.path}[]` };
  const merged = entries.map((entry) => mergeEntry(entry, below, over, inner));
  merging.origins.set(merged, entries);
  return merged;
}

function mergeEntry(entry: Entry, below: readonly Json[], over: readonly Json[], merging: Merging): Json {
  const under = entry.below === undefined ? undefined : below[entry.below];
  if (entry.over === undefined) return under ?? null;
  return mergeValues(under, over[entry.over], merging) ?? null;
}

/** The keys under which the patch names all its entries: those that also find an entry below when there are several. */
export function keysFor(
  alternatives: readonly (readonly string[])[],
  below: readonly Json[],
  over: readonly Json[],
): readonly string[] | undefined {
  const possible = alternatives.filter((keys) => {
    const names = over.map((entry) => entryKey(entry, keys));
    return !names.includes(undefined) && new Set(names).size === names.length;
  });
  const meets = (keys: readonly string[]): boolean => {
    const names = new Set(over.map((entry) => entryKey(entry, keys)));
    return below.some((entry) => names.has(entryKey(entry, keys)));
  };
  return possible.find(meets) ?? possible[0];
}

/** A list of plain values has no entries to change: a patch replaces it. */
export function isPlain(keys: readonly (readonly string[])[]): boolean {
  return keys.some((alternative) => alternative.includes("."));
}

/** A pattern with one more key. */
export function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Follows a path through the merged object and asks the file that the value came from; the patch where it has the value, the object below otherwise. */
function mergedSource(below: Patched, over: Patched, object: JsonObject, origins: ReadonlyMap<readonly Json[], readonly Entry[]>): Source {
  const place: Source["place"] = (path, of) => {
    let at: Json | undefined = object;
    let lower: Path | undefined = [];
    let upper: Path | undefined = [];
    for (const step of path) {
      const entry: Entry | undefined = isList(at) && typeof step === "number" ? origins.get(at)?.[step] : undefined;
      const isMerged = isList(at) && origins.has(at);
      lower = extended(lower, isMerged ? entry?.below : step, below.object);
      upper = extended(upper, isMerged ? entry?.over : step, over.object);
      at = valueAt(at, [step]);
    }
    return upper === undefined ? below.source.place(lower ?? path, of) : over.source.place(upper, of);
  };
  return { file: below.source.file, index: below.source.index, line: below.source.line, place };
}

function extended(path: Path | undefined, step: string | number | undefined, value: JsonObject): Path | undefined {
  if (path === undefined || step === undefined) return undefined;
  const next = [...path, step];
  return valueAt(value, next) === undefined ? undefined : next;
}
