import { parseJson } from "../../../src/adapters/kubernetes/json.ts";
import { canonical, isList, isObject, type Json, type JsonObject } from "../../../src/model/json.ts";
import { badRequest, Refusal } from "./answer.ts";

/** RFC 7386. */
export function mergePatched(value: Json | undefined, patch: Json): Json {
  if (!isObject(patch) || Object.getPrototypeOf(patch) === null) return patch;
  const result: Record<string, Json | undefined> = isObject(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) delete result[key];
    else if (part !== undefined) result[key] = mergePatched(result[key], part);
  }
  return result;
}

/** RFC 6902, without `move` and `copy`. @throws Refusal */
export function jsonPatched(object: JsonObject, operations: Json): JsonObject {
  if (!isList(operations)) throw badRequest("a JSON patch is a list");
  const result = parseJson(JSON.stringify(object)) as JsonObject;
  for (const operation of operations) if (isObject(operation)) act(result, operation);
  return result;
}

type Open = Record<string, Json | undefined> | Json[];

function act(root: JsonObject, { op, path, value }: JsonObject): void {
  const steps = String(path)
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop() ?? "";
  let at = root as unknown as Open;
  for (const step of steps) at = childOf(at, step) as unknown as Open;
  if (at === null || typeof at !== "object") throw refused(`the path ${String(path)} leads nowhere`);
  const there = childOf(at, last);
  if (op !== "add" && there === undefined) throw refused(`the path ${String(path)} leads nowhere`);
  if (op === "test" && canonical(there) !== canonical(value)) throw refused(`testing path ${String(path)} value failed`);
  if (op === "test") return;
  if (Array.isArray(at)) {
    const index = last === "-" ? at.length : Number(last);
    if (op === "add") at.splice(index, 0, value ?? null);
    else if (op === "remove") at.splice(index, 1);
    else at[index] = value ?? null;
  } else if (op === "remove") delete at[last];
  else at[last] = value ?? null;
}

function childOf(at: Open | undefined, step: string): Json | undefined {
  if (Array.isArray(at)) return at[Number(step)];
  return at === null || typeof at !== "object" ? undefined : at[step];
}

function refused(message: string): Refusal {
  return new Refusal(422, "Invalid", `the server rejected our request due to an error in our request: ${message}`);
}
