import { expect, it } from "vitest";
import { type JsonObject, listAt, objectAt, textAt } from "../../src/model/json.ts";
import { idKey, idOf } from "../../src/model/manifest.ts";
import type { Mesh } from "../../src/model/mesh.ts";
import { isWhole } from "../../src/model/outcome.ts";
import { inventoryOf } from "../../src/model/state.ts";
import { cluster } from "../support/study.ts";
import { deathAt } from "./fake/death.ts";
import { objectsFor, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, studied, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const plain = smallMesh(["east"]);
const mesh: Mesh = { ...plain, clusters: [cluster("east", { adopt: true })] };

/** What the mesh wants, installed by Helm: its labels and annotations, its records, its name in the books. */
async function installed(): Promise<Store> {
  const built = new Store("east");
  await applied(processOver([built]), { mesh: plain });
  const store = new Store("east");
  for (const object of built.objects.values()) {
    const name = textAt(object, "metadata", "name") ?? "";
    if (name.startsWith("isthmus")) continue;
    const { uid: _uid, resourceVersion: _version, labels, ...metadata } = objectAt(object, "metadata");
    const { "isthmus.dev/mesh": _mesh, ...others } = (labels ?? {}) as JsonObject;
    const isDerived = object["kind"] === "Namespace" || object["kind"] === "Secret";
    const marks = { "meta.helm.sh/release-name": "istio", "meta.helm.sh/release-namespace": "istio-system" };
    const managedFields = [
      {
        manager: "helm",
        operation: "Update",
        apiVersion: object["apiVersion"],
        fieldsType: "FieldsV1",
        fieldsV1: { "f:metadata": {}, "f:spec": {} },
      },
    ];
    store.put({ ...object, metadata: { ...metadata, labels: others, ...(isDerived ? {} : { annotations: marks, managedFields }) } });
  }
  for (const revision of [1, 2]) {
    const labels = { owner: "helm", status: revision === 2 ? "deployed" : "superseded" };
    store.put({
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: `sh.helm.release.v1.istio.v${revision}`, namespace: "istio-system", labels },
    });
  }
  return store;
}

function uids(store: Store): readonly string[] {
  const own = new Set(objectsFor(mesh, mesh.clusters[0] ?? cluster("east")).map(({ id }) => idKey(id)));
  return [...store.objects.values()].flatMap((object) =>
    own.has(idKey(idOf(object))) ? [`${idKey(idOf(object))} ${textAt(object, "metadata", "uid") ?? ""}`] : [],
  );
}

function managersIn(store: Store): readonly string[] {
  const all = [...store.objects.values()].flatMap((object) => listAt(object, "metadata", "managedFields"));
  return [...new Set(all.map((entry) => `${textAt(entry, "manager") ?? ""} ${textAt(entry, "operation") ?? ""}`))];
}

function named(store: Store): number {
  const map = store.get({ group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-inventory" });
  const kept = inventoryOf(map === undefined ? [] : [map]);
  return kept.kind === "known" ? (kept.value?.entries.length ?? 0) : 0;
}

function check(store: Store, before: readonly string[]): void {
  expect(uids(store)).toEqual(before);
  expect(managersIn(store)).toEqual(["isthmus Apply"]);
  expect([...store.objects.keys()].filter((key) => key.includes("sh.helm"))).toEqual([]);
  expect(named(store)).toBe(before.length);
}

it("takes over what Helm installed: no step, no new UID, its books are ours and its records gone", async () => {
  const store = await installed();
  const before = uids(store);
  const process = processOver([store]);
  expect((await studied(process, { mesh })).study.plan.steps).toEqual([]);
  const run = await applied(process, { mesh });
  expect(isWhole(run)).toBe(true);
  expect(run.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([["east/adopt", "done"]]);
  check(store, before);

  const again = processOver([store], { at: 60_000 });
  await applied(again, { mesh });
  expect(writesOf(again)).toEqual([]);
});

it("is finished by the next run when it is killed at any of its writes", async () => {
  const whole = processOver([await installed()]);
  await applied(whole, { mesh });
  for (let point = 1; point <= writesOf(whole).length; point++) {
    const store = await installed();
    const before = uids(store);
    const { fate, dead } = deathAt(point, "after");
    await Promise.race([applied(processOver([store], { fate }), { mesh }), dead]);
    expect(isWhole(await applied(processOver([store], { at: 120_000 }), { mesh }))).toBe(true);
    expect(uids(store)).toEqual(before);
    expect([point, [...store.objects.keys()].filter((key) => key.includes("sh.helm"))]).toEqual([point, []]);
    expect([point, named(store)]).toEqual([point, before.length]);
  }
});

it("adopts nothing of which somebody else made another in between", async () => {
  const store = await installed();
  const process = processOver([store]);
  const { study, ...rest } = await studied(process, { mesh });
  const id = { group: "", kind: "ConfigMap", namespace: "istio-system", name: "istio" };
  const old = store.get(id) ?? {};
  store.delete(id);
  store.put({ ...old, metadata: { name: "istio", namespace: "istio-system" } });
  const { reconcile } = await import("../../src/reconcile/index.ts");
  const identity = { id: "run", by: "a test", planDigest: "", commit: undefined };
  const run = await reconcile(process.world, { study, ...rest, identity, force: false, stop: new AbortController().signal });
  expect(run.outcomes[0]?.verdict).toMatchObject({ kind: "failed", why: { code: "object-moved" } });
  expect([...store.objects.keys()].some((key) => key.includes("sh.helm"))).toBe(true);
});
