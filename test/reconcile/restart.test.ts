import { beforeEach, describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/model/json.ts";
import type { ObjectRef } from "../../src/model/live.ts";
import { idText } from "../../src/model/manifest.ts";
import { restartWorkloads } from "../../src/reconcile/steps/restart.ts";
import type { Task } from "../../src/reconcile/task.ts";
import { cluster } from "../support/study.ts";
import { FakeClock } from "./fake/clock.ts";
import { smallMesh } from "./fake/mesh.ts";
import { applied, processOver, type Wanted, writesOf } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const start = Date.parse("2026-11-23T10:00:00Z");
const [old, now] = ["registry.example/istio/proxyv2:1.30.2", "mirror.example/proxyv2:1.31.0"];

interface Wish {
  readonly kind?: "Deployment" | "StatefulSet" | "DaemonSet" | "Job";
  readonly namespace?: string;
  readonly image?: string;
  readonly revision?: string;
  readonly labels?: JsonObject;
  readonly annotations?: JsonObject;
  readonly spec?: JsonObject;
  readonly managedFields?: readonly JsonObject[];
  /** How many of its pods are available; default: the one it has. */
  readonly available?: number;
  /** What becomes of it when it is restarted; default: its pods are new and ready. */
  readonly after?: "never ready" | "still old";
}

/** A cluster in which a restart makes pods anew, as controllers do. */
class Shop {
  readonly clock = new FakeClock(start);
  readonly spaces = new Map<string, JsonObject>([
    ["shop", { "istio-injection": "enabled" }],
    ["plain", {}],
  ]);
  readonly workloads = new Map<string, Wish & { readonly name: string }>();
  readonly applied: { readonly object: JsonObject; readonly options: object }[] = [];
  readonly wrote: string[] = [];
  readonly notes: string[] = [];
  readonly stop = new AbortController();

  has(name: string, wish: Wish = {}): void {
    this.workloads.set(name, { name, ...wish });
  }

  async run(): Promise<string> {
    try {
      await restartWorkloads(this.task());
      return "done";
    } catch (error) {
      return (error as Error).message;
    }
  }

  task(): Task {
    const values = JSON.stringify({ global: { hub: "registry.example/istio", tag: "1.31.0", proxy: { image: "proxyv2" } } });
    const id = { group: "", kind: "ConfigMap", namespace: "istio-system", name: "istio-sidecar-injector" };
    const east = cluster("east");
    const campaign = {
      stop: this.stop.signal,
      wanted: () => new Map([["injector", { id, object: { data: { values } } }]]),
      world: { clock: this.clock, watch: () => undefined },
    };
    const site = { cluster: east, api: this, hold: { until: async () => 0 } };
    return {
      campaign,
      site,
      step: { id: "east/restart" },
      notes: this.notes,
      wrote: (ref: ObjectRef) => this.wrote.push(idText(ref)),
    } as unknown as Task;
  }

  async list({ kind }: { readonly kind: string }) {
    if (kind === "Namespace")
      return [...this.spaces].map(([name, labels]) => ({ kind: "present", object: { metadata: { name, labels } } }));
    return [...this.workloads.values()].map((wish) => ({ kind: "present", object: this.pod(wish) }));
  }

  pod({
    name,
    kind = "Deployment",
    namespace = "shop",
    image = old,
    revision = "default",
    labels = {},
    annotations = {},
  }: Wish & { readonly name: string }) {
    const owner = kind === "Deployment" ? "ReplicaSet" : kind;
    const apiVersion = kind === "Job" ? "batch/v1" : "apps/v1";
    const ownerReferences = [{ apiVersion, kind: owner, name: kind === "Deployment" ? `${name}-1` : name, controller: true }];
    const status = { "sidecar.istio.io/status": JSON.stringify({ revision }) };
    return {
      metadata: {
        name: `${name}-1-x`,
        namespace,
        labels,
        annotations: { ...(image === "" ? {} : status), ...annotations },
        ownerReferences,
      },
      spec: { containers: [{ name: "app", image: "app" }], initContainers: image === "" ? [] : [{ name: "istio-proxy", image }] },
    };
  }

  async read({ kind, namespace, name }: ObjectRef) {
    if (kind === "ReplicaSet") {
      const owner = { apiVersion: "apps/v1", kind: "Deployment", name: name.replace(/-1$/u, ""), controller: true };
      return { kind: "present", object: { metadata: { name, namespace, ownerReferences: [owner] } } };
    }
    const wish = this.workloads.get(name);
    if (wish === undefined) return { kind: "absent" };
    const { available = 1, spec = {}, managedFields = [] } = wish;
    const status = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: available, readyReplicas: available };
    const daemons = { desiredNumberScheduled: 1, updatedNumberScheduled: 1, numberAvailable: available };
    const object = {
      metadata: { uid: `uid-${name}`, generation: 1, managedFields },
      spec: { replicas: 1, ...spec },
      status: { ...status, ...daemons },
    };
    return { kind: "present", object };
  }

  async apply(object: JsonObject, options: object) {
    this.applied.push({ object, options });
    const { name } = object["metadata"] as { readonly name: string };
    const wish = this.workloads.get(name);
    if (wish?.after === "never ready") this.workloads.set(name, { ...wish, available: 0 });
    else if (wish !== undefined && wish.after === undefined) this.workloads.set(name, { ...wish, image: now, revision: "default" });
    return { kind: "present", object };
  }
}

let shop: Shop;
beforeEach(() => {
  shop = new Shop();
});

describe("restarts", () => {
  it("Deployments, StatefulSets and DaemonSets whose pods have an old proxy, by kubectl's annotation and in a name of its own", async () => {
    shop.has("orders");
    shop.has("ledger", { kind: "StatefulSet" });
    shop.has("agent", { kind: "DaemonSet" });
    shop.has("canary", { image: now, revision: "blue" });
    expect([await shop.run(), shop.wrote]).toEqual([
      "done",
      ["DaemonSet shop/agent", "Deployment shop/canary", "Deployment shop/orders", "StatefulSet shop/ledger"],
    ]);
    expect(shop.applied[2]).toEqual({
      object: {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { namespace: "shop", name: "orders", uid: "uid-orders" },
        spec: { template: { metadata: { annotations: { "kubectl.kubernetes.io/restartedAt": "2026-11-23T10:00:00Z" } } } },
      },
      options: { manager: "isthmus-restart", force: true, until: 0 },
    });
  });

  it("nothing twice, nothing without a proxy, nothing that would get none, nothing that chose its own", async () => {
    shop.has("mirrored", { image: now });
    shop.has("pinned", { annotations: { "sidecar.istio.io/proxyImage": old } });
    shop.has("digest", { image: `${now.split(":")[0]}@sha256:${"0".repeat(64)}` });
    shop.has("bare", { image: "" });
    shop.has("left", { namespace: "plain" });
    shop.has("optout", { labels: { "sidecar.istio.io/inject": "false" } });
    shop.has("elsewhere", { namespace: "plain", labels: { "istio.io/rev": "another-mesh" } });
    expect([await shop.run(), shop.wrote, shop.notes]).toEqual(["done", [], []]);
    shop.has("orders");
    expect([await shop.run(), shop.wrote]).toEqual(["done", ["Deployment shop/orders"]]);
    expect([await shop.run(), shop.wrote]).toEqual(["done", ["Deployment shop/orders"]]);
  });

  it("no further when one does not come back, and says how to go on", async () => {
    shop.has("a-first");
    shop.has("b-breaks", { after: "never ready" });
    shop.has("c-last");
    expect(await shop.run()).toBe("Deployment shop/b-breaks in east did not become ready within 300 s: 0 of 1 pods are available.");
    expect(shop.wrote).toEqual(["Deployment shop/a-first", "Deployment shop/b-breaks"]);
  });

  it("no further when new pods have the old proxy too", async () => {
    shop.has("a-first", { after: "still old" });
    shop.has("b-last");
    expect(await shop.run()).toMatch(
      /^Workloads in east keep their old proxy: Deployment shop\/a-first \(it was restarted and its new pods have proxy 1\.30\.2 /u,
    );
    expect(shop.wrote).toEqual(["Deployment shop/a-first"]);
  });

  it("the others when one was not ready before or cannot be rolled, and names these in the end", async () => {
    shop.has("a-broken", { available: 0 });
    shop.has("b-paused", { spec: { paused: true } });
    shop.has("c-by-hand", { kind: "StatefulSet", spec: { updateStrategy: { type: "OnDelete" } } });
    shop.has("d-well");
    const said = await shop.run();
    expect(shop.wrote).toEqual(["Deployment shop/d-well"]);
    expect(said).toBe(
      "Workloads in east keep their old proxy: Deployment shop/a-broken (it was not ready before: 0 of 1 pods are available), Deployment shop/b-paused (its rollouts are paused), StatefulSet shop/c-by-hand (its pods are only made anew when somebody deletes them).",
    );
  });

  it("waits for a restart that a dead run began, and does not begin it again", async () => {
    const managedFields = [{ manager: "isthmus-restart", operation: "Apply", time: "2026-11-23T09:58:00Z" }];
    shop.has("orders", { available: 0, managedFields });
    const { sleep } = shop.clock;
    shop.clock.sleep = async (...given) => {
      shop.has("orders", { image: now, managedFields });
      return sleep.apply(shop.clock, given);
    };
    expect([await shop.run(), shop.wrote]).toEqual(["done", []]);
  });

  it("tells pods that nobody makes anew", async () => {
    shop.has("nightly", { kind: "Job" });
    expect([await shop.run(), shop.notes]).toEqual([
      "done",
      ["Pods that nobody makes anew keep their old proxy until they end: Pod shop/nightly-1-x."],
    ]);
  });

  it("stops between two workloads when it is asked to", async () => {
    shop.has("a-first");
    shop.has("b-last");
    const { apply } = shop;
    shop.apply = (...given) => {
      shop.stop.abort();
      return apply.apply(shop, given);
    };
    await expect(restartWorkloads(shop.task())).rejects.toThrow();
    expect(shop.wrote).toEqual(["Deployment shop/a-first"]);
  });
});

describe("a run after one whose restarts did not end", () => {
  const injector = (tag: string): JsonObject => ({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "istio-sidecar-injector", namespace: "istio-system" },
    data: { values: JSON.stringify({ global: { hub: "registry.example/istio", tag, proxy: { image: "proxyv2" } } }) },
  });
  const plain = smallMesh(["east"]);
  const mesh = { ...plain, rollout: { ...plain.rollout, restart: "rollout" as const } };
  const wanting = (tag: string): Wanted => ({ mesh, config: { east: [injector(tag)] } });
  const status = { observedGeneration: 1, readyReplicas: 1, updatedReplicas: 1, currentRevision: "a", updateRevision: "a" };
  const ledger = {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "ledger", namespace: "shop", generation: 1 },
    spec: { replicas: 1, updateStrategy: { type: "OnDelete" }, template: { metadata: {} } },
    status,
  };
  const pod = (image: string): JsonObject => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: "ledger-0",
      namespace: "shop",
      labels: { "service.istio.io/canonical-name": "ledger", "istio.io/rev": "default" },
      annotations: { "sidecar.istio.io/status": JSON.stringify({ revision: "default" }) },
      ownerReferences: [{ apiVersion: "apps/v1", kind: "StatefulSet", name: "ledger", controller: true }],
    },
    spec: { containers: [{ name: "istio-proxy", image }] },
  });

  it("goes on with them though nothing else is left to do, until every pod is new", async () => {
    const store = new Store("east");
    const at = (hours: number) => processOver([store], { at: hours * 3_600_000 });
    await applied(at(0), wanting("1.30.2"));
    store.put(ledger);
    store.put(pod(old));
    const outcomes = async (hours: number, wanted = wanting("1.31.0")) =>
      (await applied(at(hours), wanted)).outcomes.filter(({ step }) => step === "east/restart").map(({ verdict }) => verdict.kind);
    expect(await outcomes(1)).toEqual(["failed"]);
    expect(await outcomes(2)).toEqual(["failed"]);
    // Somebody deletes the pod, and the next one is new.
    store.put(pod(now));
    expect(await outcomes(3)).toEqual(["done"]);
    const last = at(4);
    expect((await applied(last, wanting("1.31.0"))).outcomes).toEqual([]);
    expect(writesOf(last)).toEqual([]);
  });
});
