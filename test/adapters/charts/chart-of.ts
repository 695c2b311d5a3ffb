import { chartDigest } from "../../../src/adapters/charts/digest.ts";
import type { Chart, Release } from "../../../src/model/chart.ts";
import type { JsonObject } from "../../../src/model/json.ts";

/** A chart called `x` with these files; a `Chart.yaml` is added when there is none. */
export function chartOf(files: Readonly<Record<string, string>>): Chart {
  const all = new Map(Object.entries({ "Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\n", ...files }));
  return { name: "x", version: "1.0.0", appVersion: "", digest: chartDigest(all), origin: "test", files: all };
}

export function releaseOf(chart: Chart, values: JsonObject): Release {
  return { name: "r", namespace: "n", chart, values, isUpgrade: false, kubeVersion: "v1.35.0" };
}
