import { expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { isWhole, type Run } from "../../src/model/outcome.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Fate, Request } from "./fake/api.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const wanted: Wanted = {
  mesh: smallMesh(["east", "eu", "west"]),
  config: { east: [route("checkout")], eu: [route("checkout")], west: [route("checkout")] },
};

function fresh(): readonly Store[] {
  return ["east", "eu", "west"].map((name) => new Store(name));
}

/** Answers with `failure` from the first request that `begins` names, to every request of the cluster that `concerns` names. */
function failing(begins: (request: Request) => boolean, concerns: (request: Request) => boolean, failure: () => Problem): Fate {
  let hasBegun = false;
  return {
    before: async (request) => {
      hasBegun ||= begins(request);
      if (hasBegun && concerns(request)) throw failure();
    },
    after: async () => undefined,
  };
}

const kinds = (run: Run, cluster: string) =>
  Object.fromEntries(run.outcomes.flatMap(({ step, clusters, verdict }) => (clusters.includes(cluster) ? [[step, verdict.kind]] : [])));

const down = () => problem("cluster-unreachable", { cluster: "west", url: "https://west", why: "connection refused" });
const inWest = ({ cluster }: Request) => cluster === "west";

it("goes as far as the graph allows when a cluster goes away in the middle, and the next run catches up", async () => {
  const stores = fresh();
  const fate = failing(
    ({ cluster, id, writes }) => cluster === "west" && writes && id.startsWith("apps|Deployment|istio-system|istiod"),
    inWest,
    down,
  );
  const run = await applied(processOver(stores, { fate }), wanted);
  expect(isWhole(run)).toBe(false);
  const west = kinds(run, "west");
  expect(west["west/istiod"]).toBe("failed");
  expect(west["west/config"]).toBe("blocked");
  const east = kinds(run, "east");
  expect([east["mesh/certificates"], east["east/istiod"], east["east/remote-secret/eu"]]).toEqual(["done", "done", "done"]);
  expect([east["east/remote-secret/west"], east["east/config"]]).toEqual(["failed", "done"]);

  const next = await applied(processOver(stores, { at: 120_000 }), wanted);
  expect(isWhole(next)).toBe(true);
});

it("goes on elsewhere when one cluster's certificate cannot be stored", async () => {
  const stores = fresh();
  const fate = failing(({ cluster, id, writes }) => cluster === "west" && writes && id.endsWith("|cacerts"), inWest, down);
  const run = await applied(processOver(stores, { fate }), wanted);
  const trust = run.outcomes.filter(({ step }) => step === "mesh/certificates");
  expect(trust.map(({ clusters, verdict }) => [clusters, verdict.kind])).toEqual([
    [["east", "eu"], "done"],
    [["west"], "failed"],
  ]);
  expect(kinds(run, "eu")["eu/istiod"]).toBe("done");
  expect(isWhole(await applied(processOver(stores, { at: 120_000 }), wanted))).toBe(true);
});

it("names the permission that is taken away in the middle, and finishes when it is given back", async () => {
  const stores = fresh();
  const forbidden = () => problem("permission-missing", { cluster: "west", verb: "patch", what: "deployments" });
  const isDeployment = ({ cluster, id, writes }: Request) => cluster === "west" && writes && id.startsWith("apps|");
  const run = await applied(processOver(stores, { fate: failing(isDeployment, isDeployment, forbidden) }), wanted);
  const verdict = run.outcomes.find(({ step }) => step === "west/istiod")?.verdict;
  expect(verdict).toMatchObject({ kind: "failed", why: { code: "permission-missing" } });
  expect(kinds(run, "eu")["eu/istiod"]).toBe("done");
  expect(isWhole(await applied(processOver(stores, { at: 120_000 }), wanted))).toBe(true);
});

it("leaves a cluster that was out of reach from the start as it is, and does the others", async () => {
  const stores = fresh();
  const run = await applied(processOver(stores, { fate: failing(() => true, inWest, down) }), wanted);
  expect(run.refused.get("west")?.code).toBe("cluster-unreachable");
  expect(kinds(run, "east")["east/istiod"]).toBe("done");
  expect(stores[2]?.objects.size).toBe(2);
  const config = run.outcomes.find(({ step }) => step === "east/config");
  expect([config?.verdict.kind, config?.notes?.[0]]).toEqual(["done", expect.stringContaining("did not wait for east/remote-secret/west")]);
  expect(isWhole(await applied(processOver(stores, { at: 120_000 }), wanted))).toBe(true);
});

it("looks whether a write of its own records was done when the answer is lost, and goes on", async () => {
  for (const lost of [1, 2, 3, 5, 8]) {
    const stores = [new Store("west")];
    let count = 0;
    const fate: Fate = {
      before: async () => undefined,
      after: async ({ writes, id }) => {
        if (writes && /\|Lease\||\|isthmus-/u.test(id) && ++count === lost) throw down();
      },
    };
    const run = await applied(processOver(stores, { fate }), { mesh: smallMesh(["west"]) });
    expect([lost, isWhole(run), [...run.refused.values()].map(({ message }) => message)]).toEqual([lost, true, []]);
    expect([...(stores[0]?.objects.keys() ?? [])].some((key) => key.includes("Lease"))).toBe(false);
  }
});

it("sends a record again that never arrived", async () => {
  const stores = [new Store("west")];
  let count = 0;
  const fate: Fate = {
    before: async ({ writes, id }) => {
      if (writes && id.includes("|isthmus-ledger") && ++count === 2) throw down();
    },
    after: async () => undefined,
  };
  expect(isWhole(await applied(processOver(stores, { fate }), { mesh: smallMesh(["west"]) }))).toBe(true);
});

it("keeps back what routes to a cluster that does not answer, and nothing else", async () => {
  const stores = fresh();
  const naming = {
    ...route("checkout"),
    spec: { exportTo: ["*"], hosts: ["a"], http: [{ match: [{ sourceLabels: { "topology.istio.io/cluster": "west" } }] }] },
  };
  const routed: Wanted = { ...wanted, config: { ...wanted.config, east: [naming] } };
  const run = await applied(processOver(stores, { fate: failing(() => true, inWest, down) }), routed);
  expect(run.outcomes.find(({ step }) => step === "east/config")?.verdict).toEqual({ kind: "blocked", by: ["east/remote-secret/west"] });
  expect(kinds(run, "eu")["eu/config"]).toBe("done");
  expect(isWhole(await applied(processOver(stores, { at: 120_000 }), routed))).toBe(true);
});

it("tells everything that would be refused, in all clusters, before it writes anything", async () => {
  const stores = fresh();
  await applied(processOver(stores), wanted);
  const bad = { "test/refuse": "yes" };
  const process = processOver(stores, { at: 120_000 });
  const run = await applied(process, {
    ...wanted,
    config: { east: [route("one", 100, bad), route("two", 100, bad)], eu: [route("fine")], west: [route("one", 100, bad)] },
  });
  expect(run.rehearsal?.map(({ cluster, step, id, why }) => [cluster, step, id.name, why.code])).toEqual([
    ["east", "east/config", "one", "object-refused"],
    ["east", "east/config", "two", "object-refused"],
    ["west", "west/config", "one", "object-refused"],
  ]);
  expect(run.outcomes.find(({ step }) => step === "eu/config")?.verdict).toEqual({ kind: "blocked", by: ["east/config", "west/config"] });
  expect(writesOf(process)).toEqual([]);
});

it("tries what depends on a definition or namespace that is still missing right before its step", async () => {
  const stores = fresh();
  const run = await applied(processOver(stores), { ...wanted, config: { eu: [route("one", 100, { "test/refuse": "yes" })] } });
  expect(run.rehearsal).toBeUndefined();
  expect(run.outcomes.find(({ step }) => step === "eu/config")?.verdict).toMatchObject({ kind: "failed", why: { code: "object-refused" } });
  expect(run.outcomes.find(({ step }) => step === "eu/istiod")?.verdict.kind).toBe("done");
});

it("stops after the current object when asked, gives its leases back, and is finished by the next run", async () => {
  const stores = fresh();
  const stop = new AbortController();
  let count = 0;
  let late = 0;
  const process = processOver(stores, {
    fate: {
      before: async ({ verb, writes }) => {
        if (stop.signal.aborted && verb === "apply" && writes) late++;
        if (verb === "apply" && writes && ++count === 12) stop.abort();
      },
      after: async () => undefined,
    },
  });
  const run = await applied(process, wanted, { stop: stop.signal });
  expect(new Set(run.outcomes.map(({ verdict }) => verdict.kind))).toContain("stopped");
  // What was on its way in the other two clusters is ended, nothing is begun.
  expect(late).toBeLessThanOrEqual(2);
  expect(stores.some((store) => [...store.objects.keys()].some((key) => key.includes("Lease")))).toBe(false);
  expect(isWhole(await applied(processOver(stores, { at: 5000 }), wanted))).toBe(true);
});

it("begins a wave when the one before it is through and has been left alone for the time that is asked", async () => {
  const stores = fresh();
  const mesh = smallMesh(["east", "eu", "west"], { rollout: { waves: [["east"]], soakSeconds: 600, restart: "report", maxDeletions: 10 } });
  const process = processOver(stores);
  const begun = process.clock.now();
  expect(isWhole(await applied(process, { ...wanted, mesh }))).toBe(true);
  const log = process.events.map((event) =>
    event.kind === "step-started" ? event.step : event.kind === "soaking" ? `soak ${event.wave}` : "",
  );
  const order = (name: string) => log.indexOf(name);
  expect(order("soak 1")).toBeGreaterThan(order("east/istiod"));
  expect(order("soak 1")).toBeLessThan(order("eu/istiod"));
  expect(log.filter((line) => line === "soak 1")).toHaveLength(2);
  expect(process.clock.now() - begun).toBeGreaterThanOrEqual(1_200_000);
});
