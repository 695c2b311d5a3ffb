import { diff } from "./diff/index.ts";
import { load } from "./load/index.ts";
import { type ChartSet, chartKey, sourceText } from "./model/chart.ts";
import { Problem } from "./model/problem.ts";
import type { Repository } from "./model/repository.ts";
import type { Request, Study } from "./model/study.ts";
import { plan } from "./plan/index.ts";
import { chartsNeeded, render } from "./render/index.ts";
import { type Report, report } from "./report/index.ts";
import { validate } from "./validate/index.ts";
import type { World } from "./world.ts";

/** What a pull request would do. */
export async function preview(world: World, request: Request): Promise<Report> {
  return report(await study(world, request));
}

/** What a request means, before anything is done about it. Reads; never writes. */
export async function study(world: World, request: Request): Promise<Study> {
  const base = request.base && load(await world.files.read(request.base));
  // What a pull request may not change for itself is taken from the branch it wants to go to.
  const trusted = request.trusted ? load(await world.files.read(request.trusted)) : base;
  const head = load(await world.files.read(request.head), trusted);

  const engine = await world.charts.engine();
  const charts = await chartsFor(world, head);
  const desired = render(head, charts, engine);
  const baseline = base && render(base, await chartsFor(world, base), engine);

  const changes = diff(desired, baseline);
  const intended = plan({ head, base, desired, baseline, changes });
  const findings = validate({ head, base, desired, baseline, changes, plan: intended, at: request.at });
  const problems = [...charts.values()].filter((chart) => chart instanceof Problem);
  return { request, head, base, desired, baseline, changes, plan: intended, findings, problems };
}

/** Every chart the mesh needs. One that cannot be had is its problem, not everybody's. */
async function chartsFor(world: World, repository: Repository): Promise<ChartSet> {
  const needed = repository.mesh === undefined ? [] : chartsNeeded(repository.mesh);
  const fetched = needed.map(async (request) => {
    const source = sourceText(request.source);
    const locked = repository.lock?.charts.find(
      (entry) => entry.source === source && entry.name === request.name && entry.version === request.version,
    );
    const chart = await world.charts.fetch(request, { tree: repository.tree, locked }).catch(problemOnly);
    return [chartKey(request), chart] as const;
  });
  return new Map(await Promise.all(fetched));
}

function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}
