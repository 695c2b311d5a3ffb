import { createCharts } from "../../src/adapters/charts/index.ts";
import { type ChartSet, chartKey } from "../../src/model/chart.ts";
import type { Desired } from "../../src/model/desired.ts";
import { Problem } from "../../src/model/problem.ts";
import type { Repository } from "../../src/model/repository.ts";
import { chartsNeeded, render } from "../../src/render/index.ts";

const charts = createCharts();

/** Helm's engine as it ships, started once per test file. */
export const shippedEngine = charts.engine;

/** The bundled charts that a repository needs; one that cannot be had is its problem. */
export async function bundledCharts(repository: Repository): Promise<ChartSet> {
  const needed = repository.mesh === undefined ? [] : chartsNeeded(repository.mesh);
  const fetched = needed.map(async (request) => {
    const chart = await charts.fetch(request, { tree: repository.tree, locked: undefined }).catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    });
    return [chartKey(request), chart] as const;
  });
  return new Map(await Promise.all(fetched));
}

/** What the repository renders to with the shipped engine and charts. */
export async function rendered(repository: Repository): Promise<Desired> {
  return render(repository, await bundledCharts(repository), await shippedEngine());
}
