import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Lines } from "../../src/yaml/lines.ts";

/** By the definition: lines end with `\n`, `\r\n` or a lone `\r`. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).replace(/\r$/u, text[offset] === "\n" ? "x" : "$&");
  const lines = before.split(/\r\n|\r|\n/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

it.each([
  ["a few lines", 1],
  ["so many that a table of them is made", 20_000],
])("finds lines and columns in whatever order they are asked for: %s", (_, times) => {
  const piece = fc.constantFrom("a", "bc", "\n", "\n\n", "\r\n", "\r", "");
  const someText = fc.oneof(fc.array(piece, { maxLength: 12 }), fc.array(fc.constantFrom("a", "\n", "bc"), { maxLength: 12 }));
  fc.assert(
    fc.property(someText, fc.array(fc.nat(), { maxLength: 6 }), (pieces, questions) => {
      const text = `${pieces.join("")}${"long\n".repeat(times - 1)}`;
      const lines = new Lines(text);
      for (const question of questions) {
        const offset = question % (pieces.join("").length + 1);
        expect(lines.at(offset), JSON.stringify(text.slice(0, 40))).toEqual(placeOf(text, offset));
      }
    }),
    { numRuns: times === 1 ? 2000 : 60 },
  );
});
