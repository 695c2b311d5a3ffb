import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { isWhole } from "../../src/model/outcome.ts";
import type { Part } from "../../src/model/plan.ts";
import { within } from "../../src/plan/index.ts";
import { type Job, reconcile } from "../../src/reconcile/index.ts";
import { Lanes } from "../../src/reconcile/lanes.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, type Process, processOver, studied, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const mesh = smallMesh(["east", "west"]);
const config = (weight: number) => ({ east: [route("checkout", weight)], west: [route("checkout", weight)] });

/** As `isthmus apply --only …`. */
async function appliedWithin(process: Process, wanted: Wanted, part: Part, more: Partial<Job> = {}) {
  const { study, ...rest } = await studied(process, wanted);
  const narrowed = { ...study, request: { ...study.request, part }, plan: within(study.plan, part, wanted.mesh.rollout) };
  const identity = { id: "part-1", by: "a test", planDigest: study.plan.digest.plan, commit: undefined };
  return reconcile(process.world, { study: narrowed, ...rest, identity, force: false, stop: new AbortController().signal, ...more });
}

/** Two clusters that are one mesh already. */
async function ready(): Promise<readonly Store[]> {
  const stores = [new Store("east"), new Store("west")];
  await applied(processOver(stores), { mesh, config: config(100) });
  return stores;
}

describe("an apply of a part", () => {
  it("touches no other cluster, not even its lease; the rest comes with the next", async () => {
    const stores = await ready();
    const first = processOver(stores, { at: 3_600_000 });
    const run = await appliedWithin(first, { mesh, config: config(50) }, { clusters: ["east"], lastWave: undefined });
    expect([isWhole(run), run.outcomes.map(({ step }) => step)]).toEqual([true, ["east/config"]]);
    expect(writesOf(first).filter((write) => !write.startsWith("east "))).toEqual([]);

    const second = processOver(stores, { at: 7_200_000 });
    const rest = await applied(second, { mesh, config: config(50) });
    expect(rest.outcomes.map(({ step }) => step)).toEqual(["west/config"]);
  });

  it("does not fail for a cluster out of reach that it is not about", async () => {
    const stores = await ready();
    const away = processOver(stores, {
      at: 3_600_000,
      fate: {
        before: async ({ cluster }) => {
          if (cluster === "west") throw problem("cluster-unreachable", { cluster, url: "https://west", why: "away" });
        },
        after: async () => undefined,
      },
    });
    const run = await appliedWithin(away, { mesh, config: config(50) }, { clusters: ["east"], lastWave: undefined });
    expect([isWhole(run), [...run.refused.keys()]]).toEqual([true, []]);
  });

  it("only tried writes nothing and takes no lease", async () => {
    const stores = await ready();
    const process = processOver(stores, { at: 3_600_000 });
    const run = await applied(process, { mesh, config: config(50) }, { isRehearsal: true });
    expect(run.outcomes.map(({ verdict }) => verdict.kind)).toEqual(["rehearsed", "rehearsed"]);
    expect(writesOf(process)).toEqual([]);
  });
});

describe("lanes", () => {
  it("are never more clusters than there may be, and everything gets its turn", async () => {
    const lanes = new Lanes(2);
    const busy = new Map<string, number>();
    let most = 0;
    const work = async (clusters: readonly string[], pause: number) => {
      for (const name of clusters) busy.set(name, (busy.get(name) ?? 0) + 1);
      most = Math.max(most, clusters.length > 2 ? 0 : [...busy.values()].filter((count) => count > 0).length);
      if (clusters.length > 2) expect([...busy].filter(([name, count]) => count > 0 && !clusters.includes(name))).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, pause));
      for (const name of clusters) busy.set(name, (busy.get(name) ?? 1) - 1);
    };
    const wanted = ["a", "b", "c", "a b c", "d", "a", "e", "c d", "b"].map((names) => names.split(" "));
    await Promise.all(wanted.map((names, index) => lanes.take(names, () => work(names, index % 3))));
    expect(most).toBe(2);
  });
});
