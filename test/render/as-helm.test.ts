import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Chart } from "../../src/model/chart.ts";
import { objectsOf } from "../../src/model/desired.ts";
import { canonical, isObject, type Json, type JsonObject, objectAt } from "../../src/model/json.ts";
import type { Mesh } from "../../src/model/mesh.ts";
import { type AsHelm, asHelm, render } from "../../src/render/index.ts";
import { readValues, writeYaml } from "../../src/yaml/index.ts";
import { helm3, helm4 } from "../support/binaries.ts";
import { bundledCharts, shippedEngine } from "../support/charts.ts";
import { clusterOf, gatewayOf, istioOf, meshOf, repositoryOf } from "./mesh-of.ts";

const folder = mkdtempSync(join(tmpdir(), "isthmus-as-helm-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const remote = (name: string, over = {}) => clusterOf(name, { role: "remote", primary: "p", ...over });
const node = (enabled: boolean) => ({ namespace: "kube-system", values: {}, enabled });
const outside = { systemNamespace: "external-istiod" };

const meshes: Readonly<Record<string, Mesh>> = {
  "multi-primary, with values and CNI": meshOf([
    clusterOf("a", { components: { cni: node(true), ztunnel: node(false) }, platform: "k3s" }),
    clusterOf("b", {
      istio: istioOf({ values: { istiod: { pilot: { autoscaleMin: 2 } }, gateway: { podAnnotations: { team: "mesh" } } } }),
    }),
  ]),
  "primary-remote, a class of three": meshOf([clusterOf("p"), remote("r1"), remote("r2"), remote("r3")], { topology: "primary-remote" }),
  "two revisions": meshOf([
    clusterOf("a", {
      istio: istioOf({
        revisions: [
          { name: "one", version: "1.31.0", tags: ["default"] },
          { name: "two", version: "1.31.1", tags: ["canary"] },
        ],
      }),
    }),
  ]),
  ambient: meshOf([clusterOf("a", { components: { cni: node(true), ztunnel: node(true) } })], { dataPlane: "ambient" }),
  "external control plane": meshOf(
    [
      clusterOf("e", {
        ...outside,
        role: "external",
        configCluster: "c",
        gateways: [gatewayOf({ kind: "ingress", name: "istio-ingressgateway" })],
      }),
      clusterOf("c", { ...outside, role: "remote", primary: "e" }),
    ],
    { topology: "external" },
  ),
};

const binaries = [
  { name: "helm 4", binary: helm4(), models: Object.keys(meshes) },
  { name: "helm 3", binary: helm3(), models: ["two revisions", "external control plane"] },
];

describe.each(binaries)("the printed command and values give the same objects with $name", ({ name, binary, models }) => {
  it.skipIf(binary === undefined).each(models)(`%s${binary === undefined ? ` (skipped: no ${name} binary here)` : ""}`, async (model) => {
    const repository = repositoryOf(meshes[model] ?? meshOf([]));
    const seen = new Set<string>();
    const desired = render(repository, await bundledCharts(repository), await shippedEngine());
    for (const cluster of repository.mesh?.clusters ?? []) {
      const ours = objectsOf(desired, cluster.name).flatMap(({ origin, object }) =>
        origin.kind === "chart" ? [{ release: origin.release, object }] : [],
      );
      for (const release of asHelm(desired, cluster.name)) {
        // A megabyte of CRDs that is the same everywhere is compared once.
        const { cluster: _, ...asked } = release;
        const key = JSON.stringify(asked);
        if (seen.has(key)) continue;
        seen.add(key);
        const chart = desired.charts.find(({ digest, name: chartName }) => digest === release.digest && chartName === release.chart);
        if (chart === undefined) throw new Error(`${release.chart} is not among the charts`);
        const theirs = run(binary ?? "", release, chart);
        expect(
          ours
            .filter((one) => one.release === release.name)
            .map(({ object }) => canonical(withoutOurLabel(object)))
            .sort(),
        ).toEqual(theirs);
      }
    }
  });
});

/** The command as printed, word for word, with the chart's folder and the values in their places. */
function run(binary: string, release: AsHelm, chart: Chart): readonly string[] {
  const place = join(folder, chart.digest.replace(/\W/gu, ""));
  for (const [path, text] of chart.files) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  writeFileSync(join(folder, "values.yaml"), writeYaml(release.values));
  const [, ...words] = release.command.replace("CHART", place).split(" ");
  let text = execFileSync(binary, words, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  for (const [hole, standIn] of release.standIns) text = text.replaceAll(standIn, hole);
  const objects = readValues(text)
    .filter(isObject)
    .filter((object) => Object.keys(object).length > 0);
  return objects.map((object) => canonical(withoutNulls(object))).sort();
}

function withoutOurLabel(object: JsonObject): JsonObject {
  const metadata = objectAt(object, "metadata");
  const { "isthmus.dev/mesh": _, ...labels } = objectAt(metadata, "labels");
  const { labels: __, ...others } = metadata;
  return { ...object, metadata: Object.keys(labels).length === 0 ? others : { ...others, labels } };
}

/** The API server drops null fields of objects; Helm prints them. */
function withoutNulls(value: Json): Json {
  return JSON.parse(
    JSON.stringify(value, (_, entry: Json) =>
      isObject(entry) ? Object.fromEntries(Object.entries(entry).filter(([, inner]) => inner !== null)) : entry,
    ),
  ) as Json;
}
