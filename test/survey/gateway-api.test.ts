import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import type { JsonObject } from "../../src/model/json.ts";
import type { Unmet } from "../../src/model/prerequisite.ts";
import { plan } from "../../src/plan/index.ts";
import { adoptions, living, prerequisites } from "../../src/survey/index.ts";
import { repository } from "../support/study.ts";
import { worldOf } from "./fake-api.ts";
import { objectOf, type Scene, sceneOf, wanting } from "./scene.ts";
import { setBy, stored } from "./stored.ts";

/** Definitions of the Gateway API that somebody else brought: never downgraded, never half replaced. */

const text = (name: string, version: string, channel = "standard", ours = false): string => `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${name}.gateway.networking.k8s.io
  annotations: { gateway.networking.k8s.io/bundle-version: ${version}, gateway.networking.k8s.io/channel: ${channel} }
  ${ours ? "labels: { isthmus.dev/mesh: shop }" : ""}
spec: { group: gateway.networking.k8s.io, scope: Namespaced, names: { kind: X${name}, plural: ${name} }, versions: [{ name: v1, served: true, storage: true }] }
`;
const policy = wanting(`
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: { name: safe-upgrades.gateway.networking.k8s.io, annotations: { gateway.networking.k8s.io/bundle-version: v1.6.0 } }
spec: { failurePolicy: Fail }
`);
const wanted = [wanting(text("gateways", "v1.6.0")), wanting(text("httproutes", "v1.6.0")), policy];
const byKubectl = (object: JsonObject) => stored(object, [setBy("kubectl", object)]);
const there = (version: string, channel?: string) => byKubectl(objectOf(text("gateways", version, channel)));

interface Seen {
  /** `create NAME`, `update NAME`. */
  readonly writes: readonly string[];
  readonly unmet: readonly Unmet[];
  readonly adopted: readonly string[];
}

async function seen(live: Scene["live"], cluster: Scene["cluster"] = {}): Promise<Seen> {
  const { scope, survey } = sceneOf({ wanted, live, cluster });
  const baseline = living(scope, survey);
  const changes = diff(scope.desired, baseline);
  const intended = plan({ head: repository({ mesh: scope.mesh }), base: undefined, desired: scope.desired, baseline, changes });
  return {
    writes: intended.steps.flatMap(({ writes }) => writes.map(({ id, kind }) => `${kind} ${id.name.split(".")[0]}`)),
    unmet: await prerequisites(worldOf({ name: "east", allows: () => true }), scope, intended, survey),
    adopted: adoptions(scope, survey).objects.map(({ id }) => id.name),
  };
}

const all = ["create gateways", "create httproutes", "create safe-upgrades"];

describe("definitions of the Gateway API", () => {
  it("are written where there are none, and wait until they are Established", async () => {
    const found = await seen({});
    expect([found.writes.toSorted(), found.unmet]).toEqual([all, []]);
  });

  it.each([
    ["newer ones", "v1.7.0", "standard", "Gateway API v1.7.0 is there (kubectl), newer than the v1.6.0 that the mesh brings."],
    ["a newer candidate", "v1.7.0-rc.1", "standard", "newer than the v1.6.0"],
    ["builds between releases", "v0.0.0-dev", "standard", "which cannot be compared with the v1.6.0"],
    ["those of the experimental channel", "v1.6.0", "experimental", "of the experimental channel"],
    ["older ones of the experimental channel", "v1.5.0", "experimental", "of the experimental channel"],
  ])("leave %s as they are, as a whole, and say so", async (_, version, channel, words) => {
    const found = await seen({ objects: [there(version, channel)] });
    expect([found.writes, found.adopted]).toEqual([[], []]);
    expect(found.unmet).toMatchObject([{ kind: "version", isAdvice: true, seen: expect.stringContaining(words) }]);
    expect((await seen({ objects: [there(version, channel)] }, { adopt: true })).adopted).toEqual([]);
  });

  it("leave the very same of somebody else, unless the cluster is adopted", async () => {
    const objects = ["gateways", "httproutes"].map((name) => byKubectl(objectOf(text(name, "v1.6.0"))));
    const found = await seen({ objects });
    expect([found.writes, found.unmet.map(({ isAdvice, seen: told }) => [isAdvice, told])]).toEqual([
      [],
      [[true, "Gateway API v1.6.0, which the mesh brings, is there already (kubectl): it is left as it is."]],
    ]);
    const adopting = await seen({ objects }, { adopt: true });
    expect([adopting.writes, adopting.adopted.map((name) => name.split(".")[0])]).toEqual([
      ["create safe-upgrades"],
      ["gateways", "httproutes"],
    ]);
  });

  it("do not replace older ones of somebody else unasked: they are refused with how to ask", async () => {
    const found = await seen({ objects: [there("v1.5.1")] });
    expect(found.unmet).toMatchObject([{ kind: "not-ours", remedy: expect.stringContaining("adopt: true") }]);
    expect(found.unmet[0]?.isAdvice).toBeUndefined();
  });

  it("replace older ones that are ours, and leave ours that somebody has replaced by newer ones", async () => {
    const ours = (version: string) => {
      const object = objectOf(text("gateways", version, "standard", true));
      return stored(object, [setBy("isthmus", object)]);
    };
    const applied = [wanting(text("gateways", "v1.5.1"))];
    const old = await seen({ objects: [ours("v1.5.1")], applied });
    expect([old.writes.toSorted(), old.unmet]).toEqual([["create httproutes", "create safe-upgrades", "update gateways"], []]);
    const overtaken = await seen({ objects: [ours("v1.7.0")], applied });
    expect([overtaken.writes, overtaken.unmet.map(({ isAdvice }) => isAdvice)]).toEqual([[], [true]]);
  });

  it("are never deleted, and neither is the policy that guards them", async () => {
    const { scope, survey } = sceneOf({
      wanted: [],
      live: { objects: wanted.map(({ object }) => stored(object, [setBy("isthmus", object)])), applied: wanted },
    });
    const baseline = living(scope, survey);
    const changes = diff(scope.desired, baseline);
    const intended = plan({ head: repository({ mesh: scope.mesh }), base: undefined, desired: scope.desired, baseline, changes });
    expect(intended.steps).toEqual([]);
    expect(intended.kept.map(({ id }) => id.name.split(".")[0]).toSorted()).toEqual(["gateways", "httproutes", "safe-upgrades"]);
  });
});
