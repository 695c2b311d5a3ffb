import { describe, expect, it } from "vitest";
import type { Desired } from "../../src/model/desired.ts";
import { manifestOf } from "../../src/model/desired.ts";
import { digestTree } from "../../src/plan/digest.ts";
import { desired } from "../support/desired.ts";
import { manifest } from "../support/study.ts";

const objects = [
  // A symbol as a key: the order of keys depends on what it stands for.
  'apiVersion: v1\nkind: Secret\nmetadata: { name: s, labels: { m: "1", "⟨cluster⟩": "2", z: "3" } }',
  // A symbol in the key of a list without order, before and after its neighbours.
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d }\nspec: { template: { spec: { volumes: [{ name: m }, { name: "⟨cluster⟩" }] } } }',
  // A symbol that is merely a value, in an entry that others come before.
  'apiVersion: v1\nkind: Service\nmetadata: { name: "svc-⟨cluster⟩" }\nspec: { ports: [{ name: b, port: 2 }, { appProtocol: "⟨network⟩", name: a, port: 1 }] }',
  // A definition without any.
  "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { a: b }",
].map((yaml) => manifest(yaml));

const symbols = new Map([
  [
    "a",
    new Map([
      ["⟨cluster⟩", "a"],
      ["⟨network⟩", "net-a"],
    ]),
  ],
  [
    "x",
    new Map([
      ["⟨cluster⟩", "x"],
      ["⟨network⟩", "net-x"],
    ]),
  ],
]);

describe("the digest tree", () => {
  it("is the same whether clusters share a class or each has its own", () => {
    const shared: Desired = { ...desired({}), classes: [{ members: ["a", "x"], manifests: objects, symbols, releases: [], gaps: [] }] };
    const apart = desired(
      Object.fromEntries([...symbols].map(([name, values]) => [name, objects.map((object) => manifestOf(object, values))])),
    );
    expect(digestTree(shared, [])).toEqual(digestTree(apart, []));
  });

  it("changes with the charts and the engine, and only at the top", () => {
    const state = desired({ east: objects.slice(3) });
    const plain = digestTree(state, []);
    const engine = digestTree({ ...state, engine: "helm 5" }, []);
    const charts = digestTree(
      { ...state, charts: [{ name: "base", version: "1", appVersion: "1", digest: "sha256:1", origin: "test", files: new Map() }] },
      [],
    );
    expect(new Set([plain.plan, engine.plan, charts.plan]).size).toBe(3);
    expect(engine.clusters).toEqual(plain.clusters);
    expect(charts.clusters).toEqual(plain.clusters);
  });

  it("tells a mesh that cannot be read, in whole or in part, from an empty one", () => {
    const empty = desired({});
    const unread = [
      { mesh: true, clusters: [], files: [] },
      { mesh: true, clusters: [], files: ["mesh.yaml"] },
      { mesh: false, clusters: ["east"], files: [] },
      { mesh: false, clusters: ["west"], files: [] },
    ];
    const plans = [empty, ...unread.map((parts) => ({ ...empty, unread: parts }))].map((state) => digestTree(state, []).plan);
    expect(new Set(plans).size).toBe(plans.length);
    // What was read well is the same as what nobody asked about.
    expect(digestTree({ ...empty, unread: { mesh: false, clusters: [], files: [] } }, [])).toEqual(digestTree(empty, []));
  });

  it("tells a cluster with a release that could not be rendered from one without that release", () => {
    const known = desired({ east: objects.slice(3), west: objects.slice(3) });
    const [east, ...others] = known.classes;
    const gap = { release: "istiod", stage: "install", why: "no chart" } as const;
    const gapped = { ...known, classes: [...(east === undefined ? [] : [{ ...east, gaps: [gap] }]), ...others] };
    const [a, b] = [digestTree(known, []), digestTree(gapped, [])];
    expect(b.plan).not.toBe(a.plan);
    expect(b.clusters.get("east")).not.toBe(a.clusters.get("east"));
    expect(b.clusters.get("west")).toBe(a.clusters.get("west"));
  });
});
