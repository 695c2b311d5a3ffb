import { type Chart, type ChartRequest, type ChartSet, chartKey, sourceText } from "../model/chart.ts";
import { Problem } from "../model/problem.ts";
import type { Repository } from "../model/repository.ts";
import { chartsNeeded } from "../render/index.ts";
import type { World } from "../world.ts";

/** Every chart the mesh needs. One that cannot be had is its problem, not everybody's. */
export function chartsFor(world: World, repository: Repository): Promise<ChartSet> {
  return fetchAll(world, repository, needed(repository));
}

/** The charts that the mesh of a repository is rendered with. */
export function needed({ mesh }: Repository): readonly ChartRequest[] {
  return mesh === undefined ? [] : chartsNeeded(mesh);
}

/** These charts, held against the lock of the repository that asks. */
export async function fetchAll(world: World, { tree, lock }: Repository, requests: readonly ChartRequest[]): Promise<ChartSet> {
  const fetched = requests.map(async (request): Promise<[string, Chart | Problem]> => {
    const source = sourceText(request.source);
    const locked = lock?.charts.find(
      (entry) => entry.source === source && entry.name === request.name && entry.version === request.version,
    );
    return [chartKey(request), await world.charts.fetch(request, { tree, locked }).catch(problemOnly)];
  });
  return new Map(await Promise.all(fetched));
}

/** What the world refused; everything else is a bug and goes on. */
export function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

/** Why some charts could not be had. */
export function problemsIn(charts: ChartSet): readonly Problem[] {
  return [...charts.values()].filter((chart) => chart instanceof Problem);
}
