import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { parse } from "semver";
import { problem } from "../../catalog/problem.ts";
import type { Chart, ChartRequest } from "../../model/chart.ts";
import { chartDigest } from "./digest.ts";
import { shipped } from "./shipped.ts";

/** What `src/tools/bundle-charts.ts` writes. */
interface Bundle {
  readonly version: string;
  readonly charts: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>>;
}

const line = "1.31";
const origin = "bundled snapshot 2026-08-27 of the 1.31 line, not a release";

let bundle: Promise<Bundle> | undefined;

/**
 * A chart of the snapshot in `dist/charts.json.br`. Any version of its minor line is answered with the snapshot, whose own version says what it is.
 * @throws Problem `chart-not-found`, `chart-unreadable`
 */
export async function fetchBundled(request: ChartRequest): Promise<Chart> {
  bundle ??= readBundle(request);
  const { version, charts } = await bundle;
  const asked = parse(request.version);
  const files = asked !== null && `${asked.major}.${asked.minor}` === line ? charts[request.name]?.files : undefined;
  if (files === undefined) {
    throw problem("chart-not-found", {
      chart: request.name,
      version: request.version,
      source: `the bundled charts, which are of the ${line} line`,
    });
  }
  const chart = new Map(Object.entries(files));
  return { name: request.name, version, appVersion: version, digest: chartDigest(chart), origin, files: chart };
}

async function readBundle({ name }: ChartRequest): Promise<Bundle> {
  const path = shipped("charts.json.br");
  if (path === undefined)
    throw problem("chart-unreadable", { chart: name, source: "bundled", why: "charts.json.br is missing from dist/" });
  return JSON.parse((await promisify(brotliDecompress)(await readFile(path))).toString("utf8")) as Bundle;
}
