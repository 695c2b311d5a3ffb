import { expect, it } from "vitest";
import { isWhole } from "../../src/model/outcome.ts";
import { ledgerOf } from "../../src/model/state.ts";
import { deathAt } from "./fake/death.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const one: Wanted = { mesh: smallMesh(["east"]), config: { east: [route("checkout")] } };

function ledgerIn(store: Store) {
  const kept = ledgerOf(store.get({ group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-ledger" }));
  return kept.kind === "known" ? kept.value : undefined;
}

function leasesIn(store: Store): readonly string[] {
  return [...store.objects.keys()].filter((key) => key.includes("Lease"));
}

async function dyingAtLastWrite(store: Store): Promise<void> {
  const whole = processOver([new Store("east")]);
  await applied(whole, one);
  const { fate, dead } = deathAt(writesOf(whole).length, "before");
  await Promise.race([applied(processOver([store], { fate }), one), dead]);
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
  const whole = processOver([new Store("east")]);
  await applied(whole, { mesh: smallMesh(["east"]) });
  const writes = writesOf(whole);
  const last = writes.findIndex((write) => write.includes("istio-eastwestgateway") && write.includes("|Service|"));
  const killed = deathAt(last + 1, "after");
  await Promise.race([applied(processOver([store], { fate: killed.fate }), { mesh: smallMesh(["east"]) }), killed.dead]);
  expect(ledgerIn(store)?.entries.at(-1)).toMatchObject({ step: "east/gateway/istio-eastwestgateway", state: "intent" });

  const next = await applied(processOver([store], { at: 3_600_000 }), { mesh: smallMesh(["east"]) });
  expect(next.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([["east/gateway/istio-eastwestgateway", "done"]]);
});
