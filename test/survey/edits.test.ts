import { join } from "node:path";
import { assert, constantFrom, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { readFolder } from "../../src/adapters/disk.ts";
import { load } from "../../src/load/index.ts";
import { objectsOf } from "../../src/model/desired.ts";
import { isList, isObject, type Json, type JsonObject, objectAt, type Path } from "../../src/model/json.ts";
import { idText } from "../../src/model/manifest.ts";
import { render } from "../../src/render/index.ts";
import { bundledCharts, lightEngine } from "../support/charts.ts";
import { changesOf } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

/** Whatever plain value somebody changes in an object of ours, it is seen; whatever they add beside ours is not. */

const repository = load(await readFolder(join(import.meta.dirname, "../stages/render/multi-primary-multi-network")));
const wanted = objectsOf(render(repository, await bundledCharts(repository), await lightEngine()), "east")
  // What Secrets of ours hold is judged by what it means, and definitions are a megabyte of the same.
  .filter(({ id }) => id.kind !== "Secret" && id.kind !== "CustomResourceDefinition");

it("is seen wherever a value was changed", () => {
  assert(
    property(constantFrom(...wanted), integer({ min: 0, max: 100_000 }), (manifest, seed) => {
      const paths = leaves(manifest.object).filter((path) => !isIdentity(path));
      const path = paths[seed % paths.length];
      if (path === undefined) return;
      const edited = changed(manifest.object, path);
      const changes = changesOf({
        wanted: [manifest],
        live: { objects: [stored(edited, [setBy("isthmus", manifest.object)])], applied: [manifest] },
      });
      expect([idText(manifest.id), path.join("."), changes.changes.length]).toEqual([idText(manifest.id), path.join("."), 1]);
    }),
    { numRuns: 300 },
  );
});

it("is not seen where others put something beside ours", () => {
  for (const manifest of wanted) {
    const metadata = objectAt(manifest.object, "metadata");
    const theirs = { metadata: { annotations: { "example.io/note": "x" }, labels: { "example.io/team": "y" } } };
    const labels = { ...objectAt(metadata, "labels"), "example.io/team": "y" };
    const annotations = { ...objectAt(metadata, "annotations"), "example.io/note": "x" };
    const object = { ...manifest.object, metadata: { ...metadata, labels, annotations } };
    const managers = [setBy("isthmus", manifest.object), setBy("kubectl-label", theirs, { operation: "Update" })];
    const changes = changesOf({ wanted: [manifest], live: { objects: [stored(object, managers)], applied: [manifest] } });
    expect(changes.changes.map(({ fields }) => fields)).toEqual([]);
  }
});

function isIdentity([first, second]: Path): boolean {
  return first === "apiVersion" || first === "kind" || (first === "metadata" && (second === "name" || second === "namespace"));
}

function leaves(value: Json, path: Path = []): readonly Path[] {
  if (isList(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : leaves(item, [...path, key])));
  return [path];
}

function changed(value: JsonObject, path: Path): JsonObject {
  const result = at(value, path);
  if (!isObject(result)) throw new Error("an object stays one");
  return result;
}

function at(value: Json, [step, ...rest]: Path): Json {
  if (step === undefined) return other(value);
  if (isList(value)) return value.map((item, index) => (index === step ? at(item, rest) : item));
  if (isObject(value)) return { ...value, [step]: at(value[step] ?? null, rest) } as JsonObject;
  return value;
}

/** Another value of the same type that means something else, as an amount and as a time as well. */
function other(value: Json): Json {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return `x${String(value)}`;
}
