import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject, valueAt } from "../model/json.ts";

/**
 * Where a comparison stands: `shown` is the path for people (`spec.http[0].route[v2]`), `rule` the path of the catalogue (`spec.http[].route[]`), in which
 * entries of a list have no name.
 */
export interface At {
  readonly shown: string;
  readonly rule: string;
  readonly key: string;
}

/** The root of an object. */
export const root: At = { shown: "", rule: "", key: "" };

/** The root of a structure written as text inside the value at `outer`: `data.mesh: defaultConfig.meshId`. Catalogue rules do not reach in there. */
export function inside(outer: At): At {
  return { shown: `${outer.shown}:`, rule: "\u0000", key: "" };
}

/** One key further. Keys that hold a dot or a slash are shown in brackets. */
export function atKey(at: At, key: string): At {
  const plain = /^[\w$-]+$/u.test(key);
  const joint = at.shown === "" || !plain ? "" : at.shown.endsWith(":") ? " " : ".";
  const gap = !plain && at.shown.endsWith(":") ? " " : "";
  return { shown: `${at.shown}${joint}${gap}${plain ? key : `[${key}]`}`, rule: at.rule === "" ? key : `${at.rule}.${key}`, key };
}

/** One entry of a list further. */
export function atEntry(at: At, label: string | number): At {
  const gap = at.shown.endsWith(":") ? " " : "";
  return { shown: `${at.shown}${gap}[${label}]`, rule: `${at.rule}[]`, key: "" };
}

/**
 * What a person calls an entry of a list: the shortest of its keys that tells it from the others. Subset and name come first, because that is how
 * people speak of routes and ports.
 */
export function labelKeys(keys: readonly string[], entries: readonly Json[]): readonly string[] {
  const favourites = keys.filter((key) => /(^|\.)(subset|name)$/u.test(key));
  const candidates = [...favourites, ...keys].map((key) => [key]);
  return candidates.find((candidate) => new Set(entries.map((entry) => labelOf(entry, candidate))).size === entries.length) ?? keys;
}

/** The text of the label keys of one entry. */
export function labelOf(entry: Json, keys: readonly string[]): string {
  return keys.map((key) => scalarText(key === "." ? entry : valueAt(entry, key.split(".")))).join("/");
}

function scalarText(value: Json | undefined): string {
  return value === undefined || isList(value) || isObject(value) ? "" : String(value);
}

/** Keys of both sides: those of `after` in their order, then those that are gone. */
export function keysOf(before: JsonObject, after: JsonObject): readonly string[] {
  const present = Object.keys(after).filter((key) => after[key] !== undefined);
  const gone = Object.keys(before).filter((key) => before[key] !== undefined && after[key] === undefined);
  return [...present, ...gone];
}
