import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { load } from "../../src/load/index.ts";
import type { Json } from "../../src/model/json.ts";
import { isList, isObject } from "../../src/model/json.ts";
import { readValues } from "../../src/yaml/index.ts";
import { treeOf } from "../support/tree.ts";

const example = join(import.meta.dirname, "../stages/load/whole-example/head/mesh.yaml");
const documents = readValues(readFileSync(example, "utf8"));

/** Every place of a value, as paths. */
function paths(value: Json | undefined, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  const entries = isList(value) ? value.map((entry, index) => [index, entry] as const) : isObject(value) ? Object.entries(value) : [];
  return [path, ...entries.flatMap(([step, entry]) => paths(entry, [...path, step]))];
}

function replaced(value: Json | undefined, [step, ...rest]: readonly (string | number)[], by: Json | undefined): Json | undefined {
  if (step === undefined) return by;
  if (isList(value)) return value.map((entry, index) => (index === step ? (replaced(entry, rest, by) ?? null) : entry));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, key === step ? replaced(entry, rest, by) : entry]));
}

describe("any change of a valid mesh", () => {
  const places = documents.flatMap((document, index) => paths(document).map((path) => [index, ...path] as const));

  it("never throws, and every error has a place", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
        fc.boolean(),
        (at, by, asBase) => {
          const [index, ...path] = at;
          const changed = documents.map((document, number) =>
            number === index ? replaced(document, path, by as Json | undefined) : document,
          );
          const text = changed.map((document) => JSON.stringify(document ?? null)).join("\n---\n");
          const base = asBase ? load(treeOf({ "mesh.yaml": readFileSync(example, "utf8") })) : undefined;
          const { findings } = load(treeOf({ "mesh.yaml": text }), base);
          const homeless = findings.filter(
            (entry) => entry.severity === "error" && entry.source === undefined && entry.rule !== "mesh-missing",
          );
          expect(homeless).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it("of any text in any file never throws", () => {
    expect.hasAssertions();
    const file = fc.constantFrom(
      "mesh.yaml",
      "clusters/a.yaml",
      "config/all/a.yaml",
      "config/clusters/east/a.patch.yaml",
      "acceptances.yaml",
      "isthmus.lock",
      "r.yaml",
    );
    fc.assert(
      fc.property(
        fc.dictionary(file, fc.oneof(fc.string(), fc.json(), fc.constant("kind: Cluster\napiVersion: isthmus.dev/v1\n"))),
        (files) => {
          expect(load(treeOf({ "mesh.yaml": readFileSync(example, "utf8"), ...files })).findings).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 200 },
    );
  });
});
