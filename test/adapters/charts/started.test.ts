import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { engineOf, startEngine } from "../../../src/adapters/charts/engine.ts";
import { createCharts } from "../../../src/adapters/charts/index.ts";
import type { Chart, Engine, Release } from "../../../src/model/chart.ts";
import type { JsonObject } from "../../../src/model/json.ts";
import { compileEngine } from "../../../src/tools/engine/compile.ts";
import { go } from "../../../src/tools/engine/go.ts";

/**
 * The module that ships was started, and has rendered, when it was built. That is for speed alone: it gives, byte for byte, what the same program
 * gives that starts now and has rendered nothing.
 */

type Point = { readonly case: string; readonly values?: JsonObject };
const grid = load(readFileSync(join(import.meta.dirname, "grid.yaml"), "utf8")) as Record<string, readonly Point[]>;
/** Of each chart those that differ most in what was kept: the first is what was rendered for the build, the others are not. */
const points = Object.entries(grid).flatMap(([chart, cases]) => cases.slice(0, 5).map((point) => ({ chart, ...point })));

const canCompile = hasGo();
const charts = new Map<string, Chart>();
let shipped: Engine;
let fresh: Engine;

beforeAll(async () => {
  shipped = await startEngine();
  for (const name of Object.keys(grid)) {
    const request = { source: { kind: "bundled" }, name, version: "1.31.0" } as const;
    charts.set(name, await createCharts().fetch(request, { tree: { commit: undefined, entries: [] }, locked: undefined }));
  }
  if (canCompile) fresh = engineOf(new WebAssembly.Module(new Uint8Array(compileEngine())));
});

describe(`the shipped engine and one that starts now${canCompile ? "" : " (skipped: Go and the engine's modules are not on this machine)"}`, () => {
  it.skipIf(!canCompile).each(points)("agree on $chart: $case", (point) => {
    const release = releaseOf(point);
    expect(outcome(shipped, release)).toEqual(outcome(fresh, release));
  });
});

it("a chart that differs in one file is not taken for the one it was built with", () => {
  const chart = charts.get("gateway");
  if (chart === undefined) throw new Error("no gateway");
  const files = new Map([...chart.files, ["templates/extra.yaml", "kind: Extra\n"]]);
  const rendering = shipped.render({ ...releaseOf({ chart: "gateway", case: "" }), chart: { ...chart, files } });
  expect(rendering.kind === "rendered" && rendering.templates.get("templates/extra.yaml")).toBe("kind: Extra\n");
});

function releaseOf({ chart: name, values = {} }: Point & { readonly chart: string }): Release {
  const chart = charts.get(name);
  if (chart === undefined) throw new Error(`no chart ${name}`);
  return { name, namespace: "istio-system", chart, values, isUpgrade: false, kubeVersion: "v1.35.0" };
}

function outcome(engine: Engine, release: Release): unknown {
  const rendering = engine.render(release);
  return rendering.kind === "rendered" ? [...rendering.templates] : rendering;
}

/** Go, and the modules already fetched: a test uses no network. */
function hasGo(): boolean {
  vi.stubEnv("GOPROXY", "off");
  try {
    go("list", "-deps", "-f", "{{.Name}}", ".");
    return true;
  } catch {
    return false;
  }
}
