import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import type { Chart, Engine } from "../../../src/model/chart.ts";
import { canonical, isObject, type JsonObject } from "../../../src/model/json.ts";
import { readValues } from "../../../src/yaml/index.ts";
import { helm3, helm4 } from "../../support/binaries.ts";

/** Helm's engine in the sandbox gives the objects that `helm template` gives, or fails where it fails: at every point of `grid.yaml`. */

interface Point {
  readonly chart: string;
  readonly case: string;
  readonly release?: string;
  readonly namespace?: string;
  readonly kubernetes?: string;
  readonly upgrade?: boolean;
  readonly values?: JsonObject;
}

const grid = load(readFileSync(join(import.meta.dirname, "grid.yaml"), "utf8")) as Record<string, readonly Omit<Point, "chart">[]>;
const points: readonly Point[] = Object.entries(grid).flatMap(([chart, cases]) => cases.map((entry) => ({ chart, ...entry })));
const binaries = [
  { name: "helm 4", path: helm4() },
  { name: "helm 3", path: helm3() },
];

/** Objects as canonical texts. */
type Outcome = readonly string[] | "failed";

const folder = mkdtempSync(join(tmpdir(), "isthmus-oracle-"));
const expected = new Map<string, Promise<Outcome>>();
const rendered = new Map<Point, Outcome>();
const documents = new Map<string, readonly string[]>();
const charts = new Map<string, Chart>();
let engine: Engine;

beforeAll(async () => {
  const source = createCharts();
  engine = await source.engine();
  for (const name of Object.keys(grid)) {
    const request = { source: { kind: "bundled" }, name, version: "1.31.0" } as const;
    const chart = await source.fetch(request, { tree: { commit: undefined, entries: [] }, locked: undefined });
    charts.set(name, chart);
    for (const [path, text] of chart.files) put(join(folder, name, path), text);
  }
  startHelm();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(binaries)("$name", ({ name, path }) => {
  it.skipIf(path === undefined).each(points)("$chart: $case", async (point) => {
    const [mine, helms] = [ours(point), await expected.get(key(name, point))];
    // Only what differs is shown: a CRD is a page of text.
    expect({ onlyHere: without(mine, helms), onlyHelm: without(helms, mine) }).toEqual({ onlyHere: [], onlyHelm: [] });
  });
});

it("the grid holds failures and successes of every chart", () => {
  const outcomes = points.map((point) => `${point.chart} ${ours(point) === "failed" ? "fails" : "renders"}`);
  expect([...new Set(outcomes)].sort()).toEqual(
    Object.keys(grid)
      .flatMap((chart) => [`${chart} fails`, `${chart} renders`])
      .sort(),
  );
});

/** What the first has and the second has not; a failure counts as an object of its own. */
function without(these: Outcome | undefined, those: Outcome | undefined): readonly string[] {
  const known = new Set([those ?? "nothing"].flat());
  return [these ?? "nothing"].flat().filter((text) => !known.has(text));
}

function key(binary: string, point: Point): string {
  return `${binary} ${point.chart} ${point.case}`;
}

/** Two processes at a time, while the tests already compare. */
function startHelm(): void {
  const jobs = binaries.flatMap(({ name, path }) => (path === undefined ? [] : points.map((point) => ({ name, path, point }))));
  const lanes = [Promise.resolve(), Promise.resolve()];
  for (const [index, { name, path, point }] of jobs.entries()) {
    const result = (lanes[index % 2] ?? Promise.resolve()).then(() => theirs(path, point, index));
    lanes[index % 2] = result.then(() => undefined);
    expected.set(key(name, point), result);
  }
}

async function theirs(binary: string, point: Point, index: number): Promise<Outcome> {
  const { release, namespace, kubeVersion, values, isUpgrade } = releaseOf(point);
  const file = join(folder, `values-${index}.json`);
  put(file, JSON.stringify(values));
  const flags = ["--namespace", namespace, "--values", file, "--kube-version", kubeVersion, ...(isUpgrade ? ["--is-upgrade"] : [])];
  try {
    const { stdout } = await promisify(execFile)(binary, ["template", release, join(folder, point.chart), ...flags], {
      maxBuffer: 1 << 28,
    });
    return objects([stdout]);
  } catch {
    // Why it failed is helm's to say; that it failed is what must agree.
    return "failed";
  }
}

function ours(point: Point): Outcome {
  const known = rendered.get(point) ?? render(point);
  rendered.set(point, known);
  return known;
}

function render(point: Point): Outcome {
  const chart = charts.get(point.chart);
  if (chart === undefined) throw new Error(`no chart ${point.chart}`);
  const { release: name, ...rest } = releaseOf(point);
  const rendering = engine.render({ name, chart, ...rest });
  return rendering.kind === "failed" ? "failed" : objects([...rendering.templates.values()]);
}

function releaseOf({ chart, release, namespace, kubernetes, upgrade, values }: Point) {
  return {
    release: release ?? chart,
    namespace: namespace ?? "istio-system",
    kubeVersion: kubernetes ?? "v1.35.0",
    isUpgrade: upgrade ?? false,
    values: values ?? {},
  };
}

/** The objects, one canonical text each, sorted: helm orders documents by kind. */
function objects(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/^---$/mu).flatMap(objectsOf)).sort();
}

/** Most points share most documents: each is read once. */
function objectsOf(document: string): readonly string[] {
  // helm names the template above each document.
  const text = document.replace(/^# Source: .*$/mu, "").trim();
  const found = documents.get(text) ?? readValues(text).filter(isObject).map(canonical);
  documents.set(text, found);
  return found;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
