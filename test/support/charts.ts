import { createCharts } from "../../src/adapters/charts/index.ts";
import { type ChartSet, chartKey, type Engine, type Rendering } from "../../src/model/chart.ts";
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

let light: Promise<Engine> | undefined;

/** The shipped engine without the megabyte of CRDs, with a memory: for tests that render much and look at little. */
export function lightEngine(): Promise<Engine> {
  light ??= shippedEngine().then(remembering);
  return light;
}

function remembering(engine: Engine): Engine {
  const known = new Map<string, ReturnType<Engine["render"]>>();
  return {
    version: engine.version,
    render(release) {
      const { chart, ...rest } = release;
      const key = JSON.stringify([chart.digest, rest]);
      const rendering = known.get(key) ?? withoutCrds(engine.render(release));
      known.set(key, rendering);
      return rendering;
    },
  };
}

function withoutCrds(rendering: Rendering): Rendering {
  if (rendering.kind === "failed") return rendering;
  return { kind: "rendered", templates: new Map([...rendering.templates].filter(([template]) => template !== "templates/crds.yaml")) };
}
