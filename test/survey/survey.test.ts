import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import { objectAt } from "../../src/model/json.ts";
import { idKey } from "../../src/model/manifest.ts";
import { configMapOfLedger, configMapsOfInventory, leaseObject } from "../../src/model/state.ts";
import { survey } from "../../src/survey/index.ts";
import { desired } from "../support/desired.ts";
import { cluster, mesh } from "../support/study.ts";
import { apiOf, forbidden, worldOf } from "./fake-api.ts";
import { entryOf, now, objectOf, wanting } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

const config = (name: string, namespace = "istio-system") =>
  wanting(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: ${namespace} }\ndata: { a: b }`);
const one = wanting("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: istiod, namespace: istio-system }\nspec: {}");
const many = [config("istio"), config("values"), config("other")];

function scopeOf(wanted = [...many, one], parts = {}) {
  return { mesh: mesh([cluster("east", { gateways: [], ...parts })]), desired: desired({ east: wanted }), leaving: [] };
}

function bare(manifest: ReturnType<typeof config>) {
  const { labels: _, ...metadata } = objectAt(manifest.object, "metadata");
  return stored({ ...manifest.object, metadata });
}

describe("survey", () => {
  it("lists kinds with several objects once and reads alone what the list lacks", async () => {
    const asked: string[] = [];
    const api = apiOf(
      {
        name: "east",
        objects: [stored(config("istio").object), stored(config("values").object), bare(config("other")), stored(one.object)],
      },
      asked,
    );
    const { clusters } = await survey(worldOf(api), scopeOf());
    const seen = clusters.get("east");
    if (seen?.kind !== "surveyed") throw new Error("east is there");
    expect([...seen.objects].map(([key, live]) => [key, live.kind])).toEqual([
      ["|ConfigMap|istio-system|istio", "present"],
      ["|ConfigMap|istio-system|values", "present"],
      ["|ConfigMap|istio-system|other", "present"],
      ["apps|Deployment|istio-system|istiod", "present"],
    ]);
    expect(asked.filter((request) => request.includes("ConfigMap") && !request.includes("isthmus"))).toEqual([
      "list ConfigMap istio-system",
      "get ConfigMap istio-system/other",
    ]);
  });

  it("reads each object when it may not list", async () => {
    const refuse = (request: string) => (request.startsWith("list ConfigMap") ? forbidden("list", "configmaps") : undefined);
    const { clusters } = await survey(worldOf({ name: "east", objects: many.map(({ object }) => stored(object)), refuse }), scopeOf());
    const seen = clusters.get("east");
    expect(seen?.kind === "surveyed" && [...seen.objects.values()].map(({ kind }) => kind)).toEqual([
      "present",
      "present",
      "present",
      "absent",
    ]);
  });

  it("knows nothing of what a failing list would have shown", async () => {
    const slow = problem("cluster-slow", { cluster: "east", request: "GET", seconds: 30 });
    const refuse = (request: string) => (request.startsWith("list ConfigMap") ? slow : undefined);
    const { clusters } = await survey(worldOf({ name: "east", refuse }), scopeOf());
    const seen = clusters.get("east");
    expect(seen?.kind === "surveyed" && [...seen.objects.values()].map(({ kind }) => kind)).toEqual([
      "unknown",
      "unknown",
      "unknown",
      "absent",
    ]);
  });

  it("never lists Secrets outside the namespaces where some are wanted", async () => {
    const asked: string[] = [];
    const secret = (name: string, namespace: string) =>
      wanting(`apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: ${namespace} }`);
    const wanted = [
      secret("a", "x"),
      secret("b", "x"),
      secret("c", "y"),
      ...["r", "s"].map((name) =>
        wanting(`apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: ${name} }`),
      ),
    ];
    await survey(worldOf(apiOf({ name: "east" }, asked)), scopeOf(wanted));
    expect(asked.filter((request) => /^list (?:Secret|VirtualService)/u.test(request)).sort()).toEqual([
      "list Secret x",
      "list VirtualService",
    ]);
  });

  it("hides no cluster behind another that does not answer", async () => {
    const why = problem("cluster-unreachable", { cluster: "west", url: "https://west", why: "refused" });
    const scope = { mesh: mesh([cluster("east"), cluster("west")]), desired: desired({ east: [one], west: [one] }), leaving: [] };
    const { at, clusters } = await survey(worldOf({ name: "east" }, { name: "west", server: why }), scope);
    expect(at).toBe(now);
    expect([...clusters].map(([name, { kind }]) => [name, kind])).toEqual([
      ["east", "surveyed"],
      ["west", "unreachable"],
    ]);
    expect(clusters.get("west")).toEqual({ kind: "unreachable", why });
  });

  it("reads what Isthmus keeps there, and the objects that it names", async () => {
    const old = config("old", "elsewhere");
    const there = stored(old.object);
    const place = { namespace: "istio-system", mesh: "shop" };
    const inventory = { mesh: "shop", entries: [entryOf(old, there)] };
    const run = { id: "1", by: "alice", planDigest: "d", commit: undefined };
    const ledger = { run, state: "ended", startedAt: now - 10_000, endedAt: now - 5_000, entries: [], orphanSerials: ["0A"] } as const;
    const lease = { holder: "bob", renewedAt: now, expiresAt: now + 30_000 };
    const state = [
      ...configMapsOfInventory(inventory, { ...place, shards: 2 }),
      configMapOfLedger(ledger, place),
      leaseObject(lease, place),
    ];
    const { clusters } = await survey(worldOf({ name: "east", objects: [there, ...state.map((object) => stored(object))] }), scopeOf());
    const seen = clusters.get("east");
    expect(seen).toMatchObject({ inventory, ledger, lease });
    expect(seen).not.toHaveProperty("unreadState");
    expect(seen?.kind === "surveyed" && seen.objects.get(idKey(old.id))).toEqual(there);
  });

  it("takes damaged or refused state for unknown, never for none", async () => {
    const [inventory] = configMapsOfInventory({ mesh: "shop", entries: [] }, { namespace: "istio-system" });
    const damaged = stored({ ...inventory, data: { ...objectAt(inventory, "data"), count: "3" } });
    const refuse = (request: string) => (request.startsWith("get Lease") ? forbidden() : undefined);
    const { clusters } = await survey(worldOf({ name: "east", objects: [damaged], refuse }), scopeOf());
    const seen = clusters.get("east");
    expect(seen?.kind === "surveyed" && [...(seen.unreadState ?? [])].map(([name, { code }]) => [name, code])).toEqual([
      ["inventory", "state-unreadable"],
      ["lease", "permission-missing"],
      ["lock", "permission-missing"],
    ]);
  });

  it("takes what another mesh keeps there for unknown, never for ours", async () => {
    const there = stored(config("old", "elsewhere").object);
    const place = { namespace: "istio-system", mesh: "other" };
    const run = { id: "1", by: "alice", planDigest: "d", commit: undefined };
    const ledger = { run, state: "ended", startedAt: now - 10_000, endedAt: now - 5_000, entries: [], orphanSerials: [] } as const;
    const inventory = { mesh: "other", entries: [entryOf(config("old", "elsewhere"), there)] };
    const state = [...configMapsOfInventory(inventory, place), configMapOfLedger(ledger, place)];
    const { clusters } = await survey(worldOf({ name: "east", objects: [there, ...state.map((object) => stored(object))] }), scopeOf());
    const seen = clusters.get("east");
    expect(seen).toMatchObject({ inventory: undefined, ledger: undefined });
    expect(
      seen?.kind === "surveyed" && [...(seen.unreadState ?? [])].map(([name, { code, facts }]) => [name, code, facts["other"]]),
    ).toEqual([
      ["inventory", "state-of-other-mesh", "other"],
      ["ledger", "state-of-other-mesh", "other"],
    ]);
  });

  it("finds the addresses of gateways and the istiods, whoever made them", async () => {
    const gateway = stored(
      objectOf(
        "apiVersion: v1\nkind: Service\nmetadata: { name: istio-eastwestgateway, namespace: istio-system }\nstatus: { loadBalancer: { ingress: [{ ip: 192.0.2.7 }, { hostname: lb.example }] } }",
      ),
    );
    const istiod = stored(
      objectOf(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod-canary, namespace: istio-system, labels: { app: istiod, istio.io/rev: canary } }
spec: { replicas: 2, template: { spec: { containers: [{ name: discovery, image: "registry.istio.io:5000/release/pilot:1.31.1-distroless@sha256:00" }] } } }
status: { readyReplicas: 1 }
`),
    );
    const scope = { mesh: mesh([cluster("east")]), desired: desired({ east: [] }), leaving: [] };
    const { clusters } = await survey(worldOf({ name: "east", objects: [gateway, istiod] }), scope);
    expect(clusters.get("east")).toMatchObject({
      addresses: new Map([["istio-system/istio-eastwestgateway", ["192.0.2.7", "lb.example"]]]),
      istiods: [{ name: "istiod-canary", revision: "canary", version: "1.31.1-distroless", replicas: 2, ready: 1 }],
    });
  });

  it("finds Helm's records of what is to be adopted, oldest first", async () => {
    const installed = {
      ...one.object,
      metadata: {
        name: "istiod",
        namespace: "istio-system",
        annotations: { "meta.helm.sh/release-name": "istiod", "meta.helm.sh/release-namespace": "istio-system" },
      },
    };
    const record = (release: string, version: number) =>
      stored(
        objectOf(`
apiVersion: v1
kind: Secret
metadata: { name: sh.helm.release.v1.${release}.v${version}, namespace: istio-system, labels: { owner: helm, name: ${release}, status: deployed } }
type: helm.sh/release.v1
`),
      );
    const objects = [
      stored(installed, [setBy("helm", installed, { operation: "Update" })]),
      record("istiod", 10),
      record("istiod", 9),
      record("other", 1),
    ];
    const adopting = await survey(worldOf({ name: "east", objects }), scopeOf(undefined, { adopt: true }));
    const seen = adopting.clusters.get("east");
    expect(seen?.kind === "surveyed" && seen.helmReleases?.map(({ name, records }) => [name, records.map((entry) => entry.name)])).toEqual([
      ["istiod", ["sh.helm.release.v1.istiod.v9", "sh.helm.release.v1.istiod.v10"]],
    ]);
    const leaving = await survey(worldOf({ name: "east", objects }), scopeOf());
    expect(leaving.clusters.get("east")).not.toHaveProperty("helmReleases");
  });
});
