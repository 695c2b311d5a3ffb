import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { normalText } from "../../src/catalog/normal-form.ts";
import { normaliseRules } from "../../src/catalog/normalize.gen.ts";
import { isMeant } from "../../src/catalog/normalize.ts";
import { isObject, type Json, listAt, objectAt, textAt, valueAt } from "../../src/model/json.ts";
import { readValues } from "../../src/yaml/index.ts";
import { manifest } from "../support/study.ts";

/** Fields that are durations in Istio's API although their schema says no more than `string`. */
const unchecked = ["loadBalancer.consistentHash.httpCookie.ttl", "retryBudget.budgetInterval"];

/** Paths of text fields by kind, in Istio's own definitions, and whether the API server checks them as durations. */
const fields = new Map<string, Map<string, boolean>>();
const bundle = JSON.parse(brotliDecompressSync(readFileSync(join(import.meta.dirname, "../../dist/charts.json.br"))).toString("utf8"));
for (const definition of readValues(bundle.charts.base.files["files/crd-all.gen.yaml"])) {
  const kind = `${textAt(definition, "spec", "group")}/${textAt(definition, "spec", "names", "kind")}`;
  const found = new Map<string, boolean>();
  for (const version of listAt(definition, "spec", "versions")) collect(objectAt(version, "schema", "openAPIV3Schema"), "", found);
  fields.set(kind, found);
}

function collect(schema: Json, path: string, found: Map<string, boolean>): void {
  if (textAt(schema, "type") === "string") {
    const isChecked = listAt(schema, "x-kubernetes-validations").some((check) => /duration/u.test(textAt(check, "rule") ?? ""));
    found.set(path, isChecked);
  }
  for (const [key, below] of Object.entries(objectAt(schema, "properties"))) {
    if (below !== undefined) collect(below, path === "" ? key : `${path}.${key}`, found);
  }
  const items = valueAt(schema, ["items"]);
  if (isObject(items)) collect(items, `${path}[]`, found);
}

function durationsOf(kind: string): readonly string[] {
  const [group = "", name = ""] = kind.split("/");
  return normaliseRules
    .filter((rule) => rule.equal === "duration" && isMeant(rule.objects, { group, kind: name }))
    .flatMap(({ paths }) => paths);
}

describe("where two spellings of a time are one", () => {
  it("is everywhere that Istio's definitions check a duration", () => {
    const missing = [...fields].flatMap(([kind, paths]) =>
      [...paths].filter(([path, isChecked]) => isChecked && !durationsOf(kind).includes(path)).map(([path]) => `${kind} ${path}`),
    );
    expect(fields.get("networking.istio.io/VirtualService")?.get("spec.http[].timeout")).toBe(true);
    expect(missing).toEqual([]);
  });

  it("is nowhere else", () => {
    const wrong = [...fields].flatMap(([kind, paths]) =>
      durationsOf(kind)
        .filter((path) => paths.get(path) !== true && !(paths.has(path) && unchecked.some((end) => path.endsWith(end))))
        .map((path) => `${kind} ${path}`),
    );
    expect(wrong).toEqual([]);
    expect(durationsOf("networking.istio.io/EnvoyFilter")).toEqual([]);
  });

  it("holds for the digest as for the diff", () => {
    const text = (labels: string, interval: string) =>
      normalText(
        manifest(
          `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: { name: a }\nspec: { subsets: [{ labels: { ttl: ${labels} } }], trafficPolicy: { outlierDetection: { interval: ${interval} } } }`,
        ),
      );
    expect(text("5s", "5s")).toBe(text("5s", "5000ms"));
    expect(text("5s", "5s")).not.toBe(text("5000ms", "5s"));
    // What a spelled-out duration is turned into is itself no other value.
    expect(text("5s", "5s")).not.toBe(text("5s", '"5000000000"'));
  });
});
