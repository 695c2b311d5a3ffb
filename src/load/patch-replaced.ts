import { entryKey, listEntry } from "../catalog/list-keys.ts";
import type { Json, JsonObject, Path } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import { isPlain, joined, keysFor } from "./patch.ts";

/** A list that a patch replaces although its entries could have been merged by their keys. */
export interface ReplacedList {
  /** In the patch. */
  readonly path: Path;
  readonly keys: string;
  readonly before: number;
}

/** The lists that a patch replaces because its entries lack the keys they would be matched by. */
export function replacedLists(below: JsonObject, over: JsonObject, id: ObjectId): readonly ReplacedList[] {
  return inValues(below, over, { id, path: [], pattern: "" });
}

interface At {
  readonly id: ObjectId;
  readonly path: Path;
  readonly pattern: string;
}

function inValues(below: Json | undefined, over: Json | undefined, at: At): readonly ReplacedList[] {
  if (isObject(below) && isObject(over)) {
    return Object.entries(over).flatMap(([key, value]) =>
      inValues(below[key], value, { ...at, path: [...at.path, key], pattern: joined(at.pattern, key) }),
    );
  }
  return isList(below) && isList(over) ? inLists(below, over, at) : [];
}

function inLists(below: readonly Json[], over: readonly Json[], at: At): readonly ReplacedList[] {
  const known = listEntry(at.id, at.pattern);
  if (known === undefined || isPlain(known.keys) || over.length === 0 || below.length === 0) return [];
  const keys = keysFor(known.keys, below, over);
  if (keys === undefined) return [{ path: at.path, keys: known.keys[0]?.join(", ") ?? "", before: below.length }];
  const named = new Map(below.map((entry) => [entryKey(entry, keys), entry] as const));
  return over.flatMap((entry, index) =>
    inValues(named.get(entryKey(entry, keys)), entry, { ...at, path: [...at.path, index], pattern: `${at.pattern}[]` }),
  );
}
