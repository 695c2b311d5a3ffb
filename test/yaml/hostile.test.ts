import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits, type FatalCode, readDocuments, readValues, YamlError } from "../../src/yaml/index.ts";
import { spellings } from "./spellings.ts";

function laughs(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(",")}]`);
  return `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${lines.join("\n")}\n`;
}

const chain = Array.from({ length: 50 }, (_, at) => `a${at + 1}: &a${at + 1} ${"{x: ".repeat(60)}*a${at}${"}".repeat(60)}`).join("\n");

/** Each of these once cost some reader its time, its memory or its stack. */
const hostile: readonly (readonly [name: string, code: string, text: string])[] = [
  ["a billion laughs", "alias-limit", laughs(30)],
  ["one large value repeated", "alias-limit", `a: &a [${Array(20_000).fill("x").join(",")}]\nb: [${Array(20_000).fill("*a").join(",")}]\n`],
  [
    "merges of merges",
    "alias-limit",
    `b: &b {${Array.from({ length: 1000 }, (_, at) => `k${at}: 1`).join(",")}}\n${Array.from({ length: 9000 }, (_, at) => `m${at}: {<<: *b}`).join("\n")}`,
  ],
  ["aliases that nest", "depth-limit", `a0: &a0 {x: 1}\n${chain}`],
  ["brackets", "depth-limit", "[".repeat(100_000)],
  ["braces", "depth-limit", "{a: ".repeat(100_000)],
  ["dashes", "depth-limit", "- ".repeat(100_000)],
  ["question marks", "depth-limit", "? ".repeat(50_000)],
  ["indentation", "depth-limit", Array.from({ length: 2000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")],
  ["documents", "document-limit", "---\na\n".repeat(60_000)],
  ["separators", "document-limit", "---\n".repeat(60_000)],
  ["an anchor in itself", "syntax", "a: &a {b: *a}"],
  ["tags", "syntax", "!a ".repeat(50_000)],
  ["a NUL byte", "syntax", "a: \0"],
  ["tiny items", "entry-limit", "- a\n".repeat(600_000)],
  ["tiny items in brackets", "entry-limit", `[${"1,".repeat(1_100_000)}1]`],
  ["brackets that close", "entry-limit", `[${"[],".repeat(600_000)}1]`],
  ["empty lines", "entry-limit", "\r".repeat(1_100_000)],
  ["escapes", "entry-limit", `"${"\\n".repeat(1_100_000)}"`],
  ["tiny keys", "key-limit", Array.from({ length: 100_001 }, (_, at) => `k${at}: 1\n`).join("")],
  ["anchors", "alias-limit", Array.from({ length: 20_001 }, (_, at) => `- &a${at} 1\n`).join("")],
  [
    "aliases in many documents",
    "alias-limit",
    `a: &a [${Array(900).fill("x").join(",")}]\nb: [${Array(100).fill("*a").join(",")}]\n---\n`.repeat(10),
  ],
];

describe("hostile YAML", () => {
  it.each(hostile)("%s gives one mistake: %s", (_, code, text) => {
    const { mistakes } = readDocuments("a.yaml", text, defaultLimits);
    expect(mistakes.map((mistake) => mistake.code)).toEqual([code]);
  });

  it("gives up a file of which nothing can be read", () => {
    const { documents, mistakes } = readDocuments("a.yaml", `${"---\na: [\n".repeat(45_000)}---\na: 1\n`, defaultLimits);
    expect(documents).toEqual([]);
    expect(mistakes.map((mistake) => mistake.code)).toEqual([...Array<string>(100).fill("syntax"), "unreadable-limit"]);
    expect(mistakes.at(-1)?.place).toEqual({ file: "a.yaml", line: 201, column: 1 });
  });

  it("has room for 15,000 objects in one file", () => {
    const object =
      "apiVersion: v1\nkind: Service\nmetadata:\n  name: x\nspec:\n  ports:\n  - {name: http, port: 80}\n  selector: {app: x}\n---\n";
    const { documents, mistakes } = readDocuments("a.yaml", object.repeat(15_000), defaultLimits);
    expect(mistakes).toEqual([]);
    expect(documents).toHaveLength(15_000);
  });

  it("reports a thousand duplicates as a few", () => {
    const { mistakes } = readDocuments("a.yaml", "a: 1\n".repeat(1000), defaultLimits);
    expect(mistakes.length).toBeGreaterThan(0);
    expect(mistakes.length).toBeLessThanOrEqual(50);
  });

  it("keeps facts short", () => {
    const { mistakes } = readDocuments(
      "a.yaml",
      `a: 1${"_".repeat(100_000)}\n${"k".repeat(900)}: 1\n${"k".repeat(900)}: 2\n`,
      defaultLimits,
    );
    expect(mistakes).toHaveLength(2);
    for (const mistake of mistakes) for (const fact of Object.values(mistake.facts)) expect(String(fact).length).toBeLessThan(100);
  });

  it("never changes what every object inherits", () => {
    const [value] = readValues("__proto__: {polluted: yes}\nb: &b {__proto__: {polluted: yes}}\nc: {<<: *b}\n");
    expect(Object.keys(value as object).includes("__proto__")).toBe(true);
    expect((Object.prototype as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("never throws on bytes, and agrees with itself", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => agree(new TextDecoder().decode(bytes))),
      { numRuns: 500 },
    );
  });

  it("never throws on YAML that was cut, doubled and mixed, and agrees with itself", () => {
    const piece = fc.constantFrom(
      ...spellings.map((spelling) => spelling.text.slice(spelling.text.indexOf("probe\n") + 6)),
      ..."&a |*a|<<: |- |? |: |[|]|{|}|\"|'|\n|  |\t|---\n|...\n|!!int |# x\n|yes|0755|1.20".split("|"),
    );
    const cut = fc
      .tuple(piece, fc.nat(60), fc.nat(60))
      .map(([text, start, length]) => text.slice(start % (text.length + 1)).slice(0, length));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, cut), { maxLength: 8 }), (pieces) => agree(pieces.join(""))),
      { numRuns: 2000 },
    );
  });
});

const fatalCodes: ReadonlySet<string> = new Set<FatalCode>([
  "syntax",
  "alias-limit",
  "depth-limit",
  "document-limit",
  "entry-limit",
  "key-limit",
  "unreadable-limit",
]);

/** Values with places are the values without; a text that one refuses the other refuses, at the same place. Every place can be asked for. */
function agree(text: string): void {
  const { documents, mistakes } = readDocuments("a.yaml", text, defaultLimits);
  const fatal = mistakes.filter((mistake) => fatalCodes.has(mistake.code));
  try {
    expect(readValues(text)).toEqual(documents.map((document) => document.value));
    expect(fatal).toEqual([]);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    expect(fatal[0]?.place).toMatchObject({ line: error.line, column: error.column });
  }
  for (const document of documents) {
    const lines = text.split(/\r\n?|\n/u).length;
    for (const path of pathsOf(document.value, [], 3)) {
      const { line, column } = document.source.place(path);
      expect(line).toBeLessThanOrEqual(lines);
      expect(Math.min(line, column)).toBeGreaterThan(0);
    }
  }
}

function pathsOf(value: unknown, path: readonly (string | number)[], depth: number): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null || depth === 0) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.slice(0, 3).flatMap((key) => pathsOf((value as Record<string | number, unknown>)[key], [...path, key], depth - 1))];
}
