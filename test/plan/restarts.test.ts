import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/index.ts";
import type { JsonObject } from "../../src/model/json.ts";
import { idOf, type Manifest } from "../../src/model/manifest.ts";
import type { Mesh } from "../../src/model/mesh.ts";
import { plan } from "../../src/plan/index.ts";
import { phasesOf } from "../../src/report/plan-phases.ts";
import { desired } from "../support/desired.ts";
import { cluster, mesh, repository } from "../support/study.ts";

const origin = { kind: "chart", release: "istiod", chart: "istiod", version: "1.31.0", template: "templates/all.yaml" } as const;
const install = (object: JsonObject): Manifest => ({ id: idOf(object), object, origin, stage: "install" });

const injector = (tag: string): Manifest =>
  install({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "istio-sidecar-injector", namespace: "istio-system" },
    data: { values: JSON.stringify({ global: { hub: "registry.example/istio", tag, proxy: { image: "proxyv2" } } }), config: tag },
  });
const turned = (revision: string): Manifest =>
  install({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name: "istio-revision-tag-prod", labels: { "istio.io/rev": revision, "istio.io/tag": "prod" } },
    webhooks: [{ name: "a", clientConfig: { service: { name: `istiod-${revision}` } } }],
  });
const space = (labels: JsonObject): Manifest => ({
  ...install({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels } }),
  stage: "namespaces",
});
const old: Manifest = install({ apiVersion: "v1", kind: "Service", metadata: { name: "istiod-old", namespace: "istio-system" } });

type Side = Readonly<Record<string, readonly Manifest[]>>;

const two = mesh([cluster("east"), { ...cluster("west"), role: "remote", primary: "east" }]);
const wanting = (restart: "report" | "rollout"): Mesh => ({ ...two, rollout: { ...two.rollout, restart } });

function planned(before: Side | undefined, after: Side, head: Mesh = wanting("rollout")) {
  const now = desired(after);
  const was = before === undefined ? undefined : desired(before);
  const base = was === undefined ? undefined : repository({ mesh: head });
  return plan({ head: repository({ mesh: head }), base, desired: now, baseline: was, changes: diff(now, was) });
}

const restarts = (made: ReturnType<typeof planned>) => made.steps.filter(({ kind }) => kind === "restart");

describe("workloads are restarted", () => {
  it.each([
    [
      "when the injector gives another proxy: there, and where its istiod serves",
      [injector("1.30.2")],
      [injector("1.31.0")],
      ["east", "west"],
    ],
    ["when a tag turns", [turned("a")], [turned("b")], ["east", "west"]],
    ["when a namespace names another revision", [space({ "istio.io/rev": "a" })], [space({ "istio.io/rev": "b" })], ["east", "west"]],
    ["not when a namespace is labelled otherwise", [space({ team: "a" })], [space({ team: "b" })], []],
    ["not when an injector is new: nobody has its proxy", [], [injector("1.31.0")], []],
  ] as const)("%s", (_, before, after, where) => {
    const made = planned({ east: before, west: [] }, { east: after, west: [] });
    expect(restarts(made).map(({ id, clusters, writes }) => [id, clusters, writes])).toEqual(
      where.map((name) => [`${name}/restart`, [name], []]),
    );
  });

  it("never where the mesh does not ask for it", () => {
    expect(restarts(planned({ east: [injector("1.30.2")] }, { east: [injector("1.31.0")] }, wanting("report")))).toEqual([]);
  });

  it("in the waves of configuration, and is told there", () => {
    const waved = { ...wanting("rollout"), rollout: { ...wanting("rollout").rollout, waves: [["east"], ["west"]] } };
    const made = planned({ east: [injector("1.30.2")], west: [] }, { east: [injector("1.31.0")], west: [] }, waved);
    const told = phasesOf(made).map(({ title, rounds }) => [title.split(",")[0], rounds.flat().map(({ id }) => id)]);
    expect(told).toEqual([
      ["wave 1 of installs", ["east/istiod"]],
      ["wave 1 of configuration", ["east/restart"]],
      ["wave 2 of configuration", ["west/restart"]],
    ]);
  });

  it("after everything that may give them their proxy, and before anything old goes", () => {
    const made = planned({ east: [injector("1.30.2"), old] }, { east: [injector("1.31.0")], west: [] });
    const order = made.steps.map(({ id }) => id);
    expect(order.indexOf("east/restart")).toBeGreaterThan(order.indexOf("east/istiod"));
    expect(made.steps.find(({ id }) => id === "east/restart")?.after).toContain("east/istiod");
    expect(made.steps.find(({ id }) => id === "west/restart")?.after).toContain("east/istiod");
    const prune = made.steps.find(({ kind }) => kind === "prune");
    expect([prune?.clusters, prune?.after]).toEqual([["east"], expect.arrayContaining(["east/restart"])]);
  });
});
