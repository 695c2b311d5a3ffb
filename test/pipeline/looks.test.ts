import { beforeAll, describe, expect, it, vi } from "vitest";
import { createCharts } from "../../src/adapters/charts/index.ts";
import { normalText } from "../../src/catalog/normal-form.ts";
import { problem } from "../../src/catalog/problem.ts";
import type { Engine } from "../../src/model/chart.ts";
import { objectsOf } from "../../src/model/desired.ts";
import { sha256 } from "../../src/model/digest.ts";
import { isObject, type Json, type JsonObject, objectAt, textAt } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import { configMapsOfInventory } from "../../src/model/state.ts";
import type { Request } from "../../src/model/study.ts";
import { ask, calendarOf, examineDrift, heardOn, look, replayed, splitLook, study, withPorts } from "../../src/pipeline.ts";
import { calendarChapters, chaptersMarkdown, driftChapters, driftJson, healthChapters, unreadChapters } from "../../src/report/index.ts";
import { contentOf } from "../../src/shells/github/drift/choice.ts";
import { meshRepository } from "../../src/tools/bench/mesh.ts";
import type { ClusterApi, LiveWorld, World } from "../../src/world.ts";
import { lightEngine } from "../support/charts.ts";
import { remoteSecret } from "../support/remote-secret.ts";
import { treeOf } from "../support/tree.ts";
import { apiOf } from "../survey/fake-api.ts";
import { setBy, stored } from "../survey/stored.ts";

/**
 * 300 clusters that are looked at by plan. Some were changed behind Git's back, some do not answer, one family's load balancers have names: what several processes saw
 * and one judges is what one process sees, to the byte.
 */

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const at = Date.parse("2026-11-24T06:17:00Z");
const request: Request = { head: { kind: "commit", revision: "head" }, base: undefined, at, clusters: [] };
const files = new Map(meshRepository({ primaries: 6, remotesPerPrimary: 49, configObjects: 8 }));
const by = { id: "20261124T061700Z-aaaaaa", by: "a look by plan" };

const drifted = ["p0", "p1-r7", "p4-r48"];
const gone = ["p2-r11", "p5"];
const silent = ["p1-r30", "p3", "p3-r4"];
const named = "p2";

let engine: Engine;
let world: World;
let live: LiveWorld;
let shards: readonly (readonly string[])[];
let parts: readonly Json[];
let contacted: string[] = [];
let renders = 0;

beforeAll(async () => {
  const charts = await lightEngine();
  engine = { version: charts.version, render: (release) => (renders++, charts.render(release)) };
  const tree = treeOf(Object.fromEntries(files));
  world = { files: { read: async () => tree }, charts: { ...createCharts(), engine: async () => engine } };
  live = await livingWorld();
  shards = await splitLook(world, request, 4);
  parts = await heardFrom();
});

/** Clusters that hold what Git says, but for what was done to some. */
async function livingWorld(): Promise<LiveWorld> {
  const { desired, head } = await study(world, request);
  const apis = new Map<string, ClusterApi>();
  for (const { name, istioName } of head.mesh?.clusters ?? []) {
    const wanted = objectsOf(desired, name).filter(({ id }) => id.kind !== "Secret");
    apis.set(name, played(name, wanted, istioName));
  }
  const of: LiveWorld["clusters"]["of"] = ({ name }) => {
    contacted.push(name);
    return apis.get(name) ?? apiOf({ name });
  };
  const clusters = { of, by: () => apiOf({ name: "" }), close: async () => undefined };
  const signers = {
    of: () => ({
      roots: async () => {
        throw problem("signer-failed", { why: "it is no program", cluster: "" });
      },
      issue: async () => Promise.reject(new Error("a look issues nothing")),
    }),
  };
  const shown = { kind: "refused", why: "nobody answers to that name" } as const;
  const wire = { handshake: async () => shown };
  const clock = { now: () => at, monotonic: () => 0, sleep: async () => undefined };
  return { ...world, clusters, signers, wire, clock, watch: () => undefined };
}

function played(name: string, wanted: readonly Manifest[], istioName: string): ClusterApi {
  if (silent.includes(name)) {
    return apiOf({ name, server: problem("cluster-unreachable", { cluster: name, url: "https://192.0.2.1:6443", why: "no route" }) });
  }
  const there = wanted.map((manifest) => [manifest, held(name, manifest)] as const);
  const entries = there.map(([manifest, { object }]) => ({
    id: manifest.id,
    apiVersion: textAt(object, "apiVersion") ?? "",
    uid: textAt(object, "metadata", "uid") ?? "",
    applied: sha256(normalText(manifest)),
  }));
  const inventory = configMapsOfInventory({ mesh: "big", entries }, { namespace: "istio-system" }).map((map) => stored(map));
  const kept = there.flatMap(([{ id }, present]) => (gone.includes(name) && id.kind === "ClusterRoleBinding" ? [] : [present]));
  const token = stored(remoteSecret({ iat: at / 1000 - 20 * 86_400, exp: at / 1000 + 6 * 86_400 }) as JsonObject);
  const pod = stored({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "istiod-0", namespace: "istio-system", labels: { app: "istiod" } },
    status: { conditions: [{ type: "Ready", status: "True" }] },
  });
  const api = apiOf({ name, objects: [...kept, ...inventory, pod, token] });
  return { ...api, inside: async (_, path) => page(path, istioName), fetch: async () => "" };
}

/** A weight and a right by hand, with the book of who did it; names for load balancers. */
function held(cluster: string, { object }: Manifest): Present {
  const present = stored(object);
  if ((object["kind"] === "VirtualService" || object["kind"] === "ClusterRole") && drifted.includes(cluster))
    return stored(moved(object), [setBy("isthmus", object), setBy("kubectl-edit", moved(object), { operation: "Update" })]);
  if (cluster !== named || textAt(object, "spec", "type") !== "LoadBalancer") return present;
  return { ...present, object: { ...present.object, status: { loadBalancer: { ingress: [{ hostname: "p2.elb.example" }] } } } };
}

function moved(object: JsonObject): JsonObject {
  const text = JSON.stringify(object).replace('"weight":90', '"weight":85').replace('"weight":10', '"weight":15');
  return JSON.parse(text.replace('"verbs":["get"', '"verbs":["delete","get"')) as JsonObject;
}

/** istiod of each family knows endpoints of all of its clusters; what it does not show is no page. */
function page(path: string, istioName: string): string {
  if (path === "/debug/syncz") return "[]";
  if (path !== "/debug/endpointShardz") return "no page";
  const keys = Array.from({ length: 50 }, (_, index) => (index === 0 ? istioName : `${istioName}-r${index - 1}`));
  const endpoint = { Addresses: ["10.0.0.9"], ServicePortName: "http", TLSMode: "istio", WorkloadName: "s1", Namespace: "team-1" };
  const shards = Object.fromEntries(keys.map((key) => [`Kubernetes/${key}`, [endpoint]]));
  return JSON.stringify({ "s1.team-1.svc.cluster.local": { "team-1": { Shards: shards } } });
}

/** All that a look says: pages, JSON, pull requests. */
async function seen(from: LiveWorld, beforehand = {}): Promise<Readonly<Record<string, unknown>>> {
  const { study: found, adoption } = await examineDrift(from, request, [], beforehand);
  const health = await look(from, request, { probe: false, by });
  const calendar = await calendarOf(from, request);
  const chapters = [
    ...driftChapters(found.live.drift),
    ...unreadChapters(found),
    ...healthChapters(health),
    ...(calendar ? calendarChapters(calendar) : []),
  ];
  const matter = { study: found, adoption, clusters: [] };
  return {
    page: chaptersMarkdown(chapters),
    json: driftJson(found),
    steps: found.plan.steps.map(({ id, clusters }) => [id, clusters]),
    digest: found.plan.digest,
    drift: found.live.drift,
    health: health.checks,
    expiries: calendar?.expiries,
    pulls: [contentOf("adopt", matter), contentOf("restore", matter)],
  };
}

async function heardFrom(): Promise<readonly Json[]> {
  const made: Json[] = [];
  for (const clusters of shards) {
    contacted = [];
    made.push(JSON.parse(JSON.stringify(await ask(live, request, { clusters, isMeshSeen: true, by }))) as Json);
    expect(contacted.filter((name) => !clusters.includes(name))).toEqual([]);
  }
  return made;
}

function joinedWorld(some: readonly Json[], lost = new Map<string, string>()): { readonly from: LiveWorld; readonly beforehand: object } {
  const { answers, memory, broken } = heardOn(some);
  expect(broken.size).toBe(0);
  return { from: withPorts(world, replayed(answers, lost), live), beforehand: { memory } };
}

describe("a look at 300 clusters in shards", () => {
  it("joined, it says what one process would, contacts nobody and renders nothing again", async () => {
    expect([shards.length, shards.flat().length]).toEqual([4, 300]);
    const alone = await seen(live);
    const { from, beforehand } = joinedWorld(parts);
    [contacted, renders] = [[], 0];
    const together = await seen(from, beforehand);
    expect([contacted, renders]).toEqual([[], 0]);
    expect(together).toEqual(alone);

    // What it says is what was done to the clusters.
    const told = JSON.parse(String(alone["json"])) as { drift: { cluster: string; kind: string }[]; unreachable: object };
    const clustersWith = (kind: string) => [...new Set(told.drift.filter((one) => one.kind === kind).map(({ cluster }) => cluster))].sort();
    expect([clustersWith("changed"), clustersWith("gone"), Object.keys(told.unreachable).sort()]).toEqual([drifted, gone, silent]);
    expect(alone["pulls"]).toEqual([undefined, expect.objectContaining({ title: "big: put back what Git says" })]);
  });

  it("keeps an istiod and the clusters it serves together, and is the same each time", async () => {
    for (const clusters of shards) {
      const families = new Set(clusters.map((name) => name.split("-")[0]));
      expect(clusters.length).toBe(families.size * 50);
    }
    expect(await splitLook(world, request, 4)).toEqual(shards);
    expect((await splitLook(world, request, 100)).length).toBe(6);
  });

  it("without a part its clusters are unknown, never unchanged; the others are told as they are", async () => {
    const missing = shards.findIndex((clusters) => clusters.includes("p0"));
    const lost = new Map((shards[missing] ?? []).map((name) => [name, "shard 1: its part is missing"]));
    const { from, beforehand } = joinedWorld(
      parts.filter((_, index) => index !== missing),
      lost,
    );
    const together = JSON.parse(String((await seen(from, beforehand))["json"])) as {
      drift: { cluster: string }[];
      unreachable: Record<string, object>;
    };
    expect(new Set(together.drift.map(({ cluster }) => cluster))).toEqual(new Set([...drifted, ...gone].filter((name) => !lost.has(name))));
    for (const name of lost.keys()) expect(together.unreachable[name], name).toMatchObject({ code: "cluster-not-looked-at" });
  });

  it("a part that is none is known as such, and an answer that is none is unknown", async () => {
    const [part = null] = parts;
    expect([...heardOn([null, {}, part, { answers: {}, cooked: 7 }]).broken]).toEqual([0, 1, 3]);
    const answers = isObject(part) ? objectAt(part, "answers") : {};
    const bent = new Map(Object.keys(answers).map((question) => [question, { said: 7 }] as const));
    const { study: found } = await examineDrift(withPorts(world, replayed(bent, new Map()), live), request, []);
    expect([...found.live.survey.clusters.values()].every(({ kind }) => kind === "unreachable")).toBe(true);
  });
});
