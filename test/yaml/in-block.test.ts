import { describe, expect, it } from "vitest";
import { inBlock } from "../../src/yaml/index.ts";

/** The place of a point in a text that stands inside another one. */
describe("a point inside a block of text", () => {
  const at = (file: string, line: number, column: number, inner: { line: number; column: number }) => {
    const place = inBlock({ file: "a.yaml", line, column }, file, inner);
    return `${place.line}:${place.column}`;
  };
  const file = "data:\n  mesh: |-  # said\n\n    one: 1\n      two: 2\n\nnext: x\n";

  it("is lines and columns further", () => {
    expect(at(file, 2, 9, { line: 2, column: 1 })).toBe("4:5");
    expect(at(file, 2, 9, { line: 3, column: 3 })).toBe("5:7");
  });

  it("is on the last line when it is behind the end", () => {
    expect(at(file, 2, 9, { line: 5, column: 1 })).toBe("5:13");
  });

  it("counts the indentation that the header gives", () => {
    expect(at("data:\n  mesh: |2\n      one: 1\n", 2, 9, { line: 1, column: 3 })).toBe("3:7");
  });

  it("counts lines of any ending", () => {
    expect(at(file.replaceAll("\n", "\r\n"), 2, 9, { line: 2, column: 1 })).toBe("4:5");
  });

  it("is the value itself where that is written in another way", () => {
    expect(at("data:\n  mesh: >\n    one: 1\n", 2, 9, { line: 1, column: 1 })).toBe("2:9");
    expect(at('data: { mesh: "one: 1" }\n', 1, 15, { line: 1, column: 4 })).toBe("1:15");
  });
});
