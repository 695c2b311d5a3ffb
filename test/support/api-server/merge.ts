import { isList, isObject, type Json, type JsonObject } from "../../../src/model/json.ts";
import { entryStep, type Field, type KeysAt } from "./fields.ts";

/** What is there, with what is applied on top: maps and keyed lists together, everything else replaced. */
export function merged(live: Json | undefined, applied: Json, path: string, keysAt: KeysAt): Json {
  if (isObject(live) && isObject(applied) && Object.getPrototypeOf(applied) !== null) {
    const result: Record<string, Json | undefined> = { ...live };
    for (const [key, value] of Object.entries(applied)) {
      if (value !== undefined) result[key] = merged(live[key], value, path === "" ? key : `${path}.${key}`, keysAt);
    }
    return result;
  }
  const keys = isList(applied) ? keysAt(path) : undefined;
  if (!isList(live) || !isList(applied) || keys === undefined) return applied;
  const result = [...live];
  for (const entry of applied) {
    const step = entryStep(entry, keys);
    const index = result.findIndex((other) => entryStep(other, keys) === step);
    if (index < 0) result.push(entry);
    else result[index] = merged(result[index], entry, `${path}[]`, keysAt);
  }
  return result;
}

/** The value without one field; containers that become empty by it go as well, as on the real server. */
export function without(value: Json, field: Field, path: string, keysAt: KeysAt): Json | undefined {
  const [step = "", ...rest] = field;
  if (isObject(value) && step.startsWith("f:")) return withoutKey(value, step.slice(2), rest, { path, keysAt });
  const keys = isList(value) ? keysAt(path) : undefined;
  if (!isList(value) || keys === undefined) return value;
  const index = value.findIndex((entry) => entryStep(entry, keys) === step);
  const entry = value[index];
  if (entry === undefined) return value;
  const left = rest[0] === "." || rest.length === 0 ? undefined : without(entry, rest, `${path}[]`, keysAt);
  const result = value.flatMap((each, at) => (at !== index ? [each] : left === undefined ? [] : [left]));
  return result.length === 0 ? undefined : result;
}

function withoutKey(object: JsonObject, key: string, rest: Field, { path, keysAt }: { path: string; keysAt: KeysAt }): Json | undefined {
  const inner = object[key];
  if (inner === undefined) return object;
  const left = rest.length === 0 ? undefined : without(inner, rest, path === "" ? key : `${path}.${key}`, keysAt);
  const { [key]: _, ...others } = object;
  if (left !== undefined) return { ...object, [key]: left };
  return Object.keys(others).length === 0 && path !== "" ? undefined : others;
}
