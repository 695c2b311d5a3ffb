import * as fc from "fast-check";
import type { Json } from "../../src/model/json.ts";
import { spellings } from "./spellings.ts";

/** Texts that some reader of YAML takes for something else, or that break a layout. */
const tricky = [
  ...spellings
    .filter((spelling) => spelling.name.startsWith("scalar "))
    .map((spelling) => JSON.parse(spelling.name.slice("scalar ".length)) as string),
  ..."a\n|\na\n\n|\n|\n\na|  a\n b|a\n\tb|\ta| a|a |a \n| \n|\r\n|a\rb|---|---\na|...\n|# a|a #b|a: b|- a|? a|:|{a}|[a]|%a|'|\"|\\|\u0000|\u0085|\u2028|\ufeff|\ud83d\ude42|é|=|<<".split(
    "|",
  ),
  "x".repeat(300),
  `${"word ".repeat(60)}end`,
  `first\n${"word ".repeat(60)}\nlast\n`,
];

const text = fc.oneof(
  fc.constantFrom(...tricky),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("a", " ", "\n", "\t", ":", "#", "-", "'", '"', "0", "1", ".", "_", "e") }),
);
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1e21, 1e-7, 0.1, 1.5, 2 ** 53),
);

/** Any JSON value, rich in texts that are easily misread. Depth and size are kept where a person would still read it. */
export const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  ),
})).value;
