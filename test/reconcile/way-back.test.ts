import { expect, it } from "vitest";
import { lastRunOf } from "../../src/model/state.ts";
import type { RunIdentity } from "../../src/model/survey.ts";
import { survey } from "../../src/survey/index.ts";
import { deathAt } from "./fake/death.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, type Options, processOver, type Wanted } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const mesh = smallMesh(["east", "west"]);
const hour = 3_600_000;

function of(commit: string, config: Wanted["config"] = {}): { readonly wanted: Wanted; readonly identity: RunIdentity } {
  return { wanted: { mesh, config }, identity: { id: `run of ${commit}`, by: "a test", planDigest: `plan of ${commit}`, commit } };
}

async function run(stores: readonly Store[], { wanted, identity }: ReturnType<typeof of>, options: Options) {
  return applied(processOver(stores, options), wanted, { identity });
}

async function lastIn(stores: readonly Store[]) {
  const { world } = processOver(stores);
  const last = lastRunOf(await survey(world, { mesh, desired: { classes: [], engine: "", charts: [], findings: [] }, leaving: [] }));
  return [last?.run.commit, last?.previous?.commit];
}

it("leads from the newest run of the mesh to the one before it, though they wrote to different clusters", async () => {
  const stores = [new Store("east"), new Store("west")];
  await run(stores, of("a"), { at: 0 });
  expect(await lastIn(stores)).toEqual(["a", undefined]);
  await run(stores, of("b", { west: [route("one")] }), { at: hour });
  expect(await lastIn(stores)).toEqual(["b", "a"]);
  // East last changed with `a`, but the mesh before was that of `b`.
  await run(stores, of("c", { east: [route("two")], west: [route("one")] }), { at: 2 * hour });
  expect(await lastIn(stores)).toEqual(["c", "b"]);
});

it("leads past a run that did not get through, and past the one that finished it", async () => {
  const stores = [new Store("east"), new Store("west")];
  await run(stores, of("a"), { at: 0 });
  const { fate, dead } = deathAt(9, "after");
  const next = of("b", { east: [route("one")], west: [route("one")] });
  await Promise.race([run(stores, next, { at: hour, fate }), dead]);
  expect(await lastIn(stores)).toEqual(["b", "a"]);
  await run(stores, { ...next, identity: { ...next.identity, id: "again", planDigest: "what was left" } }, { at: 2 * hour });
  expect(await lastIn(stores)).toEqual(["b", "a"]);
});

it("leads past the repair of drift, which is the same mesh again", async () => {
  const stores = [new Store("east"), new Store("west")];
  await run(stores, of("a"), { at: 0 });
  const b = of("b", { east: [route("one")] });
  await run(stores, b, { at: hour });
  stores[0]?.objects.forEach((object, key) => {
    if (key.includes("VirtualService") && object["kind"] === "VirtualService") stores[0]?.objects.delete(key);
  });
  await run(stores, { ...b, identity: { ...b.identity, id: "repair", planDigest: "what drifted" } }, { at: 2 * hour });
  expect(await lastIn(stores)).toEqual(["b", "a"]);
});
