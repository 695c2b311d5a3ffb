import { expect, it } from "vitest";
import { isWhole } from "../../src/model/outcome.ts";
import { reconcile } from "../../src/reconcile/index.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, studied, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const mesh = smallMesh(["east", "west"]);
const gateway = {
  apiVersion: "networking.istio.io/v1",
  kind: "Gateway",
  metadata: { name: "shop", namespace: "shop" },
  spec: { selector: { istio: "ingress" } },
};
const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "gateways.networking.istio.io" },
  spec: { group: "networking.istio.io", names: { kind: "Gateway", plural: "gateways" } },
};

async function built(wanted: Wanted): Promise<readonly Store[]> {
  const stores = wanted.mesh.clusters.map(({ name }) => new Store(name));
  for (const store of stores) store.put(definition);
  expect(isWhole(await applied(processOver(stores), wanted))).toBe(true);
  return stores;
}

const id = (kind: string, name: string) => ({ group: "networking.istio.io", kind, namespace: "shop", name });

it("deletes what is ours and nobody wants any more, and leaves what others made", async () => {
  const stores = await built({ mesh, config: { east: [route("one"), route("two")] } });
  stores[0]?.put(route("theirs"));
  const process = processOver(stores, { at: 60_000 });
  expect(isWhole(await applied(process, { mesh, config: { east: [route("one")] } }))).toBe(true);
  expect(writesOf(process).filter((write) => write.includes(" remove ") && !write.includes("Lease"))).toEqual([
    "east remove networking.istio.io|VirtualService|shop|two",
  ]);
  expect(stores[0]?.get(id("VirtualService", "theirs"))).toBeDefined();
});

it("keeps what a route of somebody else still needs, and says so", async () => {
  const stores = await built({ mesh, config: { east: [gateway] } });
  stores[0]?.put({ ...route("theirs"), spec: { hosts: ["a"], gateways: ["shop/shop"] } });
  const run = await applied(processOver(stores, { at: 60_000 }), { mesh });
  expect(stores[0]?.get(id("Gateway", "shop"))).toBeDefined();
  expect(run.outcomes.flatMap(({ notes = [] }) => notes)).toEqual([
    "Gateway shop/shop in east is kept: VirtualService shop/theirs needs it.",
  ]);

  stores[0]?.delete(id("VirtualService", "theirs"));
  await applied(processOver(stores, { at: 120_000 }), { mesh });
  expect(stores[0]?.get(id("Gateway", "shop"))).toBeUndefined();
});

it("deletes no more than is allowed until exactly that many are confirmed", async () => {
  const strict = smallMesh(["east", "west"], { rollout: { waves: [], soakSeconds: 0, restart: "report", maxDeletions: 1 } });
  const stores = await built({ mesh: strict, config: { east: [route("one"), route("two"), route("three")] } });
  const process = processOver(stores, { at: 60_000 });
  const run = await applied(process, { mesh: strict }, { confirmedDeletions: 2 });
  expect(run.outcomes[0]?.verdict).toMatchObject({ kind: "failed", why: { code: "deletions-unconfirmed" } });
  expect(writesOf(process)).toEqual([]);
  expect(isWhole(await applied(process, { mesh: strict }, { confirmedDeletions: 3 }))).toBe(true);
});

it("lets a cluster go: the others forget it first, then it is cleaned, but for what is never deleted", async () => {
  const stores = await built({ mesh, config: { east: [route("one")], west: [route("one")] } });
  const process = processOver(stores, { at: 60_000 });
  const alone = smallMesh(["east"], { rollout: { waves: [], soakSeconds: 0, restart: "report", maxDeletions: 100 } });
  const run = await applied(process, { mesh: alone, before: mesh, config: { east: [route("one")] } });
  expect(run.outcomes.filter(({ verdict }) => verdict.kind !== "done")).toEqual([]);
  const removals = writesOf(process).filter((write) => write.includes(" remove ") && !write.includes("Lease"));
  expect(removals[0]).toBe("east remove |Secret|istio-system|istio-remote-secret-west");
  expect(removals.slice(1).every((write) => write.startsWith("west "))).toBe(true);
  const left = [...(stores[1]?.objects.keys() ?? [])].sort();
  expect(left).toEqual([
    "apiextensions.k8s.io|CustomResourceDefinition||gateways.networking.istio.io",
    "apiextensions.k8s.io|CustomResourceDefinition||virtualservices.networking.istio.io",
    "|ConfigMap|istio-system|isthmus-inventory",
    "|ConfigMap|istio-system|isthmus-ledger",
    "|Namespace||default",
    "|Namespace||istio-system",
    "|Namespace||kube-system",
    "|Namespace||shop",
    "|Secret|istio-system|cacerts",
    "|ServiceAccount|istio-system|istio-reader-service-account",
  ]);
});

it("keeps what the inventory does not name, what lost our label, and what was made anew, whatever a plan says", async () => {
  const stores = await built({ mesh, config: { east: [route("relabelled"), route("anew")] } });
  const [store] = stores;
  const relabelled = store?.get(id("VirtualService", "relabelled")) ?? {};
  store?.put({ ...relabelled, metadata: { name: "relabelled", namespace: "shop", labels: { "isthmus.dev/mesh": "another" } } });
  const anew = store?.get(id("VirtualService", "anew")) ?? {};
  store?.delete(id("VirtualService", "anew"));
  store?.put({ ...anew, metadata: { name: "anew", namespace: "shop", labels: { "isthmus.dev/mesh": "shop" } } });
  store?.put({ ...route("theirs"), metadata: { name: "theirs", namespace: "shop", labels: { "isthmus.dev/mesh": "shop" } } });

  const process = processOver(stores, { at: 60_000 });
  const { study, ...rest } = await studied(process, { mesh });
  const writes = ["anew", "relabelled", "theirs"].map((name) => ({ id: id("VirtualService", name), kind: "delete" as const }));
  const step = {
    id: "east/prune",
    kind: "prune" as const,
    stage: "config" as const,
    clusters: ["east"],
    after: [],
    writes,
    gate: undefined,
    wave: 1,
    irreversible: undefined,
  };
  const identity = { id: "run", by: "a test", planDigest: "", commit: undefined };
  const job = {
    ...rest,
    study: { ...study, plan: { ...study.plan, steps: [step] } },
    identity,
    force: false,
    stop: new AbortController().signal,
  };
  const run = await reconcile(process.world, job);
  expect(run.outcomes[0]?.notes).toEqual([
    "VirtualService shop/anew in east is kept: somebody made it anew since we wrote it.",
    "VirtualService shop/relabelled in east is kept: it does not carry our label.",
    "VirtualService shop/theirs in east is kept: the inventory does not name it, so it is not ours.",
  ]);
  expect(writesOf(process).filter((write) => write.includes("remove net"))).toEqual([]);
});
