import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { parse } from "semver";
import { bundledGatewayApi } from "../../catalog/gateway-api.ts";
import { problem } from "../../catalog/problem.ts";
import { type Chart, type ChartRequest, chartsText } from "../../model/chart.ts";
import { chartDigest } from "./digest.ts";
import { shipped } from "./shipped.ts";

/** What `src/tools/bundle-charts.ts` writes. */
interface Bundle {
  readonly version: string;
  readonly charts: Readonly<Record<string, { readonly files: Readonly<Record<string, string>> }>>;
}

/** A file of charts in `dist/`. */
interface Shelf {
  readonly file: string;
  /** What a person calls a chart of it. */
  readonly origin: string;
  /** What a version that is not there was looked for in. */
  readonly source: string;
  readonly answers: (version: string) => boolean;
}

const line = "1.31";

/** Any version of its minor line is answered with the snapshot, whose own version says what it is. */
const istio: Shelf = {
  file: "charts.json.br",
  origin: "bundled snapshot 2026-08-27 of the 1.31 line, not a release",
  source: `the bundled charts, which are of the ${line} line`,
  answers: (version) => {
    const asked = parse(version);
    return asked !== null && `${asked.major}.${asked.minor}` === line;
  },
};

/** A release: nothing but itself. */
const gatewayApi: Shelf = {
  file: "gateway-api.json.br",
  origin: `bundled definitions of Gateway API v${bundledGatewayApi}, standard channel`,
  source: `the bundled definitions of the Gateway API, which are of ${bundledGatewayApi}`,
  answers: (version) => version === bundledGatewayApi,
};

const bundles = new Map<Shelf, Promise<Bundle>>();

/**
 * A chart of `dist/`: Istio's snapshot, or the definitions of the Gateway API.
 * @throws Problem `chart-not-found`, `chart-unreadable`
 */
export async function fetchBundled({ name, version }: ChartRequest): Promise<Chart> {
  const shelf = name === "gateway-api" ? gatewayApi : istio;
  const bundle = bundles.get(shelf) ?? readBundle(shelf.file, { name, version });
  bundles.set(shelf, bundle);
  const found = await bundle;
  const files = shelf.answers(version) ? found.charts[name]?.files : undefined;
  if (files === undefined) throw problem("chart-not-found", { charts: chartsText([{ name, version }]), source: shelf.source, instead: "" });
  const chart = new Map(Object.entries(files));
  return { name, version: found.version, appVersion: found.version, digest: chartDigest(chart), origin: shelf.origin, files: chart };
}

async function readBundle(file: string, chart: Pick<ChartRequest, "name" | "version">): Promise<Bundle> {
  const path = shipped(file);
  if (path === undefined)
    throw problem("chart-unreadable", { charts: chartsText([chart]), source: "bundled", why: `${file} is missing from dist/` });
  return JSON.parse((await promisify(brotliDecompress)(await readFile(path))).toString("utf8")) as Bundle;
}
