import { problem } from "../catalog/problem.ts";
import { load } from "../load/index.ts";
import { type Chart, type ChartRequest, type ChartSet, chartKey, chartsText, sourceText } from "../model/chart.ts";
import { Problem } from "../model/problem.ts";
import type { Repository } from "../model/repository.ts";
import type { Ref } from "../model/study.ts";
import { chartsNeeded } from "../render/index.ts";
import type { World } from "../world.ts";

/** Chart sources, as `sourceText` names them, that somebody other than the author of a change has named: logins may be sent there. */
export type Vouched = ReadonlySet<string>;

/** Every chart the mesh needs. What cannot be had is its problem, not everybody's. */
export function chartsFor(world: World, repository: Repository, vouched: Vouched): Promise<ChartSet> {
  return fetchAll(world, repository, { requests: needed(repository), vouched });
}

/** The charts that the mesh of a repository is rendered with. */
export function needed({ mesh }: Repository): readonly ChartRequest[] {
  return mesh === undefined ? [] : chartsNeeded(mesh);
}

interface Wanted {
  readonly requests: readonly ChartRequest[];
  readonly vouched: Vouched;
}

/** These charts, held against the lock of the repository that asks. */
export async function fetchAll(world: World, { tree, lock }: Repository, { requests, vouched }: Wanted): Promise<ChartSet> {
  const fetched = requests.map(async (request): Promise<Fetched> => {
    const source = sourceText(request.source);
    const locked = lock?.charts.find(
      (entry) => entry.source === source && entry.name === request.name && entry.version === request.version,
    );
    const context = { tree, locked, mayLogIn: vouched.has(source) };
    return { request, chart: await world.charts.fetch(request, context).catch(problemOnly) };
  });
  return new Map(together(await Promise.all(fetched)).map(({ request, chart }) => [chartKey(request), chart]));
}

interface Fetched {
  readonly request: ChartRequest;
  readonly chart: Chart | Problem;
}

/** What fails alike is one problem for all of its charts, the same object for each: a source that is down is told once, with what it was for. */
function together(fetched: readonly Fetched[]): readonly Fetched[] {
  const groups = Map.groupBy(fetched, ({ chart }) => (chart instanceof Problem ? likeness(chart) : ""));
  const shared = new Map([...groups].map(([key, group]) => [key, joined(group)]));
  return fetched.map((entry) => ({
    ...entry,
    chart: (entry.chart instanceof Problem && shared.get(likeness(entry.chart))) || entry.chart,
  }));
}

/** Equal for problems that are one. A digest that moved is one for each chart, because each has its line in the lock. */
function likeness({ code, facts, message }: Problem): string {
  switch (code) {
    case "chart-unreachable":
    case "chart-login-needed":
    case "chart-not-found":
      return `${code} ${facts["source"]}`;
    case "chart-unreadable":
      return `${code} ${facts["source"]} ${facts["why"]}`;
    default:
      return message;
  }
}

function joined(group: readonly Fetched[]): Problem | undefined {
  const problems = group.flatMap(({ chart }) => (chart instanceof Problem ? [chart] : []));
  const [first] = problems;
  if (first === undefined || group.length === 1) return first;
  const charts = chartsText(group.map(({ request }) => request));
  const source = first.facts["source"] ?? "";
  const distinct = (fact: string) => [...new Set(problems.map(({ facts }) => facts[fact] ?? ""))].filter((text) => text !== "");
  switch (first.code) {
    case "chart-unreachable":
    case "chart-login-needed":
    case "chart-unreadable":
      return problem(first.code, { charts, source, why: distinct("why").slice(0, mostReasons).join("; ") }, first.cause);
    case "chart-not-found":
      return problem(first.code, { charts, source, instead: distinct("instead").slice(0, 1).join("") });
    default:
      return first;
  }
}

/** Of one source; more say nothing new. */
const mostReasons = 3;

interface Vouching {
  /** Whose charts are to be fetched. */
  readonly asking: readonly Repository[];
  readonly governing: Repository;
  /** `Request.vouching`. */
  readonly vouching?: Ref;
}

/** The sources that are vouched for: those of the mesh that decides, which `vouching` names when it is not the one that governs. When that cannot be read, none are. */
export async function vouchedBy(world: World, { asking, governing, vouching }: Vouching): Promise<Vouched> {
  if (vouching === undefined) return sourcesOf(governing);
  const isNeeded = asking.flatMap(needed).some(({ source }) => source.kind === "repository" || source.kind === "oci");
  if (!isNeeded) return new Set();
  const tree = await world.files.read(vouching).catch(problemOnly);
  return tree instanceof Problem ? new Set() : sourcesOf(load(tree));
}

/** Every chart source that a mesh names. */
export function sourcesOf({ mesh }: Repository): Vouched {
  return new Set(mesh === undefined ? [] : [mesh.istio.charts, ...mesh.clusters.map(({ istio }) => istio.charts)].map(sourceText));
}

/** What the world refused; everything else is a bug and goes on. */
export function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

/** Why some charts could not be had, each reason once. */
export function problemsIn(charts: ChartSet): readonly Problem[] {
  return [...new Set([...charts.values()].filter((chart) => chart instanceof Problem))];
}
