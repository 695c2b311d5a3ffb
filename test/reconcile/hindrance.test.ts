import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { Present } from "../../src/model/live.ts";
import { hindrance } from "../../src/reconcile/gates/hindrance.ts";
import type { ClusterApi } from "../../src/world.ts";

const ref = { apiVersion: "apps/v1", group: "apps", kind: "Deployment", namespace: "istio-system", name: "istiod" };
const workload = (status: JsonObject = {}): JsonObject => ({ spec: { selector: { matchLabels: { app: "istiod" } } }, status });

/** An API server that only lists pods: those given, for the selector of the workload. */
function serverWith(pods: readonly JsonObject[]): ClusterApi {
  const list = async ({ kind, namespace, labels }: { kind: string; namespace?: string; labels?: string }): Promise<readonly Present[]> => {
    expect([kind, namespace, labels]).toEqual(["Pod", "istio-system", "app=istiod"]);
    return pods.map((object) => ({ kind: "present", object, privates: [] }));
  };
  return { list } as unknown as ClusterApi;
}

const pod = (status: JsonObject, metadata: JsonObject = {}): JsonObject => ({ metadata: { name: "istiod-1", ...metadata }, status });
const container = (state: JsonObject, more: JsonObject = {}) => ({
  containerStatuses: [{ name: "discovery", ready: false, state, ...more }],
});

describe("what keeps pods from running", () => {
  it.each([
    [
      "an image nobody can pull",
      pod(container({ waiting: { reason: "ErrImagePull", message: "not\n found" } })),
      "pod istiod-1: discovery: ErrImagePull: not found",
    ],
    [
      "a node nobody has",
      pod({
        conditions: [
          { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/3 nodes are available: 3 Insufficient cpu." },
        ],
      }),
      "pod istiod-1: Unschedulable: 0/3 nodes are available: 3 Insufficient cpu.",
    ],
    [
      "a program that ends",
      pod(container({ running: {} }, { restartCount: 3, lastState: { terminated: { reason: "OOMKilled", exitCode: 137 } } })),
      "pod istiod-1: discovery: ended 3 times, last with OOMKilled (exit code 137)",
    ],
    ["nothing, when it only begins", pod(container({ waiting: { reason: "ContainerCreating" } })), undefined],
    [
      "nothing, when it runs again",
      pod(container({ running: {} }, { ready: true, restartCount: 3, lastState: { terminated: { reason: "Error", exitCode: 1 } } })),
      undefined,
    ],
    [
      "nothing, when it goes",
      pod(container({ waiting: { reason: "ErrImagePull" } }), { deletionTimestamp: "2026-11-23T10:00:00Z" }),
      undefined,
    ],
  ])("%s", async (_, object, said) => {
    expect(await hindrance(serverWith([object]), ref, workload())).toBe(said);
  });

  it("is what the controller says where it makes none", async () => {
    const conditions = [
      { type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: 'pods "istiod-1" is forbidden: exceeded quota' },
    ];
    expect(await hindrance(serverWith([]), ref, workload({ conditions }))).toBe(
      'FailedCreate: pods "istiod-1" is forbidden: exceeded quota',
    );
  });

  it("is nothing where pods may not be listed", async () => {
    const list = async () => {
      throw problem("permission-missing", { cluster: "east", verb: "list", what: "pods" });
    };
    expect(await hindrance({ list } as unknown as ClusterApi, ref, workload())).toBeUndefined();
  });
});
