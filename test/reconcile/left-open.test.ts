import { expect, it } from "vitest";
import { isWhole, type RunEvent } from "../../src/model/outcome.ts";
import { lastRunOf, ledgerOf } from "../../src/model/state.ts";
import type { Fate, Request } from "./fake/api.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, type Process, processOver, studied, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const one: Wanted = { mesh: smallMesh(["east"]), config: { east: [route("checkout")] } };

function ledgerIn(store: Store) {
  const kept = ledgerOf(store.get({ group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-ledger" }));
  return kept.kind === "known" ? kept.value : undefined;
}

function leasesIn(store: Store): readonly string[] {
  return [...store.objects.keys()].filter((key) => key.includes("Lease"));
}

/** A run that dies at a request, before it reaches the server or after it was answered there. */
async function dyingAt(
  stores: readonly Store[],
  wanted: Wanted,
  isPoint: (request: Request) => boolean,
  moment: keyof Fate,
): Promise<void> {
  let die = (): void => undefined;
  const dead = new Promise<void>((resolve) => {
    die = resolve;
  });
  let isDead = false;
  const at = (now: keyof Fate) => async (request: Request) => {
    isDead ||= now === moment && isPoint(request);
    if (!isDead) return;
    die();
    await new Promise(() => undefined);
  };
  await Promise.race([applied(processOver(stores, { fate: { before: at("before"), after: at("after") } }), wanted), dead]);
}

/** Stopped as soon as a wave is left alone for a while. */
function stoppedInSoak(process: Process, stop: AbortController): Process {
  const { watch } = process.world;
  const world = {
    ...process.world,
    watch: (event: RunEvent) => {
      watch(event);
      if (event.kind === "soaking") stop.abort();
    },
  };
  return { ...process, world };
}

/** Dies when all it has left to do is to give its lease back. */
async function dyingAtLastWrite(store: Store): Promise<void> {
  await dyingAt([store], one, ({ verb, id }) => verb === "remove" && id.includes("|Lease|"), "before");
}

it("clears the lease and closes the ledger of a run that died when there was nothing left to write", async () => {
  const store = new Store("east");
  await dyingAtLastWrite(store);
  expect(leasesIn(store)).toHaveLength(1);

  const next = processOver([store], { at: 3_600_000 });
  const run = await applied(next, one);
  expect([isWhole(run), run.outcomes, run.settled]).toEqual([true, [], ["east"]]);
  expect(leasesIn(store)).toEqual([]);
  expect(ledgerIn(store)?.state).toBe("ended");

  const third = processOver([store], { at: 7_200_000 });
  expect((await applied(third, one)).settled).toBeUndefined();
  expect(writesOf(third)).toEqual([]);
});

it("leaves a lease that still holds to whoever has it", async () => {
  const store = new Store("east");
  await dyingAtLastWrite(store);
  const next = processOver([store], { at: 100 });
  const run = await applied(next, one);
  expect([isWhole(run), run.settled, writesOf(next)]).toEqual([true, undefined, []]);
});

it("looks again at a gate that nobody saw pass, though nothing is left to write", async () => {
  const store = new Store("east");
  // It dies when the last object of the step is stored, so that its ledger only says what it was about to do.
  const isLast = ({ writes, id }: Request): boolean => writes && id === "|Service|istio-system|istio-eastwestgateway";
  await dyingAt([store], { mesh: smallMesh(["east"]) }, isLast, "after");
  expect(ledgerIn(store)?.entries.at(-1)).toMatchObject({ step: "east/gateway/istio-eastwestgateway", state: "intent" });

  const next = await applied(processOver([store], { at: 3_600_000 }), { mesh: smallMesh(["east"]) });
  expect(next.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([["east/gateway/istio-eastwestgateway", "done"]]);
});

it("lets no later wave begin before the gate that stopped the one before has passed, though nothing is left to write there", async () => {
  const stores = ["east", "west"].map((name) => new Store(name));
  const rollout = { waves: [["east"], ["west"]], soakSeconds: 0, restart: "report", maxDeletions: 10 } as const;
  const bare: Wanted = { mesh: smallMesh(["east", "west"], { rollout }) };
  await applied(processOver(stores), bare);

  const wanted: Wanted = { ...bare, config: { east: [route("checkout")], west: [route("checkout")] } };
  const isRoute = ({ writes, cluster, id }: Request): boolean => writes && cluster === "east" && id.includes("VirtualService");
  await dyingAt(stores, wanted, isRoute, "after");

  const next = processOver(stores, { at: 3_600_000 });
  const run = await applied(next, wanted);
  expect(run.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([
    ["east/config", "done"],
    ["west/config", "done"],
  ]);
  const looked = next.requests.findIndex(({ cluster, id }) => cluster === "east" && id === "/debug/syncz");
  const written = next.requests.findIndex(({ cluster, id, writes }) => writes && cluster === "west" && id.includes("VirtualService"));
  expect(looked).toBeGreaterThanOrEqual(0);
  expect(looked).toBeLessThan(written);
});

it("is open while a wave that was stopped before its begin is not through: it is told, resumed, and no way back leads to it", async () => {
  const stores = ["east", "west"].map((name) => new Store(name));
  const rollout = { waves: [["east"], ["west"]], soakSeconds: 0, restart: "report", maxDeletions: 10 } as const;
  const bare: Wanted = { mesh: smallMesh(["east", "west"], { rollout }) };
  await applied(processOver(stores), bare);

  const wanted: Wanted = { ...bare, config: { east: [route("checkout")], west: [route("checkout")] } };
  const stop = new AbortController();
  const process = stoppedInSoak(processOver(stores, { at: 60_000 }), stop);
  const stopped = await applied(process, wanted, {
    stop: stop.signal,
    // Between the waves.
    soakSeconds: 60,
  });
  expect(stopped.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([
    ["east/config", "done"],
    ["west/config", "stopped"],
  ]);
  expect(stores.map((store) => ledgerIn(store)?.left)).toEqual([undefined, 1]);
  const seen = await studied(processOver(stores, { at: 120_000 }), wanted);
  expect(lastRunOf(seen.survey)?.isWhole).toBe(false);

  const next = await applied(processOver(stores, { at: 180_000 }), wanted);
  expect(next.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([["west/config", "done"]]);
  expect(stores.map((store) => ledgerIn(store)?.left)).toEqual([undefined, undefined]);
});

it("leaves the ledgers alone when it is withdrawn once every cluster is held", async () => {
  const store = new Store("east");
  await applied(processOver([store]), { mesh: smallMesh(["east"]) });
  const before = ledgerIn(store);
  const run = await applied(processOver([store], { at: 60_000 }), one, { confirm: async () => false });
  expect([run.isWithdrawn, run.outcomes, ledgerIn(store), leasesIn(store)]).toEqual([true, [], before, []]);
});

it("leaves the ledger of a run that an error of ours ended as if it had been killed, and lets go of its lease", async () => {
  const store = new Store("east");
  await applied(processOver([store]), { mesh: smallMesh(["east"]) });
  const before = async ({ writes, id }: Request): Promise<void> => {
    if (writes && id.includes("VirtualService")) throw new Error("this should not happen");
  };
  const process = processOver([store], { at: 60_000, fate: { before, after: async () => undefined } });
  await expect(applied(process, one)).rejects.toThrow("this should not happen");
  expect(ledgerIn(store)?.state).not.toBe("ended");
  expect(leasesIn(store)).toEqual([]);
  const seen = await studied(processOver([store], { at: 120_000 }), one);
  expect(lastRunOf(seen.survey)?.isWhole).toBe(false);

  const next = await applied(processOver([store], { at: 180_000 }), one);
  expect(next.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([["east/config", "done"]]);
  expect(ledgerIn(store)?.state).toBe("ended");
});

it("writes nothing more anywhere once an error of ours ended the run: what was still going on elsewhere has no lease any more", async () => {
  const stores = ["east", "west"].map((name) => new Store(name));
  // The west is in the middle of its first writes when the east breaks.
  const before = async ({ cluster, writes, id }: Request): Promise<void> => {
    if (cluster === "east" && writes && id.includes("Deployment")) throw new Error("this should not happen");
  };
  const process = processOver(stores, { fate: { before, after: async () => undefined } });
  await expect(applied(process, { mesh: smallMesh(["east", "west"]) })).rejects.toThrow("this should not happen");
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  const ofWest = process.requests.filter(({ cluster, writes }) => cluster === "west" && writes);
  const given = ofWest.findIndex(({ verb, id }) => verb === "remove" && id.includes("|Lease|"));
  expect(given).toBeGreaterThanOrEqual(0);
  expect(ofWest.slice(given + 1)).toEqual([]);
});
