import { kubernetesTypes } from "../../catalog/schemas/kubernetes.gen.ts";
import type { Json, JsonObject, Path } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { formats } from "./formats.ts";
import type { Mistake } from "./mistake.ts";

/**
 * What the API server's strict decoder says against an object of a built-in kind: fields its type does not have, and values of other types
 * (`sigs.k8s.io/json`, strict). Whether values make sense together is a matter of the API server's own validation and not judged here.
 */
export function mistakesOfType(object: JsonObject, type: string): readonly Mistake[] {
  return judge(object, type, []);
}

function judge(value: Json, type: string, path: Path): readonly Mistake[] {
  // Nothing is the empty value of any type.
  if (value === null) return [];
  if (type.startsWith("[]")) {
    return isList(value) ? value.flatMap((entry, index) => judge(entry, type.slice(2), [...path, index])) : wrong(path, value, ["array"]);
  }
  if (type.startsWith("{}")) return isObject(value) ? judgeMap(value, type.slice(2), path) : wrong(path, value, ["object"]);
  const fields = kubernetesTypes[type];
  if (fields === undefined) return judgeScalar(value, type, path);
  return isObject(value) ? judgeFields(value, fields, path) : wrong(path, value, ["object"]);
}

function judgeMap(value: JsonObject, type: string, path: Path): readonly Mistake[] {
  return Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : judge(entry, type, [...path, key])));
}

function judgeFields(value: JsonObject, fields: Readonly<Record<string, string>>, path: Path): readonly Mistake[] {
  return Object.entries(value).flatMap(([field, entry]) => {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (entry === undefined) return [];
    if (type === undefined) return [{ kind: "unknown-field", path: [...path, field], field, known: Object.keys(fields) } as const];
    return judge(entry, type, [...path, field]);
  });
}

/** Amounts: Kubernetes' own expression, with the units it knows (`k8s.io/apimachinery/pkg/api/resource`). */
const amount = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/u;

/** Line breaks are left out before it is read. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

function judgeScalar(value: Json, type: string, path: Path): readonly Mistake[] {
  switch (type) {
    case "any":
      return [];
    case "boolean":
      return typeof value === "boolean" ? [] : wrong(path, value, ["boolean"]);
    case "int32":
    case "int64":
      if (typeof value !== "number" || !Number.isInteger(value)) return wrong(path, value, ["integer"]);
      return formats[type].validate(value) ? [] : [outOfRange(path, value, type)];
    case "int-or-string":
      if (typeof value === "string") return [];
      return Number.isInteger(value) ? judgeScalar(value, "int32", path) : wrong(path, value, ["integer", "string"]);
    case "quantity":
      if (typeof value !== "string" && typeof value !== "number") return wrong(path, value, ["string", "number"]);
      return amount.test(String(value)) || isHole(value) ? [] : [outOfRange(path, value, "quantity, such as 128Mi or 500m")];
    case "byte":
      // A list of numbers is read too, though nobody writes one.
      if (typeof value !== "string") return isList(value) ? [] : wrong(path, value, ["string"]);
      return base64.test(value.replaceAll(/[\r\n]/gu, "")) || isHole(value) ? [] : [outOfRange(path, value, "byte (base64)")];
    default:
      return typeof value === "string" ? [] : wrong(path, value, ["string"]);
  }
}

function wrong(path: Path, seen: Json, expected: readonly string[]): readonly Mistake[] {
  return [{ kind: "wrong-type", path, seen, expected, isDuration: false }];
}

function outOfRange(path: Path, seen: Json, format: string): Mistake {
  return { kind: "out-of-range", path, seen, expected: `a value of format ${format}` };
}

/** A value that only exists at apply time, or was taken out of sight, has a shape nobody can judge. */
function isHole(value: Json): boolean {
  return typeof value === "string" && value.includes("⟦");
}
