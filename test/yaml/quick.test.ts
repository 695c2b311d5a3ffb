import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/model/json.ts";
import { build } from "../../src/yaml/build.ts";
import { readDocuments } from "../../src/yaml/index.ts";
import { defaultLimits } from "../../src/yaml/limits.ts";
import type { Oddity } from "../../src/yaml/noted.ts";
import { parse } from "../../src/yaml/parse.ts";
import { QuickReader } from "../../src/yaml/quick/index.ts";
import { split } from "../../src/yaml/split.ts";
import { spellings } from "./spellings.ts";

const shop = join(import.meta.dirname, "..", "..", "examples", "shop");
const files = readdirSync(shop, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .sort()
  .map((path) => readFileSync(join(shop, path), "utf8"));

/** As generators of CRDs and exporters write, and as people do. */
const written = [
  "a: 'one text\n  over lines, it''s'\nb: words that go\n  on here (and `here`)\nc: |-\n  x\n\n    y\nd: 1 # comment\n",
  "- a\n-\n  - b\n- - c\n  - d: |\n      e\n    f: {g: [1, h]}\n- {}\n- []\n",
  '{\n  "a": [\n    1,\n    {"b": true}\n  ],\n  "c": null\n}\n',
  "k:\n- x: ~\n  w:\n- z\nl: # nothing\nm: -1\n",
  "args:\n  - --port=1\n  - a --b\nnone:\n  {}\nsome:\n  [a,\n   b] # c\nlast: |\n  ends\n  bare",
  "a: |2\n\n     x\n\n  y\nb:\n- |1-\n   z\n- c: |3-\n      w\n",
];
const documents = [...files, ...written].flatMap((text) => split(text).map(({ start, end }) => text.slice(start, end)));

interface Answer {
  readonly quick: Json;
  readonly careful: Json;
  readonly oddities: readonly Oddity[];
  readonly source: string;
}

/** What the careful reader makes of every document of a text that the quick reader answers. */
function compare(text: string): readonly Answer[] {
  const reader = new QuickReader(text, defaultLimits.keys);
  return split(text).flatMap((chunk) => {
    const quick = reader.read(chunk);
    if (quick === undefined) return [];
    const { events, source } = parse(text.slice(chunk.start, chunk.contentEnd), defaultLimits);
    const oddities: Oddity[] = [];
    return [
      { quick, careful: build(events, source, { limits: defaultLimits, spent: { aliases: 0, expanded: 0 } }, oddities), oddities, source },
    ];
  });
}

/** Also the order of keys: a `Map` of entries would not tell two orders apart. */
function agree(text: string): number {
  const answers = compare(text);
  for (const { quick, careful, oddities, source } of answers) {
    expect(JSON.stringify(quick), text).toBe(JSON.stringify(careful));
    expect(oddities, text).toEqual([]);
    expect(source, text).not.toMatch(/[\u0085\u2028\u2029]/u);
  }
  return answers.length;
}

describe("the quick reader of YAML", () => {
  it("reads every document of the example, and what generators write", () => {
    for (const document of documents) expect(agree(document), document).toBe(1);
  });

  it("leaves to the careful reader what is odd, shared or wrong", () => {
    const left =
      'a: yes|a: 0755|a: 1.20|yes: 1|1: a|a: 1\na: 2|a: &x 1|a: *x|<<: {a: 1}|a: !!str 1|a: >\n  x\n|a: "\\n"|a: .inf|a: [b|a: b: c|a: 1e3|? a|__proto__: 1|constructor: 1|a\t: 1|a:\r\n  1|a: {b: 1, b: 2}|--- a|a\n...\nb'.split(
        "|",
      );
    for (const text of left) expect(new QuickReader(text, defaultLimits.keys).read(split(text)[0] ?? fail()), text).toBeUndefined();
  });

  it.each(["a: 1\nb: 1\n  # c\nc: 1\n", "a: {x: 1,\n b: 1, 'c': 1}\n"])(
    "finds too many keys where the careful reader finds them: %j",
    (text) => {
      const limits = { ...defaultLimits, keys: 2 };
      const placeIn = (file: string) =>
        readDocuments("a.yaml", file, limits).mistakes.map(({ code, place }) => [code, place.line, place.column]);
      const quick = () => new QuickReader(text, limits.keys).read(split(text)[0] ?? fail());
      expect(quick).toThrow("too many keys");
      // An anchor is for the careful reader.
      expect(placeIn(text.replace("1", "&x 1"))).toEqual(
        placeIn(text).map(([code, line, column]) => [code, line, text.startsWith("a: {") && line === 1 ? Number(column) + 3 : column]),
      );
    },
  );

  it("agrees with the careful reader on documents that were cut, shifted and mixed", () => {
    const piece = fc.constantFrom(
      ..." |  |\n|\n  |- |-|:|: |#| #|[|]|{|}|,|, |'|\"||||-\n|>|&a |*a|!!str |<<: |? |a|b: |yes|null|~|0|01|1.5|-1|1e3|\t|\r\n|\\|---|\n---\n|\u0085|é|\u00a0|{}|[]|a: 1\n".split(
        "|",
      ),
    );
    const whole = fc.constantFrom(...documents, ...spellings.map(({ text }) => text));
    const edit = fc.tuple(fc.nat(), fc.nat(3), piece, fc.boolean());
    const lines = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 12 }));
    let answered = 0;
    fc.assert(
      fc.property(whole, fc.option(lines), fc.array(edit, { maxLength: 3 }), (text, part, edits) => {
        const start = part === null ? text : someLines(text, part[0], part[1]);
        answered += agree(edits.reduce(edited, start));
      }),
      { numRuns: 10_000 },
    );
    // Else the property would hold for a reader that never answers.
    expect(answered).toBeGreaterThan(1000);
  });

  it("agrees with the careful reader on small texts of few tokens, where every rule meets every other", () => {
    const token = fc.constantFrom(
      ..."a|b: |c:|- |-|--|{}|\n|\n|\n  |\n  |\n    |\n   - |\n# x\n| #x|: |'|'t'|''|\"u\"|1| |  |[|]|{|}|, |,|---|\n---\n".split("|"),
    );
    const text = fc.tuple(
      fc.constantFrom(
        "a: ",
        "a:\n  ",
        "- ",
        "- - ",
        "a: |\n  ",
        "a: |-\n   ",
        "a: |2\n  ",
        "- |1-\n",
        "a: b",
        "a: 'b",
        "a: [b",
        "{a: ",
        "---",
        "",
      ),
      fc.array(token, { maxLength: 9 }),
    );
    let answered = 0;
    fc.assert(
      fc.property(text, ([start, tokens]) => {
        answered += agree(start + tokens.join(""));
      }),
      { numRuns: 60_000 },
    );
    expect(answered).toBeGreaterThan(10_000);
  });
});

function someLines(text: string, from: number, count: number): string {
  const lines = text.split("\n");
  const first = from % lines.length;
  return lines.slice(first, first + count).join("\n");
}

/** Puts a piece in the place of some characters; every second time at the start of a line, where it changes what the line belongs to. */
function edited(text: string, [at, length, piece, isAtLine]: readonly [number, number, string, boolean]): string {
  const near = at % (text.length + 1);
  const start = isAtLine ? text.lastIndexOf("\n", near) + 1 : near;
  return text.slice(0, start) + piece + text.slice(start + length);
}

function fail(): never {
  throw new Error("a text without documents");
}
