import { isObject, type Json, type JsonObject, textAt } from "../json.ts";

/**
 * What Isthmus keeps in a cluster, as it was read. `value` is `undefined` when there is none. What is there and cannot be understood is `unknown`, never none:
 * an inventory taken for empty would lose what is ours, a ledger taken for empty would forget a certificate. `why` ends the sentence "… cannot be read: ".
 */
export type Kept<T> = { readonly kind: "known"; readonly value: T | undefined } | { readonly kind: "unknown"; readonly why: string };

/** Names of our objects in the system namespace: two ConfigMaps, two Leases. */
export const stateNames = { inventory: "isthmus-inventory", ledger: "isthmus-ledger", lease: "isthmus", lock: "isthmus-lock" } as const;

/** Bytes that the entries of one ConfigMap may have; the API server takes 1 MiB for all of it. */
export const mostBytes = 700_000;

/** The mesh that an object of ours is of, when it is another than `mesh`: what it says must not be taken for ours. */
export function otherMeshOf(object: JsonObject | undefined, mesh: string): string | undefined {
  const said = [textAt(object, "metadata", "labels", "isthmus.dev/mesh"), textAt(object, "data", "mesh")];
  return said.find((name) => name !== undefined && name !== mesh);
}

/** Something that cannot be understood. Caught where the object is read; never leaves this folder. */
export class Damage extends Error {}

/** What `read` makes of an object that is there, or why it cannot. */
export function kept<T>(read: () => T | undefined): Kept<T> {
  try {
    return { kind: "known", value: read() };
  } catch (error) {
    if (error instanceof Damage) return { kind: "unknown", why: error.message };
    throw error;
  }
}

/** The text at a key of `data`. @throws Damage when it is missing */
export function dataText(object: JsonObject, key: string): string {
  const text = textAt(object, "data", key);
  if (text === undefined) throw new Damage(`key \`${key}\` is missing`);
  return text;
}

/** A whole number, at least `least`. @throws Damage */
export function wholeNumber(text: string, what: string, least = 0): number {
  const number = /^\d{1,9}$/u.test(text) ? Number(text) : -1;
  if (number < least) throw new Damage(`\`${what}\` is no number we could have written`);
  return number;
}

/** A time as we write it, in milliseconds since 1970. @throws Damage */
export function timeOf(text: string, what: string): number {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new Damage(`\`${what}\` is no time`);
  return time;
}

/** Milliseconds since 1970 as RFC 3339 in UTC. */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** JSON inside a text. @throws Damage */
export function jsonIn(text: string, what: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Damage(`\`${what}\` is no JSON`);
  }
}

/** A JSON object inside a text. @throws Damage */
export function objectIn(text: string, what: string): JsonObject {
  const value = jsonIn(text, what);
  if (!isObject(value)) throw new Damage(`\`${what}\` is no JSON object`);
  return value;
}

/** The lines of a list that we wrote, as many as `count` says. @throws Damage when some are missing or too many */
export function countedLines(object: JsonObject): readonly string[] {
  const lines = dataText(object, "entries")
    .split("\n")
    .filter((line) => line !== "");
  const count = wholeNumber(dataText(object, "count"), "count");
  if (lines.length !== count) throw new Damage(`it has ${lines.length} entries and says ${count}`);
  return lines;
}

/** Refuses what a later Isthmus wrote in another form. @throws Damage */
export function checkFormat(object: JsonObject): void {
  const format = dataText(object, "format");
  if (format !== "1") throw new Damage(`its format is \`${format}\`, and we know format 1`);
}
