import type { Json, JsonObject } from "../model/json.ts";
import { isObject } from "../model/json.ts";

/** A dotted path and the value to stand there; `undefined` leaves the key out. */
export type Entry = readonly [path: string, value: Json | undefined];

/** Helm values from dotted paths, in the order given: `["global.network", "net1"]`. */
export function tree(entries: readonly Entry[]): JsonObject {
  let result: JsonObject = {};
  for (const [path, value] of entries) if (value !== undefined) result = withValue(result, path.split("."), value);
  return result;
}

function withValue(at: JsonObject, [key, ...rest]: readonly string[], value: Json): JsonObject {
  if (key === undefined) return at;
  if (rest.length === 0) return { ...at, [key]: value };
  const inner = at[key];
  return { ...at, [key]: withValue(isObject(inner) ? inner : {}, rest, value) };
}

/** `over` laid over `under` as Helm does it: objects are merged, anything else is replaced. */
export function merged(under: JsonObject, over: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [key, value] of [...Object.entries(under), ...Object.entries(over)]) {
    if (value === undefined) continue;
    const before = result[key];
    result[key] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return result;
}

/** Every value that is not an object, with the path to it. */
export function leaves(
  value: JsonObject,
  path: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly value: Json }[] {
  return Object.entries(value).flatMap(([key, entry]) => {
    if (entry === undefined) return [];
    return isObject(entry) && Object.keys(entry).length > 0 ? leaves(entry, [...path, key]) : [{ path: [...path, key], value: entry }];
  });
}
