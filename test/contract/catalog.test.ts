import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../src/catalog/findings.gen.ts";
import { ruleNames } from "../../src/validate/rules/index.gen.ts";

/** The law of the catalogue: one name, five places, and texts a tired person can act on. */
const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "src/validate/rules");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => !file.endsWith(".gen.ts"));
const named = (ending: string) =>
  new Map(files.filter((file) => file.endsWith(ending)).map((file) => [basename(file, ending), file] as const));
const code = named(".ts");
const data = named(".yaml");
const entries = Object.entries(rules).map(([name, entry]) => ({ name, entry }));

/** `T09`, `IST0101`, `KIA1107`: the lists other people and the reference keep. */
const refForm = /^(?:[TVCSRG]\d{2}|IST\d{4}|KIA\d{4})$/u;

describe("every rule", () => {
  it("has a function and its data side by side, under one name that no other rule has", () => {
    expect([...code.keys()].sort()).toEqual([...data.keys()].sort());
    expect([...code].filter(([name, file]) => data.get(name)?.replace(/\.yaml$/u, "") !== file.replace(/\.ts$/u, ""))).toEqual([]);
    expect(files.filter((file) => /\.(?:ts|yaml)$/u.test(file)).length).toBe(code.size * 2);
    expect([...ruleNames].sort()).toEqual([...code.keys()].sort());
  });

  it("has a case folder whose findings name it", () => {
    const without = [...code.keys()].filter((name) => {
      const expected = join(root, "test/stages/validate", name, "expected.txt");
      return !existsSync(expected) || !readFileSync(expected, "utf8").includes(`[${name}]`);
    });
    expect(without).toEqual([]);
  });
});

describe("the data of every finding", () => {
  it("is on a page of its own, and no page is left of one that is gone", () => {
    const pages = readdirSync(join(root, "docs/rules")).filter((file) => file !== "README.md");
    expect(pages.map((file) => basename(file, ".md")).sort()).toEqual(Object.keys(rules).sort());
  });

  it.each(entries)("$name", ({ name, entry }) => {
    expect(name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    expect(entry.title).toMatch(/^\S.*[^.\s]$/u);
    // A text that ends with a fact ends as the fact does; the rule's case shows it.
    for (const text of [entry.message, entry.remedy, entry.why]) expect(text).toMatch(/(?:[.?]|\.?\{\w+\})$/u);
    expect(entry.refs.filter((ref) => ruleNames.has(name as keyof typeof rules) && !refForm.test(ref))).toEqual([]);
  });
});

describe("the list of checks of topology and chart values", () => {
  it("has a rule or finding for each, or says why files cannot tell", () => {
    const told = new Set<string>(entries.flatMap(({ entry }) => entry.refs));
    const index = readFileSync(join(root, "docs/rules/README.md"), "utf8");
    const untold = new Set(
      [...index.slice(index.indexOf("## What files cannot tell")).matchAll(/^\| (T\d{2}) \|/gmu)].map((row) => row[1]),
    );
    const numbers = Array.from({ length: 85 }, (_, index) => `T${String(index + 1).padStart(2, "0")}`);
    expect(numbers.filter((number) => !told.has(number) && !untold.has(number))).toEqual([]);
  });
});

describe("what every rule says", () => {
  it("ends with a full stop or a question", () => {
    const lines = [...code.keys()].flatMap((name) =>
      readFileSync(join(root, "test/stages/validate", name, "expected.txt"), "utf8")
        .trimEnd()
        .split("\n"),
    );
    expect(lines.filter((line) => !/[.?] \[[\w-]+\](?: \([^)]*\))?$/u.test(line))).toEqual([]);
  });
});
