import { expect, it } from "vitest";
import { isWhole } from "../../src/model/outcome.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const config = { east: [route("checkout")], west: [route("checkout")] };

it("brings two empty clusters to what is wanted, and finds nothing to do the second time", async () => {
  const stores = [new Store("east"), new Store("west")];
  const wanted = { mesh: smallMesh(["east", "west"]), config };
  const first = processOver(stores);
  const run = await applied(first, wanted);
  expect(run.outcomes.filter(({ verdict }) => verdict.kind !== "done")).toEqual([]);
  expect(isWhole(run)).toBe(true);

  const second = processOver(stores, { at: 3_600_000 });
  const again = await applied(second, wanted);
  expect(again.outcomes).toEqual([]);
  expect(writesOf(second)).toEqual([]);
});
