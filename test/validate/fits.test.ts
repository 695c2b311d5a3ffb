import { Ajv } from "ajv";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCharts } from "../../src/adapters/charts/index.ts";
import type { Json, JsonObject } from "../../src/model/json.ts";
import { isList, isObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import { type Schema, schemaOfObject } from "../../src/validate/schema/convert.ts";
import { settings } from "../../src/validate/schema/crds.ts";
import { withUnruledDurations } from "../../src/validate/schema/durations.ts";
import { fitter } from "../../src/validate/schema/fits.ts";
import { readValues } from "../../src/yaml/index.ts";

/** ajv is the definition: both must give the same verdict, on every kind that Istio defines and on every keyword by itself. */

/** The kinds whose schemas hold everything that any of them holds: conditions in conditions, durations, limits, free maps. */
const kinds = ["DestinationRule", "WorkloadEntry", "Telemetry", "Gateway"];
const schemas = new Map<string, Schema>();

beforeAll(async () => {
  const request = { source: { kind: "bundled" }, name: "base", version: "1.31.0" } as const;
  const chart = await createCharts().fetch(request, { tree: { commit: undefined, entries: [] }, locked: undefined });
  for (const crd of readValues(chart.files.get("files/crd-all.gen.yaml") ?? "")) {
    const structural = objectAt(listAt(crd, "spec", "versions")[0], "schema", "openAPIV3Schema");
    schemas.set(textAt(crd, "spec", "names", "kind") ?? "", withUnruledDurations(schemaOfObject(structural)));
  }
});

function verdicts(schema: Schema): (value: Json) => { readonly quick: boolean; readonly byAjv: boolean } {
  const quick = fitter(schema);
  const byAjv = new Ajv(settings).compile(schema);
  return (value) => ({ quick: quick(value), byAjv: byAjv(value) });
}

describe("the quick judge of objects", () => {
  it.each(kinds)("agrees with ajv on objects of kind %s, right and wrong", (kind) => {
    const schema = schemas.get(kind) ?? fail();
    const judge = verdicts(schema);
    const counts = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat({ max: 999 })), fc.constantFrom(0, 5, 40), (dice, mischief) => {
        const object = made(schema, { roll: () => dice.next().value, mischief });
        const { quick, byAjv } = judge(object);
        expect(quick, JSON.stringify(object)).toBe(byAjv);
        counts[byAjv ? "right" : "wrong"]++;
      }),
      { numRuns: 1500 },
    );
    // Else the property would hold for a judge that always says the same.
    expect(counts.right).toBeGreaterThan(100);
    expect(counts.wrong).toBeGreaterThan(100);
  });

  it("answers for every kind of Istio", () => {
    for (const [kind, schema] of schemas)
      expect(fitter(schema)({ apiVersion: "v1", kind, metadata: { name: "a" }, spec: {} }) || kind).toBeTruthy();
    expect(schemas.size).toBeGreaterThan(12);
  });

  const values: readonly Json[] = [
    null,
    true,
    0,
    -1,
    1.5,
    7,
    2 ** 40,
    "",
    "a",
    "😀😀",
    "5s",
    "0s",
    "AQ==",
    [],
    ["a"],
    ["a", "b", 1],
    {},
    { a: 1 },
    { a: "x", b: null },
  ];
  const keywords: readonly Schema[] = [
    { type: "integer" },
    { type: "number" },
    { type: "string", nullable: true },
    { type: ["integer", "string"] },
    { type: "boolean" },
    { enum: ["a", 7, null] },
    { pattern: "^a$" },
    ...["int32", "uint32", "int64", "byte", "duration", "duration-of-1ms-or-more", "float", "date-time", "unheard-of"].map((format) => ({
      format,
    })),
    { minimum: 0 },
    { maximum: 1 },
    { minLength: 2 },
    { maxLength: 2 },
    { minItems: 1 },
    { maxItems: 2 },
    { minProperties: 1 },
    { maxProperties: 1 },
    { required: ["a"] },
    { properties: { a: { type: "integer" } }, additionalProperties: false },
    { properties: { a: {} }, additionalProperties: { type: "string" } },
    { additionalProperties: true },
    { items: { type: "string" } },
    { not: { required: ["a"] } },
    { anyOf: [{ type: "string" }, { required: ["b"] }] },
    { oneOf: [{ type: "integer" }, { type: "number" }] },
    { allOf: [{ type: "string" }, { minLength: 1 }] },
  ];
  it.each(keywords.map((schema) => [JSON.stringify(schema), schema] as const))("reads %s as ajv does", (_, schema) => {
    const judge = verdicts(schema);
    for (const value of values) expect(judge(value), JSON.stringify(value)).toSatisfy(({ quick, byAjv }) => quick === byAjv);
  });

  it.each([{ multipleOf: 2 }, { uniqueItems: true }, { not: { exclusiveMinimum: 1 } }, { enum: [{ a: 1 }] }])(
    "leaves to ajv what it does not read: %j",
    (schema) => {
      expect(fitter(schema)({ a: 1 })).toBe(false);
    },
  );
});

interface Dice {
  readonly roll: () => number;
  /** How often in a thousand something is not as the schema says. */
  readonly mischief: number;
}

/** A value that mostly fits. */
function made(schema: Json | Schema | undefined, dice: Dice): Json {
  const { roll, mischief } = dice;
  if (roll() < mischief) return strays[roll() % strays.length] ?? null;
  const { type, enum: allowed, properties, additionalProperties, items, format } = schema as JsonObject;
  if (isList(allowed)) return allowed[roll() % allowed.length] ?? null;
  switch (isList(type) ? type[roll() % type.length] : type) {
    case "object":
      return { ...someFields(isObject(properties) ? properties : {}, dice), ...others(additionalProperties, dice) };
    case "array":
      return Array.from({ length: roll() % 3 }, () => made(items, dice));
    case "integer":
    case "number":
      return [0, 1, 80, 15_000][roll() % 4] ?? 0;
    case "boolean":
      return roll() % 2 === 0;
    case "string":
      return typeof format === "string" && format.startsWith("duration") ? "5s" : (["a", "/b", "10.0.0.1", "x-y"][roll() % 4] ?? "");
    default:
      return {};
  }
}

function someFields(properties: JsonObject, dice: Dice): JsonObject {
  const { roll, mischief } = dice;
  const fields = Object.entries(properties).filter(([name]) => name === "spec" || roll() < 180);
  const stray = roll() < mischief ? [["stray", 1]] : [];
  return Object.fromEntries([...fields.map(([name, schema]) => [name, made(schema, dice)]), ...stray]);
}

function others(schema: Json | undefined, dice: Dice): JsonObject {
  return isObject(schema) && dice.roll() % 2 === 0 ? { "some-key": made(schema, dice) } : {};
}

const strays: readonly Json[] = [null, true, -1, 70_000, 1.5, "", "no", "1us", [], [[]], {}, { a: {} }];

function fail(): never {
  throw new Error("no schema");
}
