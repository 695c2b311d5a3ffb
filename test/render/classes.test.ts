import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chart, ChartSet, Engine } from "../../src/model/chart.ts";
import { type Desired, objectsOf } from "../../src/model/desired.ts";
import { canonical, type JsonObject, textAt } from "../../src/model/json.ts";
import { idKey, type Manifest } from "../../src/model/manifest.ts";
import type { Cluster, Mesh } from "../../src/model/mesh.ts";
import { assemble } from "../../src/render/assemble.ts";
import { Cook } from "../../src/render/cook.ts";
import { render } from "../../src/render/index.ts";
import { ordersOf } from "../../src/render/orders.ts";
import { planCluster } from "../../src/render/plan-cluster.ts";
import { bundledCharts, lightEngine } from "../support/charts.ts";
import { clusterOf, istioOf, meshOf, repositoryOf } from "./mesh-of.ts";

/** What the cluster would hold if there were no classes and no symbols: each release rendered with its own values. */
function renderedAlone(mesh: Mesh, cluster: Cluster, charts: ChartSet, cook: Cook): readonly Manifest[] {
  const plan = planCluster(mesh, cluster, true);
  const prepared = { plan, ordered: ordersOf(plan, charts, []), config: [] };
  const { classes } = assemble([prepared], { cook, demand: new Map() });
  return classes.flatMap(({ manifests }) => manifests);
}

const texts = (manifests: readonly Manifest[]): readonly string[] => manifests.map(({ id, object }) => `${idKey(id)} ${canonical(object)}`);

/** Names of every lexical kind that the schema lets through: words, digits, keywords, and what looks like a number. */
const someName = fc.constantFrom(
  "a1",
  "b",
  "zz-top",
  "istiod",
  "default",
  "123",
  "1e3",
  "yes",
  "null",
  "x".repeat(60),
  "a-b-c",
  "0755",
  "eu-1",
);

const someMesh = fc
  .record({
    primaries: fc.uniqueArray(someName, { minLength: 1, maxLength: 2 }),
    remotes: fc.uniqueArray(someName, { minLength: 0, maxLength: 5 }),
    networks: fc.array(fc.constantFrom("net", "10", "vpc-1", "a/b", "n2", "Upper"), { minLength: 7, maxLength: 7 }),
    renamed: fc.boolean(),
    trustDomain: fc.constantFrom("cluster.local", "shop.example"),
  })
  .map(({ primaries, remotes, networks, renamed, trustDomain }) => {
    const names = [...primaries, ...remotes.filter((name) => !primaries.includes(name))];
    const clusters = names.map((name, index) => {
      const served = primaries.includes(name) ? {} : ({ role: "remote", primary: primaries[index % primaries.length] } as const);
      const istioName = renamed ? `id-${name}` : name;
      return clusterOf(name, { ...served, network: networks[index] ?? "net", istioName, trustDomain });
    });
    return meshOf(clusters, { topology: "primary-remote" });
  });

describe("classes (DESIGN §5: thousands of clusters)", () => {
  it("following by substitution gives what rendering each cluster gives, for any small mesh", async () => {
    const engine = await lightEngine();
    const charts = await bundledCharts(repositoryOf(meshOf([clusterOf("a")])));
    const alone = new Cook(engine, "shop");
    let shared = 0;
    fc.assert(
      fc.property(someMesh, (mesh) => {
        const desired = render(repositoryOf(mesh), charts, engine);
        shared += desired.classes.filter(({ members }) => members.length > 1).length;
        for (const cluster of mesh.clusters) {
          expect(texts(objectsOf(desired, cluster.name))).toEqual(texts(renderedAlone(mesh, cluster, charts, alone)));
        }
      }),
      { numRuns: 8, seed: 20261123 },
    );
    expect(shared).toBeGreaterThan(0);
  });

  it("remotes of several primaries are one class; each name is a symbol with a value per member", async () => {
    const desired = await ofRemotes(["r1", "r2", "r3"], await lightEngine());
    const [common] = desired.classes.filter(({ members }) => members.length > 1);
    expect(common?.members).toEqual(["r1", "r2", "r3"]);
    expect(Object.fromEntries(common?.symbols.get("r2") ?? [])).toEqual({
      "⟨cluster⟩": "r2",
      "⟨network⟩": "net-r2",
      "⟨primary⟩": "p",
      "⟨primary network⟩": "net-p",
    });
    const slice = objectsOf(desired, "r2").find(({ id }) => id.kind === "EndpointSlice");
    expect(canonical(slice?.object["endpoints"] ?? null)).toBe(
      '[{"addresses":["⟦ip of gateway istio-system/istio-eastwestgateway in p⟧"]}]',
    );
  });

  it("a name of another lexical kind never joins a class of words (0.1 no. 11)", async () => {
    const desired = await ofRemotes(["r1", "r2", "123"], await lightEngine());
    expect(desired.classes.map(({ members }) => members.join())).toEqual(["123", "p", "r1,r2"]);
  });

  it("a cluster with values of its own stands apart", async () => {
    const istio = istioOf({ values: { istiod: { global: { logAsJson: true } } } });
    const mesh = meshOf([clusterOf("p"), remote("r1"), remote("r2", { istio }), remote("r3")], { topology: "primary-remote" });
    const repository = repositoryOf(mesh);
    const desired = render(repository, await bundledCharts(repository), await lightEngine());
    expect(desired.classes.map(({ members }) => members.join())).toEqual(["p", "r1,r3", "r2"]);
  });

  it.each([
    ["cuts a long name", (name: string) => name.slice(0, 40)],
    ["sorts it among other words", (name: string) => ["kiwi", name].sort().join()],
    ["branches on its first letter", (name: string) => (name.startsWith("z") ? "last" : name)],
    ["hashes it", (name: string) => String([...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7))],
  ])("a chart that %s is rendered for each cluster", async (_, made) => {
    const engine = engineThat(made);
    const desired = await ofRemotes(["r1", "r2", "r3"], engine);
    expect(desired.classes.every(({ members }) => members.length === 1)).toBe(true);
    const data = objectsOf(desired, "r2").find(({ id }) => id.kind === "ConfigMap" && id.name === "istiod");
    expect(textAt(data?.object, "data", "made")).toBe(made("r2"));
  });

  it("renders each distinct release once, whatever the number of clusters", async () => {
    let calls = 0;
    const inner = engineThat((name) => name);
    const names = Array.from({ length: 300 }, (_, index) => `r${index}`);
    const desired = await ofRemotes(names, { version: "counting", render: (release) => (calls++, inner.render(release)) });
    expect(desired.classes.map(({ members }) => members.length)).toEqual([1, 300]);
    // p: base and istiod as they are. Remotes: base once; istiod twice, with two kinds of sentinels, and twice more for a host name. The gateway twice for all, p among them.
    expect(calls).toBe(2 + 1 + 2 + 2 + 2);
  });
});

const remote = (name: string, over = {}) => clusterOf(name, { role: "remote", primary: "p", ...over });

async function ofRemotes(names: readonly string[], engine: Engine): Promise<Desired> {
  const remotes = names.map((name) => remote(name));
  const repository = repositoryOf(meshOf([clusterOf("p"), ...remotes], { topology: "primary-remote" }));
  return render(repository, await bundledCharts(repository), engine);
}

function nameIn(values: JsonObject): string {
  return textAt(values, "global", "multiCluster", "clusterName") ?? textAt(values, "networkGateway") ?? "none";
}

/** A chart engine of one template, which makes something of the cluster's name. */
function engineThat(made: (name: string) => string): Engine {
  const template = (chart: Chart, values: JsonObject): string =>
    JSON.stringify({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: chart.name, namespace: "istio-system" },
      data: { made: made(nameIn(values)) },
    });
  return {
    version: "made up",
    render: ({ chart, values }) => ({ kind: "rendered", templates: new Map([["templates/a.yaml", template(chart, values)]]) }),
  };
}
