import { describe, expect, it } from "vitest";
import { readDocuments } from "../../src/yaml/index.ts";

const mistakes = (text: string) =>
  readDocuments("a.yaml", text).mistakes.map(({ code, facts, place }) => [code, facts["reason"], place.line, place.column]);

describe("a merge conflict", () => {
  const conflict = "<<<<<<< HEAD\n  timeout: 1s\n=======\n  timeout: 2s\n>>>>>>> other\n";

  it("is called one, where it begins, and the other documents are read", () => {
    const text = `kind: A\n---\nkind: B\nspec:\n${conflict}---\nkind: C\n`;
    expect(mistakes(text)).toEqual([["syntax", "it holds a merge conflict, down to line 9", 5, 1]]);
    expect(readDocuments("a.yaml", text).documents.map(({ value }) => value)).toEqual([{ kind: "A" }, { kind: "C" }]);
  });

  it("in a text is text", () => {
    expect(mistakes(`script: |\n  ${conflict.replaceAll("\n", "\n  ")}\n`)).toEqual([]);
  });

  it("is not seen in other mistakes", () => {
    expect(mistakes("a: [1\n")[0]?.[1]).not.toContain("merge conflict");
  });
});
