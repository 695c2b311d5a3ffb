import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Json, JsonObject, Path } from "../../src/model/json.ts";
import { isObject } from "../../src/model/json.ts";
import { mistakesOfType } from "../../src/validate/schema/builtin.ts";
import { builtinKinds } from "../../src/validate/schema/builtin-kinds.ts";

/**
 * Which values the strict decoder of Kubernetes refuses where. The answers were recorded from the code that API servers run: `sigs.k8s.io/json` UnmarshalStrict into
 * the types of `k8s.io/api` 0.36.1. Per field one sign a value, `x` refused and `.` taken.
 */
interface Recorded {
  readonly values: readonly Json[];
  readonly fields: readonly { readonly apiVersion: string; readonly kind: string; readonly path: Path; readonly refused: string }[];
}

const { values, fields } = JSON.parse(readFileSync(join(import.meta.dirname, "strict-decoder.json"), "utf8")) as Recorded;

/** A list of text for bytes is refused by Kubernetes and let through here: lists of numbers are taken, and nobody writes either. */
const knownDifference = (path: Path, value: Json): boolean =>
  JSON.stringify(value) === '["a"]' && ["binaryData", "caBundle"].some((name) => path.includes(name));

describe("objects of built-in kinds", () => {
  it.each(fields)("$kind $path", ({ apiVersion, kind, path, refused }) => {
    const [version = "", group] = apiVersion.split("/").toReversed();
    const type =
      builtinKinds()
        .get(group === undefined ? kind : `${group}/${kind}`)
        ?.versions.get(version) ?? "";
    const seen = values.map((value, index) => {
      if (knownDifference(path, value)) return refused[index];
      return mistakesOfType({ apiVersion, kind, ...objectWith(path, value) }, type).length > 0 ? "x" : ".";
    });
    const differences = values.filter((_, index) => seen[index] !== refused[index]);
    expect(differences).toEqual([]);
    expect(refused).toHaveLength(values.length);
  });
});

function objectWith(path: Path, value: Json): JsonObject {
  const made = wrapped(path, value);
  return isObject(made) ? made : {};
}

function wrapped(path: Path, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  return typeof step === "number" ? [wrapped(rest, value)] : { [step]: wrapped(rest, value) };
}
