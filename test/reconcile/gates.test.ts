import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { ObjectRef } from "../../src/model/live.ts";
import { endIn } from "../../src/reconcile/gates/certificates.ts";
import { statesInMetrics, unsettled } from "../../src/reconcile/gates/istiod-pages.ts";
import { signsOf } from "../../src/reconcile/gates/signs.ts";
import { daemonSet, deployment } from "../../src/reconcile/gates/workload.ts";
import type { Task } from "../../src/reconcile/task.ts";
import { cluster } from "../support/study.ts";
import { route, smallMesh } from "./fake/mesh.ts";
import { applied, processOver, type Wanted } from "./fake/run.ts";
import { Store } from "./fake/store.ts";

const present = (object: JsonObject) => ({ kind: "present", object, privates: [] }) as const;

describe("a Deployment is ready", () => {
  const status = { observedGeneration: 2, replicas: 2, updatedReplicas: 2, availableReplicas: 2 };
  it.each([
    ["when all its pods are new and available", {}, undefined],
    ["not before the controller has seen it", { observedGeneration: 1 }, "the controller has not seen it yet"],
    ["not while pods are old", { replicas: 3 }, "1 old pods are still there"],
    ["not while pods are missing", { updatedReplicas: 1 }, "1 of 2 pods are new"],
    ["not while pods are not available", { availableReplicas: 0 }, "0 of 2 pods are available"],
    [
      "not when it does not get on",
      {
        availableReplicas: 2,
        conditions: [{ type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded", message: "no image" }],
      },
      "it does not get on: no image",
    ],
  ])("%s", (_, more, seen) => {
    const sight = deployment(present({ metadata: { generation: 2 }, spec: { replicas: 2 }, status: { ...status, ...more } }));
    expect(sight).toEqual(seen === undefined ? { kind: "ready" } : { kind: "waiting", seen });
  });
});

it("a DaemonSet is ready when every node has a new pod that is available", () => {
  const of = (status: JsonObject) => daemonSet(present({ metadata: { generation: 1 }, status: { observedGeneration: 1, ...status } }));
  expect(of({ desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 })).toEqual({ kind: "ready" });
  expect(of({ desiredNumberScheduled: 3, updatedNumberScheduled: 2, numberAvailable: 3 })).toMatchObject({ kind: "waiting" });
  expect(of({ desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 2 })).toMatchObject({ kind: "waiting" });
});

it("reads istiod's metrics where its pages are hidden, and tells an old istiod from one that knows nobody", () => {
  const metrics = [
    "# TYPE istiod_managed_clusters gauge",
    'istiod_managed_clusters{cluster_type="remote"} 2',
    'istiod_remote_cluster_sync_status{cluster="eu",cluster_type="remote",status="synced"} 1',
    'istiod_remote_cluster_sync_status{cluster="eu",cluster_type="remote",status="syncing"} 0',
    'istiod_remote_cluster_sync_status{cluster="west",cluster_type="remote",status="timeout"} 1',
  ].join("\n");
  expect([...(statesInMetrics(metrics) ?? [])]).toEqual([
    ["eu", "synced"],
    ["west", "timeout"],
  ]);
  expect(statesInMetrics("go_goroutines 10")).toBeUndefined();
});

it("tells proxies that refused from those that have not answered", () => {
  const entries = [
    { proxy: "a", cluster_sent: "1", cluster_acked: "1", resources: { x: { sent: "1", acked: "1" } } },
    { proxy: "b", cluster_sent: "2", cluster_acked: "1" },
    { proxy: "c", listener_sent: "2", listener_acked: "1", resources: { x: { lastError: "bad filter" } } },
  ];
  expect(unsettled({ pod: "istiod", entries })).toEqual({ proxies: 3, refused: ["c says bad filter"], pending: ["b"] });
});

const wanted: Wanted = { mesh: smallMesh(["east", "west"]), config: { east: [route("checkout")] } };

/** Answers every request for a debug page or metrics with a problem. */
function hiding(answer: () => ReturnType<typeof problem>) {
  return {
    before: async ({ id }: { readonly id: string }) => {
      if (id.startsWith("/debug/") || id.endsWith("/metrics")) throw answer();
    },
    after: async () => undefined,
  };
}

it("says what it may not look at, and goes on", async () => {
  const forbidden = () => problem("permission-missing", { cluster: "east", verb: "create", what: "pods/portforward" });
  const run = await applied(processOver([new Store("east"), new Store("west")], { fate: hiding(forbidden) }), wanted);
  const outcome = run.outcomes.find(({ step }) => step === "east/remote-secret/west");
  expect(outcome?.verdict.kind).toBe("done");
  expect(outcome?.notes).toEqual([
    "west in every istiod in east could not be looked at: In east we may not create pods/portforward (403).",
  ]);
});

it("is not ready when the sign does not come in time, with what was seen; what depends on it is blocked", async () => {
  const silent = () => problem("cluster-slow", { cluster: "east", request: "GET", seconds: 5 });
  const stores = [new Store("east"), new Store("west")];
  const run = await applied(processOver(stores, { fate: hiding(silent) }), wanted);
  const verdict = run.outcomes.find(({ step }) => step === "east/remote-secret/west")?.verdict;
  expect(verdict).toMatchObject({
    kind: "not-ready",
    why: { code: "not-ready", facts: { what: "west in every istiod", cluster: "east", seconds: 120 } },
  });
  expect(run.outcomes.find(({ step }) => step === "east/config")?.verdict).toEqual({ kind: "blocked", by: ["east/remote-secret/west"] });

  // Nothing is left to write there, but what comes after it still waits for it.
  const next = await applied(processOver(stores, { at: 200_000, fate: hiding(silent) }), wanted);
  expect(next.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([
    ["east/remote-secret/west", "not-ready"],
    ["west/remote-secret/east", "not-ready"],
    ["east/config", "blocked"],
  ]);
  const last = await applied(processOver(stores, { at: 400_000 }), wanted);
  expect(last.outcomes.map(({ step, verdict }) => [step, verdict.kind])).toEqual([
    ["east/remote-secret/west", "done"],
    ["west/remote-secret/east", "done"],
    ["east/config", "done"],
  ]);
});

it("the end of what istiod signs with is read from its metrics as Prometheus writes them", () => {
  const page = "# TYPE citadel_server_cert_chain_expiry_timestamp gauge\ncitadel_server_cert_chain_expiry_timestamp 1.826357842e+09\n";
  expect(endIn(page)).toBe(1_826_357_842);
  expect(endIn(page.replace(" 1.8", '{pod="x"} 1.8'))).toBe(1_826_357_842);
  // The other metric of nearly that name says how long it is until then.
  expect(endIn("citadel_server_cert_chain_expiry_seconds 86400\n")).toBeUndefined();
});

it("a Gateway of an ambient mesh waits for the Deployment that istiod makes of it", async () => {
  const id = { group: "gateway.networking.k8s.io", kind: "Gateway", namespace: "istio-system", name: "istio-eastwestgateway" };
  const condition = { type: "Programmed", status: "True" };
  const gateway = { metadata: id, status: { conditions: [condition], addresses: [{ value: "198.51.100.9" }] } };
  const status = { observedGeneration: 1, replicas: 1, updatedReplicas: 1, availableReplicas: 0 };
  let made: JsonObject | undefined;
  const api = {
    read: async (ref: ObjectRef) => {
      if (ref.kind === "Gateway") return present(gateway);
      expect(ref).toMatchObject({ apiVersion: "apps/v1", kind: "Deployment", namespace: id.namespace, name: id.name });
      return made === undefined ? { kind: "absent" } : present(made);
    },
    list: async () => [],
  };
  const task = { site: { api, cluster: cluster("east") }, step: { kind: "gateway" }, items: [{ id, kind: "create" }] } as unknown as Task;
  const [programmed, behind, ...more] = signsOf(task);
  expect([more, await programmed?.look(), await behind?.look()]).toEqual([
    [],
    { kind: "ready" },
    { kind: "waiting", seen: "it does not exist" },
  ]);
  made = { metadata: { generation: 1 }, spec: { replicas: 1 }, status };
  expect(await behind?.look()).toEqual({ kind: "waiting", seen: "0 of 1 pods are available" });
  made = { ...made, status: { ...status, availableReplicas: 1 } };
  expect(await behind?.look()).toEqual({ kind: "ready" });
});
