import { kubernetesTypes } from "../../catalog/schemas/kubernetes.gen.ts";
import type { Json, JsonObject } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { formats } from "./formats.ts";
import type { Mistake } from "./mistake.ts";

/**
 * What the API server's strict decoder says against an object of a built-in kind: fields its type does not have, and values of other types
 * (`sigs.k8s.io/json`, strict). Whether values make sense together is a matter of the API server's own validation and not judged here.
 */
export function mistakesOfType(object: JsonObject, type: string): readonly Mistake[] {
  const walk: Walk = { path: [], found: [] };
  judge(object, type, walk);
  return walk.found;
}

/** Where the walk is, and what it found. Grown and shrunk in place: most objects are right, and a path for each of their values would cost more than the rest. */
interface Walk {
  readonly path: (string | number)[];
  readonly found: Mistake[];
}

function judge(value: Json, type: string, walk: Walk): void {
  // Nothing is the empty value of any type.
  if (value === null) return;
  if (type.startsWith("[]")) judgeList(value, type.slice(2), walk);
  else if (type.startsWith("{}")) judgeMap(value, type.slice(2), walk);
  else if (kubernetesTypes[type] !== undefined) judgeFields(value, kubernetesTypes[type], walk);
  else judgeScalar(value, type, walk);
}

function judgeInside(step: string | number, value: Json, type: string, walk: Walk): void {
  walk.path.push(step);
  judge(value, type, walk);
  walk.path.pop();
}

function judgeList(value: Json, type: string, walk: Walk): void {
  if (!isList(value)) return wrong(walk, value, ["array"]);
  for (const [index, entry] of value.entries()) judgeInside(index, entry, type, walk);
}

function judgeMap(value: Json, type: string, walk: Walk): void {
  if (!isObject(value)) return wrong(walk, value, ["object"]);
  for (const [key, entry] of Object.entries(value)) if (entry !== undefined) judgeInside(key, entry, type, walk);
}

function judgeFields(value: Json, fields: Readonly<Record<string, string>>, walk: Walk): void {
  if (!isObject(value)) return wrong(walk, value, ["object"]);
  for (const [field, entry] of Object.entries(value)) {
    const type = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (entry === undefined) continue;
    if (type !== undefined) judgeInside(field, entry, type, walk);
    else walk.found.push({ kind: "unknown-field", path: [...walk.path, field], field, known: Object.keys(fields) });
  }
}

/** Amounts: Kubernetes' own expression, with the units it knows (`k8s.io/apimachinery/pkg/api/resource`). */
const amount = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d+)?$/u;

/** Line breaks are left out before it is read. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;

function judgeScalar(value: Json, type: string, walk: Walk): void {
  switch (type) {
    case "any":
      return;
    case "boolean":
      if (typeof value !== "boolean") wrong(walk, value, ["boolean"]);
      return;
    case "int32":
    case "int64":
      if (typeof value !== "number" || !Number.isInteger(value)) wrong(walk, value, ["integer"]);
      else if (!formats[type].validate(value)) outOfRange(walk, value, type);
      return;
    case "int-or-string":
      if (typeof value === "string") return;
      if (Number.isInteger(value)) judgeScalar(value, "int32", walk);
      else wrong(walk, value, ["integer", "string"]);
      return;
    case "quantity":
      if (typeof value !== "string" && typeof value !== "number") wrong(walk, value, ["string", "number"]);
      else if (!amount.test(String(value)) && !isHole(value)) outOfRange(walk, value, "quantity, such as 128Mi or 500m");
      return;
    case "byte":
      // A list of numbers is read too, though nobody writes one.
      if (isList(value)) return;
      if (typeof value !== "string") wrong(walk, value, ["string"]);
      else if (!base64.test(value.replaceAll(/[\r\n]/gu, "")) && !isHole(value)) outOfRange(walk, value, "byte (base64)");
      return;
    default:
      if (typeof value !== "string") wrong(walk, value, ["string"]);
  }
}

function wrong({ path, found }: Walk, seen: Json, expected: readonly string[]): void {
  found.push({ kind: "wrong-type", path: [...path], seen, expected, isDuration: false });
}

function outOfRange({ path, found }: Walk, seen: Json, format: string): void {
  found.push({ kind: "out-of-range", path: [...path], seen, expected: `a value of format ${format}` });
}

/** A value that only exists at apply time, or was taken out of sight, has a shape nobody can judge. */
function isHole(value: Json): boolean {
  return typeof value === "string" && value.includes("⟦");
}
