import { canonical, isObject, type Json, type JsonObject, listAt, textAt, valueAt } from "./json.ts";
import type { Present } from "./live.ts";

/** The name under which Isthmus applies. */
export const ourManager = "isthmus";

/** One entry of `metadata.managedFields`: who set which fields, and how. */
export interface ManagerEntry {
  readonly manager: string;
  readonly operation: "Apply" | "Update";
  /** `status`, `scale`; empty for the object itself. */
  readonly subresource: string;
  /** A tree as in `fieldsV1`. */
  readonly fields: JsonObject;
}

/** The entries of an object; what is not one is left out. */
export function managersOf({ object }: Present): readonly ManagerEntry[] {
  return listAt(object, "metadata", "managedFields").filter(isObject).map(managerEntry);
}

/** One entry as it stands in `metadata.managedFields`. */
export function managerEntry(entry: JsonObject): ManagerEntry {
  const fields = valueAt(entry, ["fieldsV1"]);
  return {
    manager: textAt(entry, "manager") ?? "",
    operation: textAt(entry, "operation") === "Apply" ? "Apply" : "Update",
    subresource: textAt(entry, "subresource") ?? "",
    fields: isObject(fields) ? fields : {},
  };
}

/** True for what we applied ourselves. */
export function isOurs({ manager, operation, subresource }: ManagerEntry): boolean {
  return manager === ourManager && operation === "Apply" && subresource === "";
}

/**
 * What somebody owns at a place: a tree of fields below it; `whole` where the server keeps no books below it (plain values, and lists and maps that are only
 * ever set as a whole); `undefined` for nothing.
 */
export type Owned = JsonObject | "whole" | undefined;

/** All that these entries own together. */
export function ownedBy(entries: readonly ManagerEntry[]): Owned {
  const sets = entries.map(({ fields }) => fields);
  return sets.length === 0 ? undefined : sets.reduce(union, {});
}

/** Both trees in one. A leaf of one side is a leaf: who owns the whole owns its parts. */
export function union(a: JsonObject, b: JsonObject): JsonObject {
  const result: Record<string, Json> = { ...(a as Record<string, Json>) };
  for (const [key, below] of Object.entries(b)) {
    if (!isObject(below)) continue;
    const known = result[key];
    if (!isObject(known)) result[key] = below;
    else if (isEmpty(known) || isEmpty(below)) result[key] = {};
    else result[key] = union(known, below);
  }
  return result;
}

/** What is owned of the value at a key. */
export function ownedAt(owned: Owned, key: string): Owned {
  return below(owned, `f:${key}`);
}

/** What is owned of an entry of a list: by its keys (`k:{"name":"a"}`), or by its value in a set (`v:"a"`). */
export function ownedEntry(owned: Owned, entry: Json): Owned {
  if (owned === undefined || owned === "whole") return owned;
  const own = below(owned, `v:${JSON.stringify(entry)}`);
  if (own !== undefined || !isObject(entry)) return own;
  const name = Object.keys(owned).find((key) => key.startsWith("k:") && isNamed(entry, key.slice(2)));
  return name === undefined ? undefined : below(owned, name);
}

/** Whether entries of the list are owned one by one; if not, the list is only ever set as a whole. */
export function isGranular(owned: Owned): boolean {
  return isObject(owned) && Object.keys(owned).some((key) => /^[kvi]:/u.test(key));
}

function below(owned: Owned, key: string): Owned {
  if (owned === undefined || owned === "whole") return owned;
  const found = owned[key];
  if (!isObject(found)) return undefined;
  return isEmpty(found) ? "whole" : found;
}

function isEmpty(set: JsonObject): boolean {
  return Object.keys(set).length === 0;
}

function isNamed(entry: JsonObject, keys: string): boolean {
  const parsed = keysIn(keys);
  return parsed !== undefined && Object.entries(parsed).every(([key, value]) => canonical(entry[key]) === canonical(value));
}

/** The keys that name an entry of a list in `fieldsV1`, `{"name":"http"}`; `undefined` for what no server writes. */
export function keysIn(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
