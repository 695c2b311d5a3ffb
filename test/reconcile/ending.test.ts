import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import { objectAt, textAt } from "../../src/model/json.ts";
import { idKey, type ObjectId } from "../../src/model/manifest.ts";
import { isWhole } from "../../src/model/outcome.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, type Process, processOver, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

/** Objects that were deleted and are still there, because a finalizer holds them. */

const mesh = smallMesh(["east", "west"]);
const two: ObjectId = { group: "networking.istio.io", kind: "VirtualService", namespace: "shop", name: "two" };
const both = { mesh, config: { east: [route("one"), route("two")] } };
const alone = { mesh, config: { east: [route("one")] } };

async function built(wanted: Parameters<typeof applied>[1] = both): Promise<readonly Store[]> {
  const stores = ["east", "west"].map((name) => new Store(name));
  expect(isWhole(await applied(processOver(stores), wanted))).toBe(true);
  return stores;
}

function held(store: Store | undefined, id: ObjectId): JsonObject {
  const object = store?.get(id) ?? {};
  return store?.put({ ...object, metadata: { ...objectAt(object, "metadata"), finalizers: ["example.org/cleanup"] } }) ?? {};
}

/** A process during which an object's finalizer lets go at the n-th look at it after it was asked to go; and when those looks were. */
function lettingGo(stores: readonly Store[], id: ObjectId, looks: number, then?: () => void): Process & { readonly at: number[] } {
  const at: number[] = [];
  const process: Process = processOver(stores, {
    at: 60_000,
    fate: {
      before: async ({ cluster, verb, id: key }) => {
        const store = stores.find(({ name }) => name === cluster);
        if (verb !== "read" || key !== idKey(id) || textAt(store?.get(id), "metadata", "deletionTimestamp") === undefined) return;
        at.push(process.clock.monotonic());
        then?.();
        if (at.length === looks) store?.delete(id);
      },
      after: async () => undefined,
    },
  });
  return { ...process, at };
}

describe("what a finalizer holds", () => {
  it("is told when it is deleted, with the name of what holds it, and is not asked for again", async () => {
    const stores = await built();
    held(stores[0], two);
    const run = await applied(processOver(stores, { at: 60_000 }), alone);
    expect(run.outcomes.flatMap(({ notes = [] }) => notes)).toEqual([
      "VirtualService shop/two in east is deleted and still there, held by example.org/cleanup: it goes when that is done.",
    ]);
    const next = processOver(stores, { at: 120_000 });
    expect([(await applied(next, alone)).outcomes, writesOf(next)]).toEqual([[], []]);
  });

  it("and is wanted is made anew when it has gone, and never written to before", async () => {
    const stores = await built();
    stores[0]?.end(held(stores[0], two));
    const process = lettingGo(stores, two, 4);
    expect(isWhole(await applied(process, both))).toBe(true);
    expect(writesOf(process).filter((write) => write.endsWith("|two"))).toEqual(["east apply networking.istio.io|VirtualService|shop|two"]);
    const { deletionTimestamp, finalizers } = objectAt(stores[0]?.get(two), "metadata");
    expect([deletionTimestamp, finalizers, process.at.length]).toEqual([undefined, undefined, 4]);
  });

  it("and is wanted fails with what holds it when it does not go", async () => {
    const stores = await built();
    stores[0]?.end(held(stores[0], two));
    const process = processOver(stores, { at: 60_000 });
    const run = await applied(process, both);
    expect(run.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([["east/config", "failed"]]);
    expect(JSON.stringify(run.outcomes)).toContain("held by example.org/cleanup");
    expect(writesOf(process).filter((write) => write.endsWith("|two"))).toEqual([]);
  });

  it("and is replaced is waited for without haste and made anew, also when the run is to stop meanwhile", async () => {
    const deployment = (app: string) => ({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "job", namespace: "shop" },
      spec: {
        selector: { matchLabels: { app } },
        template: { metadata: { labels: { app } }, spec: { containers: [{ name: "c", image: "i" }] } },
      },
    });
    const id = { group: "apps", kind: "Deployment", namespace: "shop", name: "job" };
    const stores = await built({ mesh, config: { east: [deployment("a")] } });
    held(stores[0], id);
    const stop = new AbortController();
    const process = lettingGo(stores, id, 5, () => stop.abort());
    await applied(process, { mesh, config: { east: [deployment("b")] } }, { stop: stop.signal });
    expect(objectAt(stores[0]?.get(id), "spec", "selector", "matchLabels")).toEqual({ app: "b" });
    expect((process.at.at(-1) ?? 0) - (process.at[0] ?? 0)).toBe(2000);
  });
});
