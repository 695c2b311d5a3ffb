import type { Json, JsonObject } from "../model/json.ts";
import { canonical, isList, isObject } from "../model/json.ts";
import type { Manifest, ObjectId } from "../model/manifest.ts";
import { entryKey, listEntry, listPaths, sharedKeys } from "./list-keys.ts";
import { type Normalisation, normalisationOf, prefixesOf } from "./normalize.ts";

/**
 * One text per meaning: equal exactly for objects between which a comparison of files finds no change. Dropped fields are gone, defaults are filled
 * in, amounts and times have one spelling, and entries of lists whose order means nothing are sorted.
 */
export function normalText(manifest: Manifest): string {
  return normalise(scopeOf(manifest.id), "", "", manifest.object);
}

interface Scope {
  readonly id: ObjectId;
  readonly rules: Normalisation;
  /** Whether anything in the catalogue speaks about what lies at or below a path; elsewhere (the schemas in definitions) values are written as they are. */
  readonly reaches: (path: string) => boolean;
}

const scopes = new Map<string, Scope>();

function scopeOf(id: ObjectId): Scope {
  const kind = `${id.group}/${id.kind}`;
  const known = scopes.get(kind);
  if (known !== undefined) return known;
  const rules = normalisationOf(id);
  const lists = prefixesOf(listPaths(id));
  const scope = { id, rules, reaches: (path: string) => lists.has(path) || rules.reaches(path) };
  scopes.set(kind, scope);
  return scope;
}

function normalise(scope: Scope, path: string, key: string, value: Json): string {
  if (typeof value === "object" && !scope.reaches(path)) return canonical(value);
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
  const entry = listEntry(scope.id, path);
  const keys = entry === undefined || entry.ordered ? undefined : sharedKeys(entry, [value]);
  // By their keys, not by their whole text: what else is in an entry must not decide its place.
  const sorted = keys === undefined ? value : [...value].sort((a, b) => ((entryKey(a, keys) ?? "") < (entryKey(b, keys) ?? "") ? -1 : 1));
  return `[${sorted.map((item) => normalise(scope, `${path}[]`, "", item)).join(",")}]`;
}

/**
 * True when symbols in the object's normal text may be replaced right there, with the same result as in the object: none of them is in a key or names an
 * entry of a list, where it would decide the order of the text.
 */
export function keepsOrder(manifest: Manifest): boolean {
  return isOrdered(manifest.id, "", manifest.object);
}

function isOrdered(id: ObjectId, path: string, value: Json): boolean {
  if (isList(value)) {
    const keys = listEntry(id, path)?.keys ?? [];
    return value.every((item) => isOrdered(id, `${path}[]`, item) && !keys.some((some) => entryKey(item, some)?.includes("⟨")));
  }
  if (!isObject(value)) return true;
  return Object.entries(value).every(
    ([key, item]) => !key.includes("⟨") && (item === undefined || isOrdered(id, path === "" ? key : `${path}.${key}`, item)),
  );
}
