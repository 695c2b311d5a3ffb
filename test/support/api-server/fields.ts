import { entryKey, listEntry } from "../../../src/catalog/list-keys.ts";
import { isList, isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../../src/model/json.ts";
import type { Kind } from "./kinds.ts";

/** Steps to a field as the server's books write them: `f:spec`, `k:{"name":"a"}`, `v:"x"`, and `.` for an entry of a list itself. */
export type Field = readonly string[];

const ownedByServer = new Set([
  "name",
  "namespace",
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "managedFields",
  "selfLink",
]);

/** How the list at a path is taken apart: by keys, as a set (`.`), or not at all. */
export type KeysAt = (path: string) => readonly string[] | undefined;

/** Custom resources as their schema says, built-in kinds as the catalogue says. */
export function keysOf(kind: Kind): KeysAt {
  const { schema } = kind;
  if (schema !== undefined) return (path) => schemaKeys(schema, path);
  return (path) => (path === "metadata.ownerReferences" ? ["uid"] : listEntry(kind, path)?.keys[0]);
}

function schemaKeys(schema: JsonObject, path: string): readonly string[] | undefined {
  if (path === "metadata.finalizers") return ["."];
  let at: JsonObject = schema;
  for (const step of path.split(".")) {
    const name = step.replace(/\[\]$/u, "");
    at = objectAt(at, "properties", name);
    if (step.endsWith("[]")) at = objectAt(at, "items");
  }
  switch (textAt(at, "x-kubernetes-list-type")) {
    case "map":
      return listAt(at, "x-kubernetes-list-map-keys").filter((key) => typeof key === "string");
    case "set":
      return ["."];
    default:
      return undefined;
  }
}

/** The step to an entry of a keyed list; `undefined` when it lacks its key. */
export function entryStep(entry: Json, keys: readonly string[]): string | undefined {
  if (keys[0] === ".") return `v:${JSON.stringify(entry)}`;
  if (!isObject(entry)) return undefined;
  // Protocol is a key that the real server fills in before it looks.
  const named = Object.fromEntries(keys.map((key) => [key, entry[key] ?? (key === "protocol" ? "TCP" : undefined)]));
  return entryKey(named, keys) === undefined ? undefined : `k:${JSON.stringify(named)}`;
}

/** Every field that an object sets, with its value. */
export function leavesOf(object: JsonObject, keysAt: KeysAt): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  for (const [key, value] of Object.entries(object)) {
    if (key === "apiVersion" || key === "kind" || value === undefined) continue;
    if (key === "metadata") {
      const kept = Object.entries(objectAt(object, "metadata")).filter(([name]) => !ownedByServer.has(name));
      for (const [name, inner] of kept) collect(inner ?? null, [`f:metadata`, `f:${name}`], `metadata.${name}`, { keysAt, found });
    } else collect(value, [`f:${key}`], key, { keysAt, found });
  }
  return found;
}

interface Collecting {
  readonly keysAt: KeysAt;
  readonly found: Map<string, Json>;
}

function collect(value: Json, field: Field, path: string, into: Collecting): void {
  const keys = isList(value) ? into.keysAt(path) : undefined;
  const steps = isList(value) && keys !== undefined ? value.map((entry) => entryStep(entry, keys)) : undefined;
  if (isList(value) && steps !== undefined && !steps.includes(undefined)) {
    for (const [index, entry] of value.entries()) {
      const inner = [...field, steps[index] ?? ""];
      into.found.set(textOf([...inner, "."]), null);
      if (isObject(entry))
        for (const [key, part] of Object.entries(entry)) collect(part ?? null, [...inner, `f:${key}`], `${path}[].${key}`, into);
    }
  } else if (isObject(value) && Object.getPrototypeOf(value) !== null && Object.keys(value).length > 0) {
    for (const [key, part] of Object.entries(value)) collect(part ?? null, [...field, `f:${key}`], `${path}.${key}`, into);
  } else into.found.set(textOf(field), value);
}

export function textOf(field: Field): string {
  return JSON.stringify(field);
}

export function fieldOf(text: string): Field {
  return JSON.parse(text) as Field;
}

/** `fieldsV1`, from the fields that a manager owns, and back. */
export function booked(owned: Iterable<string>): JsonObject {
  const root: Record<string, Json> = {};
  for (const text of [...owned].sort()) {
    let at = root;
    for (const step of fieldOf(text)) {
      at[step] ??= {};
      at = at[step] as Record<string, Json>;
    }
  }
  return root;
}

export function ownedIn(fieldsV1: JsonObject, above: Field = []): readonly string[] {
  return Object.entries(fieldsV1).flatMap(([step, inner]) => {
    const field = [...above, step];
    return isObject(inner) && Object.keys(inner).length > 0 ? ownedIn(inner, field) : [textOf(field)];
  });
}

/** A field as conflict messages write it: `.spec.ports[port=80].name`. */
export function shown(text: string): string {
  return fieldOf(text)
    .map((step) => {
      if (step.startsWith("f:")) return `.${step.slice(2)}`;
      if (step.startsWith("v:")) return `[=${step.slice(2)}]`;
      if (!step.startsWith("k:")) return "";
      const keys: Record<string, Json> = JSON.parse(step.slice(2));
      return `[${Object.entries(keys)
        .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
        .join(",")}]`;
    })
    .join("");
}
