import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import { objectAt } from "../../src/model/json.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import { drift, living } from "../../src/survey/index.ts";
import { type LiveParts, objectOf, sceneOf, wanting } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

const service = (ports: string, more = "") =>
  wanting(
    `apiVersion: v1\nkind: Service\nmetadata: { name: gw, namespace: a, labels: { app: gw } }\nspec: { type: LoadBalancer${more}, ports: ${ports} }`,
  );
const applied = service("[{ name: http, port: 80 }, { name: tls, port: 15443 }]");
const theirs = setBy(
  "kubectl-edit",
  objectOf("apiVersion: v1\nkind: Service\nspec: { ports: [{ port: 15443, protocol: TCP, nodePort: 31000, name: x }] }"),
  { operation: "Update" },
);

function edited(spec: string, ...managers: ReturnType<typeof setBy>[]) {
  return stored({ ...applied.object, spec: objectOf(spec) }, managers);
}

function driftIn(wanted: readonly Manifest[], live: LiveParts) {
  const { scope, survey } = sceneOf({ wanted, live });
  return drift(scope, survey, diff(scope.desired, living(scope, survey))).map(({ cluster, id, kind, paths }) => [
    cluster,
    id.name,
    kind,
    ...paths,
  ]);
}

describe("drift", () => {
  it("is every difference of an object that is wanted as it was applied", () => {
    const live = edited(
      "{ type: ClusterIP, ports: [{ name: http, port: 80 }, { name: tls, port: 15443 }] }",
      setBy("isthmus", applied.object),
    );
    expect(driftIn([applied], { objects: [live], applied: [applied] })).toEqual([["east", "gw", "changed", "spec.type"]]);
  });

  it("is not the change that the mesh itself asks for", () => {
    const wanted = service("[{ name: http, port: 8080 }, { name: tls, port: 15443 }]");
    const live = stored(applied.object);
    expect(driftIn([wanted], { objects: [live], applied: [applied] })).toEqual([]);
  });

  it("is told from the change where both meet in one object: by who has the field now", () => {
    const wanted = service("[{ name: http, port: 80 }, { name: tls, port: 15443 }]", ", externalTrafficPolicy: Local");
    const ours = setBy("isthmus", service("[{ name: http, port: 80 }]").object);
    const live = edited("{ type: LoadBalancer, ports: [{ name: http, port: 80 }, { name: x, port: 15443, protocol: TCP }] }", ours, theirs);
    const { scope, survey } = sceneOf({ wanted: [wanted], live: { objects: [live], applied: [applied] } });
    const changes = diff(scope.desired, living(scope, survey));
    expect(changes.changes[0]?.fields.map(({ path }) => path)).toEqual(["spec.externalTrafficPolicy", "spec.ports[tls]"]);
    expect(driftIn([applied], { objects: [live], applied: [applied] })).toEqual([["east", "gw", "changed", "spec.ports[tls]"]]);
  });

  it("is an object of ours that is gone, and not one that never was", () => {
    expect(driftIn([applied], { applied: [applied] })).toEqual([["east", "gw", "gone"]]);
    expect(driftIn([applied], {})).toEqual([]);
  });

  it("is an object that somebody deleted and a finalizer still holds", () => {
    const ours = stored(applied.object);
    const ending = {
      ...ours,
      object: { ...ours.object, metadata: { ...objectAt(ours.object, "metadata"), deletionTimestamp: "2026-11-23T10:00:00Z" } },
    };
    expect(driftIn([applied], { objects: [ours], applied: [applied] })).toEqual([]);
    expect(driftIn([applied], { objects: [ending], applied: [applied] })).toEqual([["east", "gw", "gone"]]);
  });

  it("is not what was never ours", () => {
    const live = edited("{ type: ClusterIP, ports: [{ name: http, port: 80 }] }", theirs);
    expect(driftIn([applied], { objects: [live] })).toEqual([]);
  });

  it("is not an address that moved, unless somebody wrote it", () => {
    const text = "⟦ip of gateway istio-system/istio-eastwestgateway in east⟧";
    const wanted = wanting(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: gw, namespace: a }\ndata: { address: "${text}" }`);
    const seen = { addresses: new Map([["istio-system/istio-eastwestgateway", ["192.0.2.1"]]]) };
    const at = (manager: ReturnType<typeof setBy>) =>
      stored({ ...wanted.object, data: { address: "192.0.2.9" } }, [setBy("isthmus", { ...wanted.object, data: {} }), manager]);
    expect(driftIn([wanted], { objects: [at(setBy("isthmus", wanted.object))], applied: [wanted], seen })).toEqual([]);
    const byHand = setBy("kubectl-edit", { data: objectAt(wanted.object, "data") }, { operation: "Update" });
    expect(driftIn([wanted], { objects: [at(byHand)], applied: [wanted], seen })).toEqual([["east", "gw", "changed", "data.address"]]);
  });
});
