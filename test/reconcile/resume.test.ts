import { expect, it } from "vitest";
import { type JsonObject, objectAt, textAt } from "../../src/model/json.ts";
import { idKey, idOf } from "../../src/model/manifest.ts";
import { isWhole } from "../../src/model/outcome.ts";
import { inventoryOf, ledgerOf } from "../../src/model/state.ts";
import type { Fate, Request } from "./fake/api.ts";
import { deathAt } from "./fake/death.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const wanted: Wanted = { mesh: smallMesh(["east", "west"]), config: { east: [route("checkout")], west: [route("checkout")] } };

/**
 * Everything that a server keeps, but for versions, UIDs, keys, tokens, times, and the ledger, which tells of each run what it did. A lease would be too much.
 */
function lasting(store: Store): readonly string[] {
  return [...store.objects.values()]
    .filter((object) => textAt(object, "metadata", "name") !== "isthmus-ledger")
    .map((object) => {
      const { uid: _uid, resourceVersion: _version, ...metadata } = objectAt(object, "metadata");
      const isSecret = object["kind"] === "Secret";
      const data = textAt(metadata, "name") === "isthmus-inventory" ? inventoryLines(object) : object["data"];
      const stringData = isSecret ? Object.keys(objectAt(object, "stringData")) : undefined;
      return JSON.stringify({ ...object, metadata, data, stringData });
    })
    .sort();
}

/** What the inventory names. UIDs differ from run to run, and what a run that died had no time to note the next one that writes notes. */
function inventoryLines(map: JsonObject): readonly string[] {
  const kept = inventoryOf([map]);
  if (kept.kind === "unknown") throw new Error(kept.why);
  return (kept.value?.entries ?? []).map(({ id }) => idKey(id));
}

function checkInventory(store: Store): void {
  const map = store.get({ group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-inventory" });
  const kept = inventoryOf(map === undefined ? [] : [map]);
  const entries = kept.kind === "known" ? (kept.value?.entries ?? []) : [];
  for (const { id, uid } of entries) {
    expect([idKey(id), textAt(store.get(id), "metadata", "uid")]).toEqual([idKey(id), uid === "pending" ? expect.any(String) : uid]);
  }
  const ours = [...store.objects.values()].filter((object) => textAt(object, "metadata", "labels", "isthmus.dev/mesh") === "shop");
  const state = new Set(["isthmus", "isthmus-inventory", "isthmus-ledger"]);
  const named = new Set(entries.map(({ id }) => idKey(id)));
  expect(ours.map((object) => idOf(object)).filter((id) => !state.has(id.name) && !named.has(idKey(id)))).toEqual([]);
}

const undisturbed = [new Store("east"), new Store("west")];
const whole = processOver(undisturbed);
await applied(whole, wanted);
const points = writesOf(whole).length;

/** How often a certificate reached the server of a cluster. */
function storedCertificates(requests: readonly Request[]): number {
  return requests.filter(({ verb, writes, id }) => writes && id.includes("Secret|istio-system|cacerts") && verb !== "remove").length;
}

it(`is finished by the next run when it is killed at any of its ${points} writes`, async () => {
  // Dead before the n-th write is, for the server, dead after the one before it.
  const deaths = [
    { moment: "before", point: 1 } as const,
    ...Array.from({ length: points }, (_, index) => ({ moment: "after" as const, point: index + 1 })),
  ];
  for (const { moment, point } of deaths) {
    const stores = [new Store("east"), new Store("west")];
    const { fate, dead } = deathAt(point, moment);
    const first = processOver(stores, { fate });
    await Promise.race([applied(first, wanted), dead]);
    const before = stores.map((store) => serialIn(store));

    const second = processOver(stores, { at: 3_600_000 });
    const run = await applied(second, wanted);
    const where = `${moment} write ${point}: ${writesOf(first).at(-1) ?? ""}`;
    expect([where, isWhole(run), run.outcomes.flatMap(({ verdict }) => ("why" in verdict ? [verdict.why.message] : []))]).toEqual([
      where,
      true,
      [],
    ]);
    expect([where, ...stores.map(lasting)]).toEqual([where, ...undisturbed.map(lasting)]);
    for (const store of stores) checkInventory(store);
    expect([where, ...stores.map((store) => ledgerIn(store)?.state)]).toEqual([where, "ended", "ended"]);
    // What is installed stays; a certificate is made again only where none had been stored.
    stores.forEach((store, index) => expect([where, before[index] ?? serialIn(store)]).toEqual([where, serialIn(store)]));
    expect(storedCertificates(second.requests)).toBe(before.filter((serial) => serial === undefined).length);

    const third = processOver(stores, { at: 7_200_000 });
    await applied(third, wanted);
    expect([where, writesOf(third)]).toEqual([where, []]);

    // What was left to note is noted by the next run that writes: looked at for some, and for all the last ones, where nothing else is left to write.
    if (point % 7 > 0 && point < points - 12) continue;
    const fourth = processOver(stores, { at: 10_800_000 });
    await applied(fourth, { ...wanted, config: { east: [route("later")], west: [route("later")] } });
    for (const store of stores) expect([where, notNoted(store)]).toEqual([where, []]);
  }
});

/** What the inventory of a cluster still has to learn. */
function notNoted(store: Store): readonly string[] {
  const map = store.get({ group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-inventory" });
  const kept = inventoryOf(map === undefined ? [] : [map]);
  const entries = kept.kind === "known" ? (kept.value?.entries ?? []) : [];
  return entries.filter(({ uid, applied: hash }) => uid === "pending" || hash === "").map(({ id }) => idKey(id));
}

function serialIn(store: Store): string | undefined {
  const secret = store.get({ group: "", kind: "Secret", namespace: "istio-system", name: "cacerts" });
  return textAt(secret, "stringData", "ca-cert.pem");
}

it("keeps the serial of a certificate that was signed and never stored on record", async () => {
  const stores = [new Store("east")];
  const one: Wanted = { mesh: smallMesh(["east"]) };
  let signed: string | undefined;
  let isDead = false;
  const fate: Fate = {
    before: async ({ verb, id, writes }) => {
      if (isDead || (writes && verb === "create" && id.endsWith("|cacerts"))) {
        isDead = true;
        signed ??= ledgerIn(stores[0])?.entries.find(({ serial }) => serial !== undefined)?.serial;
        return new Promise<void>(() => undefined);
      }
    },
    after: async () => undefined,
  };
  void applied(processOver(stores, { fate }), one);
  await expect.poll(() => signed).toBeDefined();

  await applied(processOver(stores, { at: 3_600_000 }), one);
  const ledger = ledgerIn(stores[0]);
  expect(ledger?.orphanSerials).toEqual([signed]);
  expect(ledger?.entries.find(({ step }) => step === "mesh/certificates")?.serial).not.toBe(signed);

  // Kept for good, not only until the next run that writes.
  await applied(processOver(stores, { at: 7_200_000 }), { ...one, config: { east: [route("later")] } });
  expect(ledgerIn(stores[0])?.orphanSerials).toEqual([signed]);
});

function ledgerIn(store: Store | undefined) {
  const kept = ledgerOf(store?.get({ group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-ledger" }));
  return kept.kind === "known" ? kept.value : undefined;
}

it("never writes a token or key into ledger or inventory", () => {
  for (const store of undisturbed) {
    const maps = [...store.objects.values()].filter((object) => object["kind"] === "ConfigMap");
    expect(maps.some((map) => JSON.stringify(map).includes("canary-token") || JSON.stringify(map).includes("PRIVATE KEY"))).toBe(false);
  }
});

it("is finished by the next run when it is killed at any write of a run that prunes", async () => {
  const later: Wanted = { ...wanted, config: { east: [route("later")], west: [route("later")] } };
  const calm = [new Store("east"), new Store("west")];
  await applied(processOver(calm), wanted);
  const turned = processOver(calm, { at: 3_600_000 });
  await applied(turned, later);
  const writes = writesOf(turned);
  expect(writes.filter((write) => write.includes(" remove networking")).length).toBe(2);
  for (const [index] of writes.entries()) {
    const stores = [new Store("east"), new Store("west")];
    await applied(processOver(stores), wanted);
    const { fate, dead } = deathAt(index + 1, "after");
    const first = processOver(stores, { fate, at: 3_600_000 });
    await Promise.race([applied(first, later), dead]);
    await applied(processOver(stores, { at: 7_200_000 }), later);
    const where = `after write ${index + 1}: ${writesOf(first).at(-1) ?? ""}`;
    expect([where, ...stores.map(lasting)]).toEqual([where, ...calm.map(lasting)]);
    for (const store of stores) checkInventory(store);
  }
});
