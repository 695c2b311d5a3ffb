import type { Json, JsonObject } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import { durationFormats, wantsDuration } from "./durations.ts";
import { objectMeta } from "./object-meta.ts";

/** A JSON Schema as ajv reads it. */
export type Schema = Record<string, unknown>;

/**
 * The JSON Schema that judges objects as the API server does with strict field validation, made from a CRD's structural schema: unknown fields are refused
 * where they are not preserved, `status` is left alone because a write of it is dropped. Of the CEL rules (`x-kubernetes-validations`) only the one for
 * durations is judged.
 */
export function schemaOfObject(structural: JsonObject): Schema {
  const converted = convert(structural);
  const properties = isRecord(converted["properties"]) ? converted["properties"] : {};
  const judged = { ...properties, apiVersion: { type: "string" }, kind: { type: "string" }, metadata: objectMeta, status: {} };
  const isOpen = structural["x-kubernetes-preserve-unknown-fields"] === true;
  return { ...converted, type: "object", properties: judged, additionalProperties: isOpen || (converted["additionalProperties"] ?? false) };
}

const kept =
  "type enum required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems minProperties maxProperties format nullable".split(
    " ",
  );

function convert(schema: JsonObject): Schema {
  const result: Schema = {};
  for (const key of kept) if (schema[key] !== undefined) result[key] = schema[key];
  const { pattern } = schema;
  if (typeof pattern === "string" && isRegExp(pattern)) result["pattern"] = pattern;
  if (wantsDuration(schema)) result["format"] = durationFormats.atLeastMillisecond;
  if (schema["x-kubernetes-int-or-string"] === true) return { ...result, type: ["integer", "string"] };
  for (const key of ["oneOf", "anyOf", "allOf"]) if (isList(schema[key])) result[key] = schema[key].filter(isObject).map(convert);
  if (isObject(schema["not"])) result["not"] = convert(schema["not"]);
  if (isObject(schema["items"])) result["items"] = convert(schema["items"]);
  return { ...result, ...fieldsOf(schema) };
}

/** What the schema says about an object's fields. Where nothing is said about them (a condition inside `oneOf`), nothing is refused. */
function fieldsOf(schema: JsonObject): Schema {
  const { properties, additionalProperties } = schema;
  const result: Schema = {};
  if (isObject(properties)) {
    result["properties"] = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, isObject(value) ? convert(value) : {}]),
    );
  }
  if (isObject(additionalProperties)) result["additionalProperties"] = convert(additionalProperties);
  const isOpen = schema["x-kubernetes-preserve-unknown-fields"] === true || additionalProperties !== undefined;
  // A structural schema has a type wherever it names fields; only conditions have none.
  if (!isOpen && schema["type"] === "object") result["additionalProperties"] = false;
  return result;
}

/** Kubernetes' patterns are Go's; the few that JavaScript cannot read are left out rather than misread. */
function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value as Json);
}
