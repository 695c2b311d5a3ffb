import { expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { objectAt, textAt } from "../../src/model/json.ts";
import type { Cluster } from "../../src/model/mesh.ts";
import type { Run } from "../../src/model/outcome.ts";
import { isWhole } from "../../src/model/outcome.ts";
import { leaseObject } from "../../src/model/state.ts";
import { reconcile } from "../../src/reconcile/index.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, type Process, processOver, studied, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const wanted: Wanted = { mesh: smallMesh(["east", "west"]) };
const leaseId = { group: "coordination.k8s.io", kind: "Lease", namespace: "istio-system", name: "isthmus" };

function codes(run: Run): readonly string[] {
  return [...new Set(run.outcomes.flatMap(({ verdict }) => ("why" in verdict ? [verdict.why.code] : [])))];
}

it("refuses to begin while another run is at work, says who, and touches nothing", async () => {
  const stores = [new Store("east"), new Store("west")];
  let second: Promise<Run> | undefined;
  const other = processOver(stores, { at: 1000 });
  const first = processOver(stores, {
    fate: {
      before: async ({ id, verb }) => {
        if (second === undefined && verb === "apply" && id.startsWith("apps|")) {
          second = applied(other, wanted);
          await second;
        }
      },
      after: async () => undefined,
    },
  });
  const whole = await applied(first, wanted);
  const refused = await second;
  expect(isWhole(whole)).toBe(true);
  expect(writesOf(other)).toEqual([]);
  expect(codes(refused as Run)).toEqual(["cluster-held"]);
  expect(refused?.refused.get("east")?.message).toMatch(/^east is held by another run: run-\d+ by a test, until 2026-11-23T10:00/u);
});

it("does not begin where the books are another mesh's, and leaves them as they are", async () => {
  const stores = [new Store("east"), new Store("west")];
  const { mesh } = wanted;
  await applied(processOver(stores), { mesh });
  const [store] = stores;
  const id = { group: "", kind: "ConfigMap", namespace: "istio-system", name: "isthmus-inventory" };
  const process = processOver(stores, { at: 60_000 });
  const job = await studied(process, { mesh, config: { east: [route("one")] } });
  // Between survey and lease: the survey itself would have refused.
  const map = store?.get(id) ?? {};
  const theirs = store?.put({ ...map, data: { ...objectAt(map, "data"), mesh: "other" } });
  const identity = { id: "late", by: "a test", planDigest: "", commit: undefined };
  const run = await reconcile(process.world, { ...job, identity, force: false, stop: new AbortController().signal });
  expect([...run.refused].map(([name, { code }]) => [name, code])).toEqual([["east", "state-of-other-mesh"]]);
  expect(store?.get(id)).toEqual(theirs);
  expect(writesOf(process).filter((write) => write.includes("VirtualService"))).toEqual([]);
});

it("is not taken twice by one run: two names for one API server are told as that, and nothing but the lease is written", async () => {
  const store = new Store("east");
  const process = processOver([store]);
  const server = process.world.clusters.of(wanted.mesh.clusters[0] as Cluster);
  const world = { ...process.world, clusters: { ...process.world.clusters, of: () => server } };
  const run = await applied({ ...process, world }, wanted);
  expect([...run.refused].map(([name, { code }]) => [name, code])).toEqual([["west", "same-api-server"]]);
  expect(writesOf(process)).toEqual([
    "east apply |Namespace||istio-system",
    "east create coordination.k8s.io|Lease|istio-system|isthmus",
    "east remove coordination.k8s.io|Lease|istio-system|isthmus",
  ]);
});

it("gives the clusters back", async () => {
  const stores = [new Store("east"), new Store("west")];
  await applied(processOver(stores), wanted);
  expect(stores.map((store) => store.get(leaseId))).toEqual([undefined, undefined]);
});

it("writes nothing more when the process was stopped past its lease, even if no timer fired and a request was on its way", async () => {
  const stores = [new Store("east"), new Store("west")];
  const versions = () =>
    stores.map((store) => [...store.objects.values()].map((object) => textAt(object, "metadata", "resourceVersion")).sort());
  const paused: { process?: Process; versions?: ReturnType<typeof versions> } = {};
  const process = processOver(stores, {
    fate: {
      before: async ({ id, writes }) => {
        if (paused.versions !== undefined || !writes || !id.startsWith("apps|")) return;
        paused.process?.clock.jump(31_000);
        paused.versions = versions();
      },
      after: async () => undefined,
    },
  });
  paused.process = process;
  const run = await applied(process, wanted);
  expect(paused.versions).toBeDefined();
  // What was already on its way is not stored either: it must be over before the lease is.
  expect(versions()).toEqual(paused.versions);
  expect(codes(run)).toEqual(["lease-lost"]);

  const next = processOver(stores, { at: 60_000 });
  expect(isWhole(await applied(next, wanted))).toBe(true);
});

it("stops writing where somebody else took the lease, and only there", async () => {
  const stores = [new Store("east"), new Store("west")];
  let isTaken = false;
  const process = processOver(stores, {
    fate: {
      before: async ({ cluster, id, dryRun }) => {
        if (isTaken || cluster !== "west" || !dryRun || !id.startsWith("apps|")) return;
        isTaken = true;
        const taken = { holder: "somebody else", renewedAt: Date.now(), expiresAt: Date.now() + 30_000 };
        stores[1]?.put(leaseObject(taken, { namespace: "istio-system", mesh: "shop" }));
        process.clock.jump(25_000);
      },
      after: async () => undefined,
    },
  });
  const run = await applied(process, wanted);
  const failed = run.outcomes.filter(({ verdict }) => verdict.kind === "failed");
  expect(codes(run)).toEqual(["lease-lost"]);
  expect(failed.flatMap(({ clusters }) => clusters)).toEqual(["west"]);
  expect(run.outcomes.find(({ step }) => step === "east/istiod")?.verdict.kind).toBe("done");
  expect(textAt(stores[1]?.get(leaseId), "spec", "holderIdentity")).toBe("somebody else");
});

it("takes over a lease that ended long ago at once, and one that has just ended when nobody renews it", async () => {
  for (const [ended, waits] of [
    [60_000, false],
    [5000, true],
  ] as const) {
    const store = new Store("east");
    store.put({ apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
    // Only up to the first write of the lease: time in these tests also passes while a key is made, and a slow machine would seem to wait.
    let takenAt: number | undefined;
    const process: ReturnType<typeof processOver> = processOver([store], {
      fate: {
        before: async ({ writes, id }) => {
          if (writes && id.includes("Lease")) takenAt ??= process.clock.now();
        },
        after: async () => undefined,
      },
    });
    const expiresAt = process.clock.now() - ended;
    store.put(leaseObject({ holder: "dead", renewedAt: expiresAt - 30_000, expiresAt }, { namespace: "istio-system", mesh: "shop" }));
    const begun = process.clock.now();
    const run = await applied(process, { mesh: smallMesh(["east"]) });
    expect(isWhole(run)).toBe(true);
    expect((takenAt ?? 0) - begun).toBe(waits ? 30_000 : 0);
  }
});

it("goes on when a renewal fails for a moment", async () => {
  const stores = [new Store("east"), new Store("west")];
  let failures = 0;
  const process = processOver(stores, {
    fate: {
      before: async ({ verb, id, cluster }) => {
        if (verb === "replace" && id.includes("Lease") && failures++ < 1)
          throw problem("cluster-unreachable", { cluster, url: "u", why: "reset" });
      },
      after: async () => undefined,
    },
  });
  expect(isWhole(await applied(process, wanted))).toBe(true);
});

it("leaves a lease alone that seemed to have ended and is renewed while it is watched", async () => {
  const store = new Store("east");
  store.put({ apiVersion: "v1", kind: "Namespace", metadata: { name: "istio-system" } });
  const process = processOver([store]);
  const place = { namespace: "istio-system", mesh: "shop" };
  const lease = (renewedAt: number) => leaseObject({ holder: "behind our time", renewedAt, expiresAt: renewedAt + 30_000 }, place);
  const now = process.clock.now();
  store.put(lease(now - 35_000));
  void process.clock.sleep(10_000).then(() => store.put(lease(now - 25_000)));
  const run = await applied(process, { mesh: smallMesh(["east"]) });
  expect(codes(run)).toEqual(["cluster-held"]);
  expect(writesOf(process)).toEqual([]);
});
