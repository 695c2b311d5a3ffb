import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { idOf } from "../../src/model/manifest.ts";
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
  const run = await applied(processOver(stores), wanted);
  expect(run.outcomes.filter(({ verdict }) => verdict.kind !== "done")).toEqual([]);
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

describe("a release of istiod", () => {
  const labels = { "app.kubernetes.io/instance": "istiod-b", "helm.sh/chart": "istiod-1.31.0" };
  const pods = { app: "istiod", "istio.io/rev": "b" };
  const istiod = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "istiod-b", namespace: "istio-system", labels },
    spec: { selector: { matchLabels: pods }, template: { metadata: { labels: pods }, spec: { containers: [] } } },
  };
  const part = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "values-b", namespace: "istio-system", labels }, data: { a: "b" } };
  const webhook = (name: string, more: JsonObject) => ({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name, labels: { ...labels, "istio.io/rev": "b", ...more } },
    webhooks: [],
  });
  const injector = webhook("istio-sidecar-injector-b", {});
  const tag = webhook("istio-revision-tag-prod", { "istio.io/tag": "prod" });
  const whole = [istiod, part, injector, tag];
  const shop = (rev: string) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name: "cart", labels: { "istio.io/rev": rev } } });

  /** What became of the removal of everything but `left`, and what of it is still there. */
  async function after(stores: readonly Store[], left: readonly JsonObject[], fate = {}) {
    const run = await applied(processOver(stores, { at: 60_000, ...fate }), { mesh, config: { east: left } });
    const outcome = run.outcomes.find(({ step }) => step === "east/prune/istiod-b");
    const kept = whole.filter((object) => stores[0]?.get(idOf(object)) !== undefined).map(({ metadata }) => metadata.name);
    return { verdict: outcome?.verdict, kept };
  }

  it("goes when no proxy is connected to it and no namespace names it or its tag", async () => {
    const stores = await built({ mesh, config: { east: whole } });
    expect(await after(stores, [])).toMatchObject({ verdict: { kind: "done" }, kept: [] });
  });

  it("stays whole while proxies are connected to it, which are named", async () => {
    const stores = await built({ mesh, config: { east: whole } });
    stores[0]?.proxies.set("istiod-b-0", ["cart-1.shop", "gateway-1.istio-system"]);
    const { verdict, kept } = await after(stores, []);
    expect(verdict).toMatchObject({
      kind: "failed",
      why: { code: "not-ready", facts: { seen: "2 proxies are connected to it: cart-1.shop, gateway-1.istio-system" } },
    });
    expect(kept).toHaveLength(whole.length);
  });

  it("stays whole where nobody may look who is connected", async () => {
    const stores = await built({ mesh, config: { east: whole } });
    const before = async ({ id: of }: { readonly id: string }) => {
      if (of === "/debug/syncz") throw problem("permission-missing", { cluster: "east", verb: "create", what: "pods/portforward" });
    };
    const { verdict, kept } = await after(stores, [], { fate: { before, after: async () => undefined } });
    expect([verdict?.kind, kept.length]).toEqual(["failed", whole.length]);
  });

  it.each(["b", "prod"])("stays whole while a namespace says istio.io/rev: %s", async (name) => {
    const stores = await built({ mesh, config: { east: whole } });
    stores[0]?.put(shop(name));
    const { verdict, kept } = await after(stores, []);
    expect(verdict).toMatchObject({ kind: "failed", why: { code: "not-ready", facts: { seen: "1 namespace names it: cart" } } });
    expect(kept).toHaveLength(whole.length);
  });

  it("loses a part that nobody needs while its proxies are connected", async () => {
    const stores = await built({ mesh, config: { east: whole } });
    stores[0]?.proxies.set("istiod-b-0", ["cart-1.shop"]);
    stores[0]?.put(shop("prod"));
    expect(await after(stores, [istiod, injector, tag])).toMatchObject({
      verdict: { kind: "done" },
      kept: ["istiod-b", "istio-sidecar-injector-b", "istio-revision-tag-prod"],
    });
  });

  it("keeps a tag that a namespace names, and loses one that nobody does", async () => {
    const stores = await built({ mesh, config: { east: whole } });
    stores[0]?.proxies.set("istiod-b-0", ["cart-1.shop"]);
    stores[0]?.put(shop("prod"));
    const left = [istiod, part, injector];
    expect(await after(stores, left)).toMatchObject({
      verdict: { kind: "failed", why: { code: "not-ready" } },
      kept: whole.map(({ metadata }) => metadata.name),
    });
    stores[0]?.put(shop("b"));
    expect(await after(stores, left)).toMatchObject({ verdict: { kind: "done" }, kept: left.map(({ metadata }) => metadata.name) });
  });
});

describe("a gateway", () => {
  const pods = { istio: "ingress" };
  const named = (labels: JsonObject, name = "ingress") => ({ name, namespace: "shop", labels });
  const doorOf = (labels: JsonObject, name = "ingress") => [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: named(labels, name),
      spec: {
        selector: { matchLabels: pods },
        template: {
          metadata: { labels: pods, annotations: { "inject.istio.io/templates": "gateway" } },
          spec: { serviceAccountName: name, containers: [] },
        },
      },
    },
    { apiVersion: "v1", kind: "Service", metadata: named(labels), spec: { type: "LoadBalancer", selector: pods, ports: [{ port: 443 }] } },
    { apiVersion: "v1", kind: "ServiceAccount", metadata: named(labels) },
    { apiVersion: "v1", kind: "Service", metadata: named(labels, "other"), spec: { selector: { app: "other" }, ports: [{ port: 80 }] } },
  ];
  const ofRelease = { "app.kubernetes.io/instance": "ingress", "helm.sh/chart": "gateway-1.31.0" };
  const theirs = (selector: JsonObject) => ({ ...gateway, metadata: { name: "theirs", namespace: "cart" }, spec: { selector } });

  /** What is left in namespace `shop` of a door that nobody wants any more, and what was said of it. */
  async function after(door: readonly JsonObject[], others: readonly JsonObject[], left: readonly JsonObject[] = []) {
    const stores = await built({ mesh, config: { east: [...door, ...left] } });
    for (const other of others) stores[0]?.put(other);
    const run = await applied(processOver(stores, { at: 60_000 }), { mesh, config: { east: left } });
    expect(run.outcomes.filter(({ verdict }) => verdict.kind !== "done" && verdict.kind !== "unchanged")).toEqual([]);
    const kept = door.map((object) => idOf(object)).filter((one) => stores[0]?.get(one) !== undefined);
    return { kept: kept.map(({ kind, name }) => `${kind} ${name}`), notes: run.outcomes.flatMap(({ notes = [] }) => notes) };
  }
  const note = "Deployment shop/ingress in east is kept, with what belongs to it: Gateway cart/theirs selects its pods, and no others.";

  it("stays with its address and account while a Gateway of somebody else selects its pods", async () => {
    expect(await after(doorOf({}), [theirs(pods)])).toEqual({
      kept: ["Deployment ingress", "Service ingress", "ServiceAccount ingress"],
      notes: [note],
    });
  });

  it("stays as the whole release that it is", async () => {
    expect(await after(doorOf(ofRelease), [theirs(pods)])).toEqual({
      kept: ["Deployment ingress", "Service ingress", "ServiceAccount ingress", "Service other"],
      notes: [note],
    });
  });

  it("stays for a Gateway that selects every gateway", async () => {
    expect((await after(doorOf({}), [theirs({})])).notes).toEqual([note]);
  });

  it("goes when no Gateway selects it", async () => {
    expect(await after(doorOf({}), [theirs({ istio: "another" })])).toEqual({ kept: [], notes: [] });
  });

  it("goes when another workload that stays serves the same Gateways", async () => {
    const [canary] = doorOf({}, "canary");
    expect(await after(doorOf({}), [theirs(pods)], canary === undefined ? [] : [canary])).toEqual({ kept: [], notes: [] });
  });

  it("goes together with the Gateway that selects it", async () => {
    const own = { ...gateway, metadata: { name: "own", namespace: "shop" }, spec: { selector: pods } };
    expect(await after([...doorOf({}), own], [])).toEqual({ kept: [], notes: [] });
  });

  it("stays with the Gateway that was to go with it and is kept, because somebody's VirtualService needs that", async () => {
    const own = { ...gateway, metadata: { name: "own", namespace: "shop" }, spec: { selector: pods } };
    const needs = {
      apiVersion: "networking.istio.io/v1",
      kind: "VirtualService",
      metadata: { name: "theirs", namespace: "cart" },
      spec: { gateways: ["shop/own"] },
    };
    expect((await after([...doorOf(ofRelease), own], [needs])).kept).toContain("Deployment ingress");
  });
});
