import { describe, expect, it } from "vitest";
import { problem } from "../../src/catalog/problem.ts";
import type { Chart, ChartRequest } from "../../src/model/chart.ts";
import { sourceText } from "../../src/model/chart.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Ref, Request, Study } from "../../src/model/study.ts";
import { study } from "../../src/pipeline.ts";
import type { ChartContext, World } from "../../src/world.ts";
import { shippedEngine } from "../support/charts.ts";
import { treeOf } from "../support/tree.ts";

/** How the pipeline comes by charts: for which addresses logins may be used, and how it tells that a source is down. */

const mesh = (charts: string) => `apiVersion: isthmus.dev/v1alpha1
kind: Mesh
metadata: { name: shop }
spec:
  topology: multi-primary
  istio: { charts: ${charts}, revisions: [{ name: default, version: 1.31.0 }] }
  trust: { domain: cluster.local, signer: { external: {} } }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: east }
spec: { role: primary, network: n1, kubernetes: "1.35", gateways: [{ name: eastwest, namespace: istio-system, kind: eastwest }] }
---
apiVersion: isthmus.dev/v1alpha1
kind: Cluster
metadata: { name: west }
spec: { role: primary, network: n2, kubernetes: "1.35", gateways: [{ name: eastwest, namespace: istio-system, kind: eastwest }] }
`;
const own = "{ repository: https://charts.example/istio }";
const evil = "{ repository: https://evil.test/istio }";
const registry = "{ oci: oci://registry.example/istio }";

const at = (revision: string): Ref => ({ kind: "commit", revision });

/** Charts that cannot be had, each for this reason; and who asked for what, how. */
async function studied(commits: Readonly<Record<string, string>>, request: Partial<Request>, why: (asked: ChartRequest) => Problem = away) {
  const asked = new Map<string, boolean>();
  const read: string[] = [];
  const world: World = {
    files: {
      read: async (ref) => {
        const name = ref.kind === "commit" ? ref.revision : "";
        read.push(name);
        if (commits[name] === undefined) throw problem("revision-not-found", { revision: name, repository: "here", fetch: "" });
        return treeOf({ "mesh.yaml": commits[name] });
      },
    },
    charts: {
      engine: shippedEngine,
      fetch: async (wanted: ChartRequest, { mayLogIn = false }: ChartContext): Promise<Chart> => {
        asked.set(sourceText(wanted.source), mayLogIn);
        throw why(wanted);
      },
    },
  };
  const known: Study = await study(world, { head: at("head"), base: undefined, at: 0, clusters: [], ...request });
  return { asked: Object.fromEntries(asked), read, problems: known.problems.map(({ message }) => message), known };
}

const textOf = ({ name, version }: ChartRequest) => `chart ${name} ${version}`;
const away = (asked: ChartRequest) =>
  problem("chart-unreachable", { charts: textOf(asked), source: sourceText(asked.source), why: "charts.example: connect ECONNREFUSED" });

describe("logins are used for addresses", () => {
  it.each<[string, Record<string, string>, Partial<Request>, Record<string, boolean>]>([
    [
      "that the default branch names",
      { head: mesh(own), main: mesh(own) },
      { base: at("main"), trusted: at("main") },
      { "https://charts.example/istio": true },
    ],
    ["of the folder that somebody works in", { head: mesh(registry) }, {}, { "oci://registry.example/istio": true }],
    [
      "of the base where nothing else governs",
      { head: mesh(own), base: mesh(own) },
      { base: at("base") },
      { "https://charts.example/istio": true },
    ],
    [
      "not where only an old base names them",
      { head: mesh(own), base: mesh(evil), main: mesh(own) },
      { base: at("base"), trusted: at("main") },
      { "https://charts.example/istio": true, "https://evil.test/istio": false },
    ],
    [
      "not where only the branch names them that a pull request goes to",
      { head: mesh(evil), next: mesh(evil), main: mesh(own) },
      { base: at("next"), trusted: at("next"), vouching: at("main") },
      { "https://evil.test/istio": false },
    ],
    [
      "of another branch that the default branch names as well",
      { head: mesh(own), next: mesh(own), main: mesh(own) },
      { base: at("next"), trusted: at("next"), vouching: at("main") },
      { "https://charts.example/istio": true },
    ],
    [
      "not when the default branch cannot be read",
      { head: mesh(own) },
      { vouching: at("main") },
      { "https://charts.example/istio": false },
    ],
  ])("%s", async (_, commits, request, expected) => {
    expect((await studied(commits, request)).asked).toEqual(expected);
  });

  it("a pull request's own address is not even asked", async () => {
    const { asked } = await studied({ head: mesh(evil), main: mesh(own) }, { base: at("main"), trusted: at("main") });
    expect(asked).toEqual({ "https://charts.example/istio": true });
  });

  it("the default branch is not read for charts that need no network", async () => {
    const { read } = await studied({ head: mesh("{ source: bundled }") }, { vouching: at("main") });
    expect(read).toEqual(["head"]);
  });
});

describe("a source that is down", () => {
  it("is one problem that names it and its charts, and nothing else hides", async () => {
    const { problems, known } = await studied({ head: mesh(own) }, {});
    expect(problems).toEqual([
      "Could not fetch charts base, gateway and istiod 1.31.0 from https://charts.example/istio: charts.example: connect ECONNREFUSED.",
    ]);
    expect(new Set(known.desired.classes.flatMap(({ gaps }) => gaps).map(({ why }) => why))).toEqual(new Set(problems));
  });

  it("is told with what each chart met, where that differs", async () => {
    const { problems } = await studied({ head: mesh(own) }, {}, (asked) =>
      problem("chart-unreachable", { charts: textOf(asked), source: sourceText(asked.source), why: `/${asked.name}.tgz answered 500` }),
    );
    expect(problems).toEqual([expect.stringMatching(/: \/\w+\.tgz answered 500; \/\w+\.tgz answered 500; \/\w+\.tgz answered 500\.$/u)]);
  });

  it("is not mixed with one that lacks a version, and charts that are each broken stay apart", async () => {
    const { problems } = await studied({ head: mesh(own) }, {}, (asked) => {
      const facts = { charts: textOf(asked), source: sourceText(asked.source) };
      return asked.name === "gateway"
        ? problem("chart-not-found", { ...facts, instead: "; it has 1.31.1" })
        : problem("chart-unreadable", { ...facts, why: `${asked.name} is broken` });
    });
    expect(problems.length).toBe(3);
    expect(problems).toContain("No chart gateway 1.31.0 in https://charts.example/istio; it has 1.31.1.");
  });

  it("that lacks a version says once what it has", async () => {
    const { problems } = await studied({ head: mesh(own) }, {}, (asked) =>
      problem("chart-not-found", { charts: textOf(asked), source: sourceText(asked.source), instead: "; it has 1.31.1" }),
    );
    expect(problems).toEqual(["No charts base, gateway and istiod 1.31.0 in https://charts.example/istio; it has 1.31.1."]);
  });
});
