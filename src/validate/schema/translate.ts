import type { ErrorObject } from "ajv";
import type { Path } from "../../model/json.ts";
import { isDurationFormat } from "./durations.ts";
import type { Mistake } from "./mistake.ts";

/** What ajv complains about, as mistakes a person can act on, one per mistake. A condition that failed is told once, not branch by branch. */
export function translate(errors: readonly ErrorObject[], value: unknown): readonly Mistake[] {
  const mistakes = errors
    .filter((error) => !isInsideCondition(error.schemaPath))
    .flatMap((error) => mistakeOf(error, pathOf(error.instancePath, value)));
  const seen = new Set<string>();
  return mistakes.filter((mistake) => {
    const key = JSON.stringify([mistake.kind, mistake.path, "field" in mistake ? mistake.field : ""]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** `#/properties/spec/oneOf/1/required` is inside a condition; `#/properties/spec/oneOf` is the condition itself. A field may be called `not`, so steps are read in pairs. */
function isInsideCondition(schemaPath: string): boolean {
  const steps = schemaPath.split("/").slice(1);
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (step === "properties") index++;
    else if ((step === "oneOf" || step === "anyOf") && index < steps.length - 1) return true;
    else if (step === "not" && index < steps.length - 1) return true;
  }
  return false;
}

function pathOf(pointer: string, value: unknown): Path {
  let at: unknown = value;
  return pointer
    .split("/")
    .slice(1)
    .map((text) => {
      const step = decodeURIComponent(text.replaceAll("~1", "/").replaceAll("~0", "~"));
      const isIndex = Array.isArray(at);
      at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
      return isIndex ? Number(step) : step;
    });
}

function mistakeOf(error: ErrorObject, path: Path): readonly Mistake[] {
  const { keyword, params, data, parentSchema } = error;
  switch (keyword) {
    case "additionalProperties": {
      const field = String(params["additionalProperty"]);
      return [{ kind: "unknown-field", path: [...path, field], field, known: Object.keys(parentSchema?.["properties"] ?? {}) }];
    }
    case "type":
      return [
        {
          kind: "wrong-type",
          path,
          seen: data,
          expected: [params["type"]].flat().map(String),
          isDuration: isDurationFormat(parentSchema?.["format"]),
        },
      ];
    case "enum":
      return [{ kind: "not-allowed", path, seen: data, allowed: listOf(params["allowedValues"]).map(String) }];
    case "required":
      return [{ kind: "missing", path, field: String(params["missingProperty"]) }];
    case "oneOf":
    case "anyOf":
      return exclusive(error, path);
    case "not":
      return exclusive(error, path);
    case "format":
      if (isDurationFormat(params["format"])) return isHole(data) ? [] : [{ kind: "duration", path, seen: String(data) }];
      return outOfRange(error, path);
    default:
      return outOfRange(error, path);
  }
}

function outOfRange(error: ErrorObject, path: Path): readonly Mistake[] {
  return isHole(error.data) ? [] : [{ kind: "out-of-range", path, seen: error.data, expected: expectation(error) }];
}

/** A value that only exists at apply time has a shape nobody can judge yet. */
function isHole(data: unknown): boolean {
  return typeof data === "string" && data.includes("⟦");
}

/** Of the fields a condition names, those that are there: with several of them they exclude each other, with none one is wanted. */
function exclusive(error: ErrorObject, path: Path): readonly Mistake[] {
  const fields = [...new Set(requiredIn(error.schema))];
  const present = fields.filter((field) => typeof error.data === "object" && error.data !== null && Object.hasOwn(error.data, field));
  return [{ kind: "exclusive", path, fields, present }];
}

function requiredIn(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(requiredIn);
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => (key === "required" ? listOf(value).map(String) : requiredIn(value)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function expectation({ keyword, params }: ErrorObject): string {
  const limit = String(params["limit"]);
  switch (keyword) {
    case "minimum":
      return `${limit} or more`;
    case "maximum":
      return `${limit} or less`;
    case "minLength":
      return `at least ${limit} characters`;
    case "maxLength":
      return `at most ${limit} characters`;
    case "minItems":
      return `at least ${limit} entries`;
    case "maxItems":
      return `at most ${limit} entries`;
    case "minProperties":
      return `at least ${limit} fields`;
    case "maxProperties":
      return `at most ${limit} fields`;
    case "pattern":
      return `text that matches ${String(params["pattern"])}`;
    case "format":
      return `a value of format ${String(params["format"])}`;
    default:
      return `what the schema calls ${keyword}`;
  }
}
