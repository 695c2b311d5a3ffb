import { meshConfigEnums, meshConfigMessages } from "../../catalog/schemas/mesh-config.gen.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { nanosecondsIn } from "./durations.ts";
import { formats } from "./formats.ts";
import type { Mistake } from "./mistake.ts";

/**
 * What istiod's reader says against a mesh configuration (`MeshConfig`) or networks (`MeshNetworks`): keys it does not know, which it leaves out without a word, and
 * values it does not take, for which it refuses the whole text. It reads with golang/protobuf's jsonpb: keys in camel case or as the proto file spells them,
 * numbers also in quotes, booleans and texts only as what they are, enumerations by name or number.
 */
export function mistakesInMeshConfig(value: JsonObject, message: "MeshConfig" | "MeshNetworks"): readonly Mistake[] {
  const found: Mistake[] = [];
  judge(value, message, [], found);
  return found;
}

type Steps = readonly (string | number)[];

function judge(value: Json, type: string, path: Steps, found: Mistake[]): void {
  // Nothing is the empty value of any type; a value that was taken out of sight has a shape nobody can judge.
  if (value === null || (typeof value === "string" && value.includes("⟦"))) return;
  if (type.startsWith("[]")) return judgeList(value, type.slice(2), path, found);
  if (type.startsWith("{}")) return judgeMap(value, type.slice(2), path, found);
  const fields = meshConfigMessages[type];
  if (fields !== undefined) return judgeFields(value, fields, path, found);
  const mistake = mistakeOf(value, type, path);
  if (mistake !== undefined) found.push(mistake);
}

function judgeList(value: Json, type: string, path: Steps, found: Mistake[]): void {
  if (!isList(value)) return void found.push(wrong(path, value, "array"));
  for (const [index, entry] of value.entries()) judge(entry, type, [...path, index], found);
}

function judgeMap(value: Json, type: string, path: Steps, found: Mistake[]): void {
  if (!isObject(value)) return void found.push(wrong(path, value, "object"));
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) judge(entry, type, [...path, key], found);
}

function judgeFields(value: Json, fields: Readonly<Record<string, string>>, path: Steps, found: Mistake[]): void {
  if (!isObject(value)) return void found.push(wrong(path, value, "object"));
  for (const [field, entry] of Object.entries(value)) {
    const name = field.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (entry === undefined) continue;
    if (type !== undefined) judge(entry, type, [...path, field], found);
    else found.push({ kind: "unknown-field", path: [...path, field], field, known: Object.keys(fields) });
  }
}

function mistakeOf(value: Json, type: string, path: Steps): Mistake | undefined {
  const allowed = meshConfigEnums[type];
  if (allowed !== undefined) {
    return typeof value === "number" || (typeof value === "string" && allowed.includes(value))
      ? undefined
      : { kind: "not-allowed", path, seen: value, allowed };
  }
  switch (type) {
    case "object":
      return isObject(value) ? undefined : wrong(path, value, "object");
    case "boolean":
      return typeof value === "boolean" ? undefined : wrong(path, value, "boolean");
    case "duration":
      if (typeof value !== "string") return { ...wrong(path, value, "string"), isDuration: true };
      return nanosecondsIn(value) === undefined ? { kind: "duration", path, seen: value } : undefined;
    case "int32":
    case "uint32":
    case "int64":
      return judgeInteger(value, type, path);
    case "number":
      return Number.isFinite(numberOf(value)) ? undefined : wrong(path, value, "number");
    default:
      return typeof value === "string" ? undefined : wrong(path, value, "string");
  }
}

function judgeInteger(value: Json, type: "int32" | "uint32" | "int64", path: Steps): Mistake | undefined {
  const number = numberOf(value);
  if (!Number.isInteger(number)) return wrong(path, value, "integer");
  return formats[type].validate(number) ? undefined : { kind: "out-of-range", path, seen: value, expected: `a value of format ${type}` };
}

function numberOf(value: Json): number {
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "") ? Number(value) : Number.NaN;
}

function wrong(path: Steps, seen: Json, expected: string): Mistake & { readonly kind: "wrong-type" } {
  return { kind: "wrong-type", path, seen, expected: [expected], isDuration: false };
}
