import { describe, expect, it } from "vitest";
import { changedLines } from "../../src/diff/texts.ts";
import type { Json } from "../../src/model/json.ts";
import { entryLines } from "../../src/report/diff-lines.ts";
import type { Entry } from "../../src/report/model.ts";
import { visible } from "../../src/report/visible.ts";

function lines(before: Json, after: Json, path = "data.a"): readonly string[] {
  const isText = typeof before === "string" && typeof after === "string" && `${before}${after}`.includes("\n");
  const field = { path, before, after, lines: isText ? changedLines(before, after) : undefined };
  const entry = { kind: "update", fields: [field] } as unknown as Entry;
  return entryLines(entry).map(({ sign, text }) => visible(`${sign} ${text}`.trimEnd()).slice(0, 300));
}

/** What is left when the signs are gone: the two sides must not be alike. */
function isTold(shown: readonly string[]): boolean {
  const side = (sign: string) =>
    shown
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join("\n");
  return side("+") !== side("-");
}

describe("a change of a value", () => {
  it.each<[Json, Json]>([
    [8080, "8080"],
    ["1", 1],
    ["1", "1 "],
    ["a", " a"],
    ["", null],
    ["true", true],
    ["null", null],
    ["[]", []],
    ["{}", {}],
    ['"a"', "a"],
    ['"1"', "1"],
    ["a\tb", "a b"],
    ["a\u00a0b", "a b"],
    ["a\u200bb", "ab"],
    ["a\u200bb", "a\\u{200b}b"],
    ["é", "e\u0301"],
    ["a\nb", "a\nb\n"],
    ["a\nb ", "a\nb"],
    ["a\r\nb\n", "a\nb\n"],
    ["x".repeat(900), `${"x".repeat(900)}y`],
    [`${"x".repeat(900)}y${"z".repeat(900)}`, `${"x".repeat(900)}Y${"z".repeat(900)}`],
    [`${"x".repeat(900)}`, `${"x".repeat(900)} `],
    ["1".repeat(900), `${"1".repeat(899)}2`],
  ])("from %j to %j is seen", (before, after) => {
    const shown = lines(before, after);
    expect(isTold(shown), shown.join("\n")).toBe(true);
  });

  it("keeps a plain text plain and quotes what would read as another type", () => {
    expect(lines("a: b", "x:1")).toEqual(["- data.a: a: b", "+ data.a: x:1"]);
    expect(lines(8080, "8080")).toEqual(["- data.a: 8080", '+ data.a: "8080"']);
    expect(lines("1", "1 ")).toEqual(['- data.a: "1"', '+ data.a: "1 "']);
    expect(lines("1.31.0", "1.31.1")).toEqual(["- data.a: 1.31.0", "+ data.a: 1.31.1"]);
  });

  it("that lies behind the cut is cut around", () => {
    const [before, after] = lines(`${"x".repeat(500)}1${"z".repeat(500)}`, `${"x".repeat(500)}2${"z".repeat(500)}`);
    expect(before).toMatch(/^- data\.a: …x{40}1z+…$/u);
    expect(after).toMatch(/^\+ data\.a: …x{40}2z+…$/u);
    expect(after?.length).toBeLessThanOrEqual(300);
  });
});
