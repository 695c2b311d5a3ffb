import type { Json } from "../../model/json.ts";
import { isList, isObject } from "../../model/json.ts";
import type { Schema } from "./convert.ts";
import { formats } from "./formats.ts";

/** Whether a value is what a schema wants. */
type Test = (value: Json) => boolean;

/** A schema holds what this file does not read. */
class Unsure extends Error {}

/**
 * Tells without ajv whether a value fits a schema of `schemaOfObject`: nearly every object does, and ajv needs half a second to compile the schemas of the kinds in a mesh. ajv is the
 * definition, and says what is wrong: where this answers true it finds nothing, and a test holds them to it. False also where only ajv can tell.
 */
export function fitter(schema: Schema): Test {
  const test = testOf(schema);
  return (value) => {
    try {
      return test(value);
    } catch (error) {
      if (error instanceof Unsure) return false;
      throw error;
    }
  };
}

function testOf(schema: Schema): Test {
  const tests = Object.entries(schema).map(([keyword, wanted]) => keywordTest(keyword, wanted, schema));
  return (value) => tests.every((test) => test(value));
}

function keywordTest(keyword: string, wanted: unknown, schema: Schema): Test {
  switch (keyword) {
    case "type":
      return hasType([wanted, schema["nullable"] === true ? "null" : []].flat());
    case "nullable":
      // Read with the type; without one ajv would refuse the schema.
      return schema["type"] === undefined ? unsure : () => true;
    case "enum":
      return isOneOf(listOf(wanted));
    case "pattern":
      return matches(new RegExp(String(wanted), "u"));
    case "format":
      return hasFormat(String(wanted));
    case "required":
      return (value) => !isObject(value) || listOf(wanted).every((name) => value[String(name)] !== undefined);
    case "properties":
      return fieldsFit(isSchema(wanted) ? wanted : {});
    case "additionalProperties":
      return othersFit(wanted, isSchema(schema["properties"]) ? schema["properties"] : {});
    case "items": {
      const test = lazily(wanted);
      return (value) => !isList(value) || value.every(test);
    }
    case "not": {
      const test = lazily(wanted);
      return (value) => !test(value);
    }
    case "allOf":
      return fitsSome(wanted, (count, all) => count === all);
    case "anyOf":
      return fitsSome(wanted, (count) => count > 0);
    case "oneOf":
      return fitsSome(wanted, (count) => count === 1);
    default:
      return typeof wanted === "number" ? withinLimit(keyword, wanted) : unsure;
  }
}

function unsure(): boolean {
  throw new Unsure();
}

/** The test of a part of a schema, made when the first value comes to it. */
function lazily(schema: unknown): Test {
  let test: Test | undefined;
  return (value) => {
    test ??= isSchema(schema) ? testOf(schema) : unsure;
    return test(value);
  };
}

function hasType(types: readonly unknown[]): Test {
  const isWhole = types.includes("integer") && !types.includes("number");
  return (value) => {
    if (value === null) return types.includes("null");
    if (isList(value)) return types.includes("array");
    if (typeof value === "number") return isWhole ? Number.isInteger(value) : types.includes("number") && Number.isFinite(value);
    return types.includes(typeof value);
  };
}

function isOneOf(allowed: readonly unknown[]): Test {
  return (value) => (typeof value === "object" && value !== null ? unsure() : allowed.includes(value));
}

function matches(pattern: RegExp): Test {
  return (value) => typeof value !== "string" || pattern.test(value);
}

function hasFormat(name: string): Test {
  const format = Object.entries(formats).find(([known]) => known === name)?.[1];
  if (format === undefined || format === true) return () => true;
  if (format instanceof RegExp) return matches(format);
  if (format.type === "number") return (value) => typeof value !== "number" || format.validate(value);
  return (value) => typeof value !== "string" || format.validate(value);
}

function fieldsFit(properties: Schema): Test {
  const tests = new Map(Object.entries(properties).map(([name, schema]) => [name, lazily(schema)]));
  return (value) =>
    !isObject(value) || Object.entries(value).every(([name, entry]) => entry === undefined || tests.get(name)?.(entry) !== false);
}

function othersFit(wanted: unknown, properties: Schema): Test {
  if (wanted === true) return () => true;
  const test = wanted === false ? () => false : lazily(wanted);
  return (value) =>
    !isObject(value) ||
    Object.entries(value).every(([name, entry]) => Object.hasOwn(properties, name) || (entry !== undefined && test(entry)));
}

function fitsSome(schemas: unknown, isEnough: (count: number, all: number) => boolean): Test {
  const tests = listOf(schemas).map(lazily);
  return (value) => isEnough(tests.filter((test) => test(value)).length, tests.length);
}

function withinLimit(keyword: string, limit: number): Test {
  switch (keyword) {
    case "minimum":
      return (value) => typeof value !== "number" || value >= limit;
    case "maximum":
      return (value) => typeof value !== "number" || value <= limit;
    case "minLength":
      return (value) => typeof value !== "string" || lengthOf(value) >= limit;
    case "maxLength":
      return (value) => typeof value !== "string" || lengthOf(value) <= limit;
    case "minItems":
      return (value) => !isList(value) || value.length >= limit;
    case "maxItems":
      return (value) => !isList(value) || value.length <= limit;
    case "minProperties":
      return (value) => !isObject(value) || Object.keys(value).length >= limit;
    case "maxProperties":
      return (value) => !isObject(value) || Object.keys(value).length <= limit;
    default:
      return unsure;
  }
}

/** Characters as the API server and ajv count them: a pair of surrogates is one. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
