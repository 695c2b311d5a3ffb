import { problem } from "./catalog/problem.ts";
import { diff } from "./diff/index.ts";
import { load, loadPlain, writeLock } from "./load/index.ts";
import { type Chart, type ChartRequest, type ChartSet, chartKey, sourceText } from "./model/chart.ts";
import type { Finding } from "./model/finding.ts";
import { Problem } from "./model/problem.ts";
import type { Repository } from "./model/repository.ts";
import type { Request, Study } from "./model/study.ts";
import { plan } from "./plan/index.ts";
import { chartsNeeded, type Memory, plainRequest, render, renderPlain } from "./render/index.ts";
import { type Report, report } from "./report/index.ts";
import { validate } from "./validate/index.ts";
import type { World } from "./world.ts";

/** What `isthmus lock` writes, and what kept it from being whole. */
export interface Locked {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** What a pull request would do. */
export async function preview(world: World, request: Request): Promise<Report> {
  return report(await study(world, request));
}

/** What is wrong with plain files, judged as one cluster's without a mesh document. */
export async function lint(world: World, request: Request): Promise<Report> {
  const head = loadPlain(await world.files.read(request.head));
  const engine = await world.charts.engine();
  const charts = await fetchAll(world, head, head.mesh === undefined ? [] : [plainRequest(head.mesh)]);

  const desired = renderPlain(head, charts, engine);
  const changes = diff(desired, desired);
  const intended = plan({ head, base: head, desired, baseline: desired, changes });
  const findings = validate({ head, base: undefined, desired, baseline: undefined, changes, plan: intended, at: request.at });
  return report({
    request,
    head,
    base: undefined,
    desired,
    baseline: undefined,
    changes,
    plan: intended,
    findings,
    problems: problemsIn(charts),
  });
}

/** The text of `isthmus.lock` for the charts a mesh uses today; what could not be fetched is not in it. */
export async function lock(world: World, request: Request): Promise<Locked> {
  const head = load(await world.files.read(request.head));
  // Unlocked on purpose: the lock is written from what is there, not from what it said before.
  const charts = await chartsFor(world, { ...head, lock: undefined });
  const locked = needed(head).flatMap((chart) => {
    const fetched = charts.get(chartKey(chart));
    if (fetched === undefined || fetched instanceof Problem) return [];
    return [{ source: sourceText(chart.source), name: chart.name, version: chart.version, digest: fetched.digest }];
  });
  return { text: writeLock(locked), findings: head.mesh === undefined ? head.findings : [], problems: problemsIn(charts) };
}

/** What a request means, before anything is done about it. Reads; never writes. */
export async function study(world: World, request: Request): Promise<Study> {
  // All at once: the engine compiles while files are read.
  const [engine, headTree, baseTree, trustedTree] = await Promise.all([
    world.charts.engine(),
    world.files.read(request.head),
    request.base && world.files.read(request.base),
    request.trusted && world.files.read(request.trusted),
  ]);

  // What a pull request may not change for itself is taken from the branch it wants to go to.
  const base = baseTree && load(baseTree);
  const head = load(headTree, trustedTree ? load(trustedTree) : base);
  knownOnly(request, head, base);
  const charts = await chartsFor(world, head);

  const memory: Memory = new Map();
  const desired = render(head, charts, engine, memory);
  const baseline = base && render(base, await chartsFor(world, base), engine, memory);

  const changes = diff(desired, baseline);
  const intended = plan({ head, base, desired, baseline, changes });
  const findings = validate({ head, base, desired, baseline, changes, plan: intended, at: request.at });
  return { request, head, base, desired, baseline, changes, plan: intended, findings, problems: problemsIn(charts) };
}

/** A name that neither side has would otherwise read as "no change". */
function knownOnly({ clusters }: Request, head: Repository, base: Repository | undefined): void {
  const known = new Set(
    [head, base].flatMap((side) => [...(side?.mesh?.clusters.map(({ name }) => name) ?? []), ...(side?.leftOut ?? [])]),
  );
  const unknown = clusters.find((name) => !known.has(name));
  if (unknown !== undefined) throw problem("cluster-not-in-mesh", { cluster: unknown, known: [...known].sort().join(", ") || "none" });
}

/** Every chart the mesh needs. One that cannot be had is its problem, not everybody's. */
function chartsFor(world: World, repository: Repository): Promise<ChartSet> {
  return fetchAll(world, repository, needed(repository));
}

function needed({ mesh }: Repository): readonly ChartRequest[] {
  return mesh === undefined ? [] : chartsNeeded(mesh);
}

async function fetchAll(world: World, { tree, lock }: Repository, requests: readonly ChartRequest[]): Promise<ChartSet> {
  const fetched = requests.map(async (request): Promise<[string, Chart | Problem]> => {
    const source = sourceText(request.source);
    const locked = lock?.charts.find(
      (entry) => entry.source === source && entry.name === request.name && entry.version === request.version,
    );
    return [chartKey(request), await world.charts.fetch(request, { tree, locked }).catch(problemOnly)];
  });
  return new Map(await Promise.all(fetched));
}

function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

function problemsIn(charts: ChartSet): readonly Problem[] {
  return [...charts.values()].filter((chart) => chart instanceof Problem);
}
