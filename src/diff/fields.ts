import { listEntry } from "../catalog/list-keys.ts";
import type { Json, JsonObject } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import { compareLists } from "./lists.ts";
import { type At, atKey, keysOf } from "./path.ts";
import { compareTexts } from "./texts.ts";
import { differs, push, type Walk } from "./walk.ts";

/** Adds what differs between two values to the walk. `undefined` stands for a value that is not there. */
export function compareValues(walk: Walk, at: At, before: Json | undefined, after: Json | undefined): void {
  if (before === after) return;
  if (before === undefined || after === undefined) {
    push(walk, at.shown, before, after);
  } else if (isObject(before) && isObject(after)) {
    compareObjects(walk, at, before, after);
  } else if (isList(before) && isList(after)) {
    compareLists(walk, at, listEntry(walk.id, at.rule), before, after);
  } else {
    compareScalars(walk, at, before, after);
  }
}

function compareObjects(walk: Walk, at: At, before: JsonObject, after: JsonObject): void {
  const standards = walk.rules.defaults.get(at.rule) ?? [];
  for (const key of keysOf(before, after)) {
    const below = atKey(at, key);
    const left = before[key];
    const right = after[key];
    if (left === right) continue;
    const dropped = walk.rules.drops.get(below.rule);
    const standard = standards.find((entry) => entry.key === key);
    if (dropped !== undefined) {
      if (differs(walk, below, left, right)) walk.hidden.push(dropped);
    } else if (standard !== undefined && (left === undefined || right === undefined)) {
      compareWithDefault(walk, below, left, right, standard);
    } else {
      compareValues(walk, below, left, right);
    }
  }
}

/** One side leaves the field to the API server: it is equal when the other side says what the server would. */
function compareWithDefault(
  walk: Walk,
  at: At,
  before: Json | undefined,
  after: Json | undefined,
  standard: { readonly value: Json; readonly rule: string },
): void {
  if (differs(walk, at, before ?? standard.value, after ?? standard.value)) compareValues(walk, at, before, after);
  else walk.hidden.push(standard.rule);
}

function compareScalars(walk: Walk, at: At, before: Json, after: Json): void {
  const rule = walk.rules.sameMeaning(at.rule, at.key, before, after);
  if (rule !== undefined) walk.hidden.push(rule);
  else if (typeof before === "string" && typeof after === "string") compareTexts(walk, at, before, after);
  else push(walk, at.shown, before, after);
}
