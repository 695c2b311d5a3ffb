import { describe, expect, it } from "vitest";
import { lockClusters, stopRuns, unlockClusters } from "../../src/reconcile/index.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, unmetFor, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const mesh = smallMesh(["east", "west"]);
const config = { east: [route("checkout")], west: [route("checkout")] };
const both = { mesh, clusters: ["east", "west"] };
const start = Date.parse("2026-11-23T10:00:00Z");
const hour = 3_600_000;
const lock = { holder: "ana", since: start, expiresAt: start + hour, reason: "load test", pull: 412 };

describe("a sign to stop", () => {
  it.each(["pause", "cancel"] as const)("is seen by the run within one renewal of its lease, and ends it everywhere: %s", async (kind) => {
    const stores = [new Store("east"), new Store("west")];
    const other = processOver(stores);
    let told = false;
    const process = processOver(stores, {
      fate: {
        before: async ({ cluster, verb, id }) => {
          // In the middle: east's istiod is about to be written.
          if (told || cluster !== "west" || verb !== "apply" || !id.includes("Deployment")) return;
          told = true;
          const heard = await stopRuns(other.world, { mesh, clusters: ["east"] }, { kind, by: "ben", reason: "not today" });
          expect(heard).toEqual([{ cluster: "east", result: "done", holder: expect.stringMatching(/^run-/u) }]);
          await process.clock.sleep(15_000);
        },
        after: async () => undefined,
      },
    });
    const run = await applied(process, { mesh, config });
    expect(run.stopSign).toEqual({ kind, by: "ben", reason: "not today" });
    expect(run.outcomes.some(({ verdict }) => verdict.kind === "stopped")).toBe(true);

    const next = await applied(processOver(stores, { at: hour }), { mesh, config });
    expect(next.stopSign).toBeUndefined();
    expect(next.outcomes.filter(({ verdict }) => verdict.kind !== "done" && verdict.kind !== "unchanged")).toEqual([]);
  });

  it("meets nobody where no run is at work", async () => {
    const process = processOver([new Store("east"), new Store("west")]);
    expect((await stopRuns(process.world, both, { kind: "pause", by: "ben" })).map(({ result }) => result)).toEqual(["nobody", "nobody"]);
    expect(writesOf(process)).toEqual([]);
  });
});

describe("a lock by hand", () => {
  async function lockedStores(): Promise<readonly Store[]> {
    const stores = [new Store("east"), new Store("west")];
    await applied(processOver(stores), { mesh, config });
    expect((await lockClusters(processOver(stores).world, { mesh, clusters: ["west"] }, lock)).map(({ result }) => result)).toEqual([
      "done",
    ]);
    return stores;
  }
  const changed = { mesh, config: { east: [route("checkout", 50)], west: [route("checkout", 50)] } };

  it("keeps a cluster from being changed, and says who and why, before and while others are at work", async () => {
    const stores = await lockedStores();
    const process = processOver(stores, { at: 60_000 });
    const unmet = await unmetFor(process, changed);
    expect(unmet.map(({ cluster, kind, seen }) => [cluster, kind, seen])).toEqual([
      ["west", "held", "ana keeps it from being changed until 2026-11-23T11:00:00.000Z, for #412 (load test)."],
    ]);
    const run = await applied(process, changed);
    expect([...run.refused].map(([cluster, { code }]) => [cluster, code])).toEqual([["west", "cluster-locked"]]);
    expect(writesOf(process).filter((write) => write.startsWith("west ") && !write.includes("Lease"))).toEqual([]);
  });

  it("does not keep its holder, ends by itself, and by whoever ends it", async () => {
    const stores = await lockedStores();
    const own = await applied(processOver(stores, { at: 60_000 }), changed, { onBehalfOf: "ana" });
    expect([...own.refused]).toEqual([]);

    const later = await lockedStores();
    expect([...(await applied(processOver(later, { at: hour + 60_000 }), changed)).refused]).toEqual([]);

    const opened = await lockedStores();
    expect(await unlockClusters(processOver(opened).world, both)).toEqual([
      { cluster: "east", result: "nobody", holder: undefined },
      { cluster: "west", result: "done", holder: "ana" },
    ]);
    expect([...(await applied(processOver(opened, { at: 60_000 }), changed)).refused]).toEqual([]);
  });

  it("is not taken from another person, and is made longer by its own", async () => {
    const stores = await lockedStores();
    const process = processOver(stores, { at: 60_000 });
    const [other] = await lockClusters(process.world, { mesh, clusters: ["west"] }, { ...lock, holder: "ben" });
    expect(other?.result).toMatchObject({ code: "cluster-locked" });
    const [own] = await lockClusters(process.world, { mesh, clusters: ["west"] }, { ...lock, expiresAt: start + 5 * hour });
    expect(own?.result).toBe("done");
    const unmet = await unmetFor(processOver(stores, { at: 2 * hour }), changed);
    expect(unmet.map(({ seen }) => seen)).toEqual([expect.stringContaining("2026-11-23T15:00:00.000Z")]);
  });
});
