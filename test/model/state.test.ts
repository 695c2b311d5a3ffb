import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { isObject, type JsonObject, objectAt, textAt } from "../../src/model/json.ts";
import {
  configMapOfLedger,
  configMapsOfInventory,
  inventoryOf,
  isState,
  leaseObject,
  leaseOf,
  ledgerOf,
  shardsOf,
} from "../../src/model/state.ts";
import type { Inventory, InventoryEntry, Ledger } from "../../src/model/survey.ts";

const uid = "6f1c9c2e-8d0c-4a35-9c0b-0d1f7d0a4b11";
const applied = "a".repeat(64);

function entry(name: string, parts: Partial<InventoryEntry> = {}): InventoryEntry {
  return { id: { group: "apps", kind: "Deployment", namespace: "istio-system", name }, apiVersion: "apps/v1", uid, applied, ...parts };
}

function inventory(count: number): Inventory {
  return { mesh: "shop", entries: Array.from({ length: count }, (_, index) => entry(`d-${String(index).padStart(6, "0")}`)) };
}

/** ConfigMaps as they are in the cluster, the first one first. */
function stored(maps: readonly JsonObject[]): readonly JsonObject[] {
  const number = (map: JsonObject) => Number(/\d+$/u.exec(textAt(map, "metadata", "name") ?? "")?.[0] ?? 0);
  return [...maps].sort((a, b) => number(a) - number(b));
}

function withData(map: JsonObject | undefined, data: JsonObject): JsonObject {
  if (!isObject(map)) throw new Error("no map");
  return { ...map, data: { ...objectAt(map, "data"), ...data } };
}

describe("inventory", () => {
  it("is read as it was written, in one ConfigMap that a person can read", () => {
    const maps = configMapsOfInventory(inventory(3), { namespace: "istio-system" });
    expect(maps).toHaveLength(1);
    expect(maps[0]).toMatchObject({
      metadata: { name: "isthmus-inventory", namespace: "istio-system" },
      data: { count: "3", shards: "1" },
    });
    expect(inventoryOf(maps)).toEqual({ kind: "known", value: inventory(3) });
    expect(maps.every(isState)).toBe(true);
  });

  it("is nothing when there is no ConfigMap", () => {
    expect(inventoryOf([])).toEqual({ kind: "known", value: undefined });
  });

  it("stays below the size limit of an object, however many there are", () => {
    const large = inventory(15_000);
    const maps = configMapsOfInventory(large, { namespace: "istio-system" });
    expect(maps.length).toBe(4);
    for (const map of maps) expect(Buffer.byteLength(JSON.stringify(map))).toBeLessThan(1_000_000);
    expect(inventoryOf(stored(maps))).toEqual({ kind: "known", value: large });
  });

  it("keeps the number of its ConfigMaps when it shrinks", () => {
    const maps = configMapsOfInventory(inventory(2), { namespace: "istio-system", shards: 4 });
    expect(maps).toHaveLength(4);
    expect(inventoryOf(stored(maps))).toEqual({ kind: "known", value: inventory(2) });
    expect(shardsOf(stored(maps)[0] ?? {})).toBe(4);
  });

  it("loses no entry when a run dies between two writes while it grows", () => {
    const before = inventory(8_000);
    const after: Inventory = { mesh: "shop", entries: [...before.entries, ...inventory(8_900).entries.slice(8_000)] };
    const cluster = new Map(
      configMapsOfInventory(before, { namespace: "istio-system" }).map((map) => [textAt(map, "metadata", "name"), map]),
    );
    expect(cluster.size).toBe(2);
    const writes = configMapsOfInventory({ ...after, entries: [...after.entries, ...more()] }, { namespace: "istio-system", shards: 2 });
    expect(writes.length).toBeGreaterThan(2);
    for (const map of writes) {
      const read = inventoryOf(stored([...cluster.values()]));
      expect(read.kind).toBe("known");
      const names = new Set(read.kind === "known" ? read.value?.entries.map(({ id }) => id.name) : []);
      expect(before.entries.filter(({ id }) => !names.has(id.name))).toEqual([]);
      cluster.set(textAt(map, "metadata", "name"), map);
    }
    const read = inventoryOf(stored([...cluster.values()]));
    expect(read.kind === "known" && read.value?.entries.length).toBe(8_900 + more().length);
  });

  function more(): readonly InventoryEntry[] {
    return Array.from({ length: 3_000 }, (_, index) => entry(`e-${index}`));
  }

  it.each([
    ["a ConfigMap that is missing", (maps: readonly JsonObject[]) => maps.slice(0, -1)],
    ["entries that are fewer than they say", (maps: readonly JsonObject[]) => [withData(maps[0], { count: "99999" }), ...maps.slice(1)]],
    [
      "a line that is cut",
      (maps: readonly JsonObject[]) => [withData(maps[0], { entries: '["v1","Secret","a"', count: "1" }), ...maps.slice(1)],
    ],
    ["no data at all", () => [{ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "isthmus-inventory" } }]],
    ["a later format", (maps: readonly JsonObject[]) => [withData(maps[0], { format: "2" }), ...maps.slice(1)]],
    ["another mesh in one part", (maps: readonly JsonObject[]) => [...maps.slice(0, -1), withData(maps.at(-1), { mesh: "other" })]],
  ])("is unknown with %s", (_, damage) => {
    const maps = stored(configMapsOfInventory(inventory(4), { namespace: "istio-system", shards: 2 }));
    expect(inventoryOf(damage(maps)).kind).toBe("unknown");
  });

  it("never throws and never turns damage into fewer entries", () => {
    const [map] = configMapsOfInventory(inventory(3), { namespace: "istio-system" });
    assert(
      property(constantFrom("format", "mesh", "shards", "count", "entries"), string(), (key, text) => {
        const read = inventoryOf([withData(map, { [key]: text })]);
        if (read.kind === "known" && key !== "mesh") expect(read.value?.entries.length).toBe(3);
      }),
    );
  });
});

describe("ledger", () => {
  const ledger: Ledger = {
    run: { id: "20261123T101500Z-3f2a9c", by: "alice on laptop", planDigest: "d".repeat(64), commit: undefined },
    state: "running",
    startedAt: Date.parse("2026-11-23T10:15:00Z"),
    endedAt: undefined,
    entries: [
      { step: "mesh/certificates", state: "intent", serial: "01AB", why: undefined },
      { step: "east/istiod", state: "failed", serial: undefined, why: "not ready" },
    ],
    orphanSerials: ["0C"],
  };
  const place = { namespace: "istio-system", mesh: "shop" };

  it("is read as it was written", () => {
    expect(ledgerOf(configMapOfLedger(ledger, place))).toEqual({ kind: "known", value: ledger });
    const ended: Ledger = { ...ledger, state: "ended", endedAt: ledger.startedAt + 1_500, run: { ...ledger.run, commit: "4f3c2d1" } };
    expect(ledgerOf(configMapOfLedger(ended, place))).toEqual({ kind: "known", value: ended });
    const partial: Ledger = { ...ledger, run: { ...ledger.run, part: { lastWave: 1, stages: ["namespaces", "config"] } } };
    expect(ledgerOf(configMapOfLedger(partial, place))).toEqual({ kind: "known", value: partial });
    expect(ledgerOf(undefined)).toEqual({ kind: "known", value: undefined });
    expect(isState(configMapOfLedger(ledger, place))).toBe(true);
  });

  it("of a thousand failed steps fits into one ConfigMap", () => {
    const entries = Array.from({ length: 1_500 }, (_, index) => ({
      step: `east/remote-secret/cluster-${index}`,
      state: "failed" as const,
      serial: undefined,
      why: "x".repeat(5_000),
    }));
    expect(Buffer.byteLength(JSON.stringify(configMapOfLedger({ ...ledger, entries }, place)))).toBeLessThan(1_000_000);
  });

  it.each([
    { state: "sleeping" },
    { run: "[]" },
    { run: JSON.stringify({ ...ledger.run, part: { stages: ["routing"] } }) },
    { startedAt: "yesterday" },
    { entries: "{}\n", count: "1" },
    { count: "7" },
    { orphanSerials: "[1]" },
  ])("is unknown with %o", (data) => {
    expect(ledgerOf(withData(configMapOfLedger(ledger, place), data)).kind).toBe("unknown");
  });
});

describe("lease", () => {
  const lease = { holder: "run 1", renewedAt: Date.parse("2026-11-23T10:15:00.250Z"), expiresAt: Date.parse("2026-11-23T10:15:30.250Z") };
  const place = { namespace: "istio-system", mesh: "shop" };

  it("is read as it was written, in the form Kubernetes asks for", () => {
    const object = leaseObject(lease, { ...place, version: "17" });
    expect(object).toMatchObject({
      metadata: { resourceVersion: "17" },
      spec: { leaseDurationSeconds: 30, renewTime: "2026-11-23T10:15:00.250000Z" },
    });
    expect(leaseOf(object)).toEqual({ kind: "known", value: lease });
  });

  it("that was given back is held by nobody", () => {
    expect(leaseOf(leaseObject({ ...lease, holder: "" }, place))).toEqual({ kind: "known", value: undefined });
    expect(leaseOf(undefined)).toEqual({ kind: "known", value: undefined });
  });

  it("without times is unknown", () => {
    expect(leaseOf({ spec: { holderIdentity: "kubectl", leaseDurationSeconds: 30 } }).kind).toBe("unknown");
    expect(leaseOf({ spec: { holderIdentity: "kubectl", renewTime: "2026-11-23T10:15:00.000000Z" } }).kind).toBe("unknown");
  });
});
