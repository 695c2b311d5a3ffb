import type { Json, JsonObject } from "../model/json.ts";
import { canonical, isList, isObject } from "../model/json.ts";
import type { Manifest, ObjectId } from "../model/manifest.ts";
import { listEntry, sharedKeys } from "./list-keys.ts";
import { type Normalisation, normalisationOf } from "./normalize.ts";

/**
 * One text per meaning: equal exactly for objects between which a comparison of files finds no change. Dropped fields are gone, defaults are filled
 * in, amounts and times have one spelling, and entries of lists whose order means nothing are sorted.
 */
export function normalText(manifest: Manifest): string {
  return normalise({ id: manifest.id, rules: normalisationOf(manifest.id) }, "", "", manifest.object);
}

interface Scope {
  readonly id: ObjectId;
  readonly rules: Normalisation;
}

function normalise(scope: Scope, path: string, key: string, value: Json): string {
  if (isList(value)) return normaliseList(scope, path, value);
  if (isObject(value)) return normaliseObject(scope, path, value);
  return canonical(scope.rules.spelling(path, key, value));
}

function normaliseObject(scope: Scope, path: string, value: JsonObject): string {
  const parts: [string, string][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const below = path === "" ? key : `${path}.${key}`;
    if (entry !== undefined && !scope.rules.drops.has(below)) parts.push([key, normalise(scope, below, key, entry)]);
  }
  for (const { key, value: standard } of scope.rules.defaults.get(path) ?? []) {
    if (value[key] === undefined) parts.push([key, normalise(scope, `${path}.${key}`, key, standard)]);
  }
  parts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${parts.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;
}

function normaliseList(scope: Scope, path: string, value: readonly Json[]): string {
  const texts = value.map((entry) => normalise(scope, `${path}[]`, "", entry));
  const entry = listEntry(scope.id, path);
  const isSorted = entry !== undefined && !entry.ordered && sharedKeys(entry, [value]) !== undefined;
  return `[${(isSorted ? texts.sort() : texts).join(",")}]`;
}
