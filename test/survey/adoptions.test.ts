import { describe, expect, it } from "vitest";
import { ownershipPatch } from "../../src/model/adoption.ts";
import { isList, isObject, type JsonObject, objectAt } from "../../src/model/json.ts";
import { adoptions } from "../../src/survey/index.ts";
import { type LiveParts, objectOf, sceneOf, wanting } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

const wanted = wanting("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\ndata: { x: y }");
const release = { "meta.helm.sh/release-name": "istiod", "meta.helm.sh/release-namespace": "istio-system" };

function installed(parts: JsonObject = {}, ...managers: readonly JsonObject[]) {
  const object = objectOf("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\ndata: { x: y }");
  const own = { ...object, metadata: { ...objectAt(object, "metadata"), annotations: release, ...parts } };
  return stored(own, managers.length > 0 ? managers : [setBy("helm", own, { operation: "Update" })]);
}

function adopted(live: LiveParts, adopt = true) {
  const { scope, survey } = sceneOf({ wanted: [wanted], live, cluster: { adopt } });
  return adoptions(scope, survey);
}

describe("adoptions", () => {
  it("name each object that is there and was never ours, and whose it is", () => {
    const live = installed();
    expect(adopted({ objects: [live] }).objects).toEqual([
      {
        cluster: "east",
        id: wanted.id,
        apiVersion: "v1",
        uid: objectAt(live.object, "metadata")["uid"],
        release: { name: "istiod", namespace: "istio-system" },
        managers: ["helm"],
        from: ["Helm"],
      },
    ]);
  });

  it("are only where the mesh says so, and never of what is ours, another mesh's or a GitOps tool's", () => {
    expect(adopted({ objects: [installed()] }, false).objects).toEqual([]);
    expect(adopted({ objects: [stored(wanted.object)], applied: [wanted] }).objects).toEqual([]);
    expect(adopted({ objects: [installed({ labels: { "isthmus.dev/mesh": "other" } })] }).objects).toEqual([]);
    expect(adopted({ objects: [installed({ labels: { "argocd.argoproj.io/instance": "x" } })] }).objects).toEqual([]);
  });

  it("retire the records of the releases concerned, and no other", () => {
    const record = (name: string) => ({
      name,
      namespace: "istio-system",
      records: [{ name: `sh.helm.release.v1.${name}.v1`, uid: "1", status: "deployed" }],
    });
    const seen = { helmReleases: [record("istiod"), record("other")] };
    expect(adopted({ objects: [installed()], seen }).releases).toEqual([{ cluster: "east", release: record("istiod") }]);
  });
});

describe("the patch of the books", () => {
  const entriesOf = (live: ReturnType<typeof installed>): readonly JsonObject[] => {
    const patch = ownershipPatch(live.object);
    const [first, second] = isList(patch) ? patch : [];
    expect(second).toEqual({
      op: "replace",
      path: "/metadata/resourceVersion",
      value: objectAt(live.object, "metadata")["resourceVersion"],
    });
    return isObject(first) && isList(first["value"]) ? first["value"].filter(isObject) : [];
  };
  const status = setBy("kube-controller-manager", { status: { a: 1 } }, { operation: "Update", subresource: "status" });

  it("makes one entry of ours of all that installers set, and leaves controllers and people alone", () => {
    const helm = setBy("helm", objectOf("apiVersion: v1\nkind: x\ndata: { x: y }"), { operation: "Update" });
    const apply = setBy("kubectl-client-side-apply", objectOf("apiVersion: v1\nkind: x\ndata: { z: y }\nmetadata: { labels: { a: b } }"), {
      operation: "Update",
    });
    // To take this one over would take it out, and restart every pod.
    const restart = setBy(
      "kubectl-rollout",
      { spec: { template: { metadata: { annotations: { restartedAt: "x" } } } } },
      { operation: "Update" },
    );
    const entries = entriesOf(installed({}, helm, status, restart, apply));
    expect(entries.map(({ manager, operation }) => [manager, operation])).toEqual([
      ["kube-controller-manager", "Update"],
      ["kubectl-rollout", "Update"],
      ["isthmus", "Apply"],
    ]);
    expect(entries[2]?.["fieldsV1"]).toEqual({
      "f:data": { ".": {}, "f:x": {}, "f:z": {} },
      "f:metadata": { "f:labels": { ".": {}, "f:a": {} } },
    });
  });

  it("merges what is ours already", () => {
    const ours = setBy("isthmus", objectOf("apiVersion: v1\nkind: x\ndata: { own: y }"));
    const helm4 = setBy("helm", objectOf("apiVersion: v1\nkind: x\ndata: { x: y }"));
    expect(entriesOf(installed({}, ours, helm4)).map(({ manager, fieldsV1 }) => [manager, fieldsV1])).toEqual([
      ["isthmus", { "f:data": { ".": {}, "f:own": {}, "f:x": {} } }],
    ]);
  });

  it("leaves namespaces to everybody", () => {
    const namespace = objectOf("apiVersion: v1\nkind: Namespace\nmetadata: { name: a, labels: { name: a } }");
    expect(ownershipPatch(stored(namespace, [setBy("helm", namespace, { operation: "Update" })]).object)).toBeUndefined();
  });

  it("is none when there is nothing to move", () => {
    expect(ownershipPatch(installed({}, status).object)).toBeUndefined();
  });
});
