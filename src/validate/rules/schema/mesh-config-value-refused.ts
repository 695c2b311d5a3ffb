import { nearest } from "../../../catalog/nearest.ts";
import { meshConfigMistakes, placeOfMistake } from "../../facts/mesh-config-mistakes.ts";
import type { Check } from "../../rule.ts";
import { type Mistake, pathText, valueText } from "../../schema/mistake.ts";

export const check: Check<"mesh-config-value-refused"> = (mesh, report) => {
  for (const cluster of mesh.clusters) {
    for (const found of cluster.remember(meshConfigMistakes)) {
      const { manifest, key, mistake } = found;
      const wanted = wantedBy(mistake);
      if (wanted === undefined) continue;
      const what = key === "mesh" ? "mesh configuration" : "mesh networks";
      const facts = { path: pathText(mistake.path), what, ...wanted };
      report(facts, { on: manifest, place: placeOfMistake(found, mesh, cluster), clusters: [cluster.name] });
    }
  }
};

interface Wanted {
  readonly seen: string;
  readonly expected: string;
  readonly hint: string;
}

const types: Readonly<Record<string, string>> = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** What would be right, in words; `undefined` for mistakes of keys. */
function wantedBy(mistake: Mistake): Wanted | undefined {
  switch (mistake.kind) {
    case "not-allowed": {
      const near = nearest(String(mistake.seen), mistake.allowed);
      const hint = near === undefined ? "" : ` Did you mean ${near}?`;
      return { seen: valueText(mistake.seen), expected: `one of ${mistake.allowed.join(", ")}`, hint };
    }
    case "wrong-type":
      return wantedType(mistake);
    case "duration":
      return { seen: valueText(mistake.seen), expected: "a duration, such as 5s or 1h30m", hint: "" };
    case "out-of-range":
      return { seen: valueText(mistake.seen), expected: mistake.expected, hint: "" };
    case "unknown-field":
    case "missing":
    case "exclusive":
      return undefined;
  }
}

function wantedType({ seen, expected, isDuration }: Mistake & { readonly kind: "wrong-type" }): Wanted {
  if (isDuration) {
    const hint = typeof seen === "number" ? ` For ${seen} seconds: ${seen}s.` : "";
    return { seen: valueText(seen), expected: "a duration with its unit", hint };
  }
  const isBareWord = expected.includes("string") && (typeof seen === "boolean" || typeof seen === "number");
  const hint = isBareWord ? ` In YAML, put it in quotes: "${String(seen)}".` : "";
  return { seen: valueText(seen), expected: expected.map((type) => types[type] ?? type).join(" or "), hint };
}
