import type { Check } from "../../rule.ts";
import { judged } from "../../schema/judged.ts";
import { pathText, valueText } from "../../schema/mistake.ts";

const names: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "nothing",
};

export const check: Check<"field-of-wrong-type"> = (cluster, report) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "wrong-type") continue;
      const { path, seen, expected, isDuration } = mistake;
      const wanted = expected.filter((type) => type !== "null");
      const isScalar = typeof seen === "boolean" || typeof seen === "number";
      const isTime = isDuration && typeof seen === "number";
      const hint = isTime
        ? ` For ${seen} seconds: ${seen}s.`
        : wanted.includes("string") && isScalar
          ? ` In YAML, put it in quotes: "${String(seen)}".`
          : "";
      const types = isTime ? "a duration with its unit" : wanted.map((type) => names[type] ?? type).join(" or ");
      const facts = { path: pathText(path), seen: valueText(seen), expected: types, hint };
      report(facts, { on: manifest, path });
    }
  }
};
