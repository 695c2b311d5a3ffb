import { DUMP_SCHEMA, defineScalarTag, dump, NOT_RESOLVED } from "js-yaml";
import { isList, isObject, type Json, type JsonObject } from "../model/json.ts";
import { plainScalar } from "./schema.ts";

/** Quotes what any reader of YAML 1.1 or 1.2 would misread, and what only Kubernetes would (`0b1`, `0o17`, `1_0`, `=`). */
const cautious = DUMP_SCHEMA.withTags(
  defineScalarTag("tag:isthmus.dev,2026:not-text", {
    implicit: true,
    resolve: (text) => (text !== "=" && plainScalar(text) === text ? NOT_RESOLVED : null),
    identify: () => false,
  }),
);

/**
 * The value as YAML: stable, no aliases, no folding, lists at the column of their key, keys in the order given, except that a Kubernetes object begins
 * with `apiVersion`, `kind`, `metadata`. Keys without a value are left out. `readValues` and kubectl read it back as the same value.
 */
export function writeYaml(value: Json): string {
  return dump(ordered(value), { schema: cautious, noRefs: true, lineWidth: -1, seqNoIndent: true });
}

const first = ["apiVersion", "kind", "metadata"];

function ordered(value: Json): Json {
  if (isList(value)) return value.map(ordered);
  if (Object.is(value, -0)) return 0;
  return isObject(value) ? orderedObject(value) : value;
}

function orderedObject(object: JsonObject): JsonObject {
  const keys = Object.keys(object).filter((key) => object[key] !== undefined);
  const isManifest = typeof object["apiVersion"] === "string" && typeof object["kind"] === "string";
  const order = isManifest ? [...first.filter((key) => keys.includes(key)), ...keys.filter((key) => !first.includes(key))] : keys;
  return Object.fromEntries(order.map((key) => [key, ordered(object[key] ?? null)]));
}
