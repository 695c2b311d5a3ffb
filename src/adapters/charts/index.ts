import { problem } from "../../catalog/problem.ts";
import { type Chart, type ChartRequest, chartKey, type Engine, sourceText } from "../../model/chart.ts";
import type { LockedChart } from "../../model/repository.ts";
import type { Tree } from "../../model/tree.ts";
import type { Charts } from "../../world.ts";
import { fetchBundled } from "./bundled.ts";
import { startEngine } from "./engine.ts";

/** How charts are fetched. */
export interface ChartOptions {
  /** True: through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name. */
  readonly proxy?: boolean;
}

/** Charts from every kind of source, each fetched once per process, and the engine that renders them. */
export function createCharts(options: ChartOptions = {}): Charts {
  const fetched = new Map<string, Promise<Chart>>();
  let engine: Promise<Engine> | undefined;
  return {
    engine: () => {
      engine ??= startEngine();
      return engine;
    },
    fetch: async (request, { tree, locked }) => {
      const key = chartKey(request);
      const chart = fetched.get(key) ?? fetchFrom(request, tree, options);
      fetched.set(key, chart);
      return verified(await chart, request, locked);
    },
  };
}

function fetchFrom(request: ChartRequest, _tree: Tree, _options: ChartOptions): Promise<Chart> {
  switch (request.source.kind) {
    case "bundled":
      return fetchBundled(request);
    case "repository":
    case "oci":
    case "path":
      throw problem("chart-unreachable", {
        chart: request.name,
        version: request.version,
        source: sourceText(request.source),
        why: "not built yet",
      });
  }
}

function verified(chart: Chart, request: ChartRequest, locked: LockedChart | undefined): Chart {
  if (locked === undefined || locked.digest === chart.digest) return chart;
  const facts = {
    chart: request.name,
    version: request.version,
    source: sourceText(request.source),
    digest: chart.digest,
    locked: locked.digest,
  };
  throw problem("chart-digest-mismatch", facts);
}
