import type { Json } from "../model/json.ts";
import { isList, isObject, valueAt } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import { type ListEntry, listKeys } from "./list-keys.gen.ts";

/**
 * What the catalogue knows of the list at `path` in objects of this kind, or `undefined`: such a list is compared and replaced as a whole.
 * `path` is as in `list-keys.yaml`: `spec.http[].route`.
 */
export function listEntry(id: Pick<ObjectId, "group" | "kind">, path: string): ListEntry | undefined {
  const kind = id.group === "" ? id.kind : `${id.group}/${id.kind}`;
  const own = Object.hasOwn(listKeys, kind) ? listKeys[kind] : undefined;
  return entryOf(own, path) ?? entryOf(listKeys["*"], path);
}

/** Paths of all lists the catalogue knows in objects of this kind. */
export function listPaths(id: Pick<ObjectId, "group" | "kind">): readonly string[] {
  const kind = id.group === "" ? id.kind : `${id.group}/${id.kind}`;
  return [kind, "*"].flatMap((name) => (Object.hasOwn(listKeys, name) ? Object.keys(listKeys[name] ?? {}) : []));
}

function entryOf(lists: Readonly<Record<string, ListEntry>> | undefined, path: string): ListEntry | undefined {
  return lists !== undefined && Object.hasOwn(lists, path) ? lists[path] : undefined;
}

/**
 * The name of one entry under one alternative of `keys`, as one text, or `undefined` when the entry lacks a key. The key `.` is the plain value itself.
 */
export function entryKey(entry: Json, keys: readonly string[]): string | undefined {
  const parts: Json[] = [];
  for (const key of keys) {
    const part = key === "." ? entry : valueAt(entry, key.split("."));
    if (part === undefined || part === null || isObject(part) || isList(part)) return undefined;
    parts.push(part);
  }
  return JSON.stringify(parts);
}

/** The first alternative under which every entry of every list has a name and no list has one twice; `undefined` when there is none. */
export function sharedKeys(entry: ListEntry, lists: readonly (readonly Json[])[]): readonly string[] | undefined {
  return entry.keys.find((keys) => lists.every((list) => isNamedOnce(list, keys)));
}

function isNamedOnce(list: readonly Json[], keys: readonly string[]): boolean {
  const names = list.map((item) => entryKey(item, keys));
  return !names.includes(undefined) && new Set(names).size === names.length;
}
