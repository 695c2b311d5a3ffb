import type { Chart, ChartRequest, ChartSet, Engine } from "../model/chart.ts";
import { chartKey } from "../model/chart.ts";
import { type Desired, unreadOf } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import type { Repository } from "../model/repository.ts";
import { assemble, demandOf } from "./assemble.ts";
import { classify, type Prepared } from "./classes.ts";
import { Cook, emptyMemory, type Memory } from "./cook.ts";
import { joined } from "./findings.ts";
import { judge } from "./judge.ts";
import { meshLabel } from "./names.ts";
import { withLabel } from "./normalise.ts";
import { ordersOf } from "./orders.ts";
import { planCluster } from "./plan-cluster.ts";

export { type AsHelm, asHelm } from "./as-helm.ts";
export { emptyMemory, type Memory } from "./cook.ts";
export { type Cooked, cookedIn, remember } from "./cooked.ts";
export { renderPlain } from "./plain.ts";
export { plainRequest } from "./plain-request.ts";

/** Every chart the mesh needs, each once, in a fixed order. */
export function chartsNeeded(mesh: Mesh): readonly ChartRequest[] {
  const requests = mesh.clusters.flatMap((cluster) => planCluster(mesh, cluster).releases.map((release) => release.request));
  const byKey = new Map(requests.map((request) => [chartKey(request), request]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/** How a mesh is rendered where not all of it is rendered here and now. */
export interface Kitchenware {
  /** What was rendered before: the same release is not rendered again. */
  readonly memory?: Memory;
  /** Only these clusters, each as it would be among all of them. Absent: all. */
  readonly only?: ReadonlySet<string>;
  /** Clusters whose releases somebody else was to render and did not, and why: what charts bring them is unknown. */
  readonly withheld?: ReadonlyMap<string, string>;
}

/**
 * What every cluster should hold: charts rendered, what the mesh document implies derived, configuration placed. Pure; each distinct release is rendered once, and not
 * again for another render that is handed the same memory.
 */
export function render(
  repository: Repository,
  charts: ChartSet,
  engine: Engine,
  { memory = emptyMemory(), only, withheld }: Kitchenware = {},
): Desired {
  const { mesh } = repository;
  if (mesh === undefined) return { classes: [], engine: engine.version, charts: [], findings: [], unread: unreadOf(repository) };
  const prepared = preparedIn(repository, mesh, charts).map((cluster) => without(cluster, withheld?.get(cluster.plan.view.real.name)));
  const kitchen = { cook: new Cook(engine, mesh.name, memory), demand: demandOf(prepared) };
  const isWanted = ({ plan }: Prepared): boolean => only?.has(plan.view.real.name) ?? true;
  const wanted = prepared.filter(isWanted);
  const assembled = classify(prepared).map((members) => assemble(members.filter(isWanted), kitchen));
  return {
    classes: assembled.flatMap((one) => one.classes).sort(byFirstMember),
    engine: engine.version,
    charts: used(charts),
    findings: joined([...judge(mesh, wanted, kitchen.cook), ...assembled.flatMap((one) => one.findings)]),
    identities: new Map(prepared.map(({ plan }) => [plan.view.real.name, plan.view.symbols])),
    unread: unreadOf(repository),
  };
}

/** Names of the clusters that render alike, a list for each class, in the mesh's order. Nothing is rendered to know that. */
export function alike(repository: Repository, charts: ChartSet): readonly (readonly string[])[] {
  if (repository.mesh === undefined) return [];
  const prepared = preparedIn(repository, repository.mesh, charts);
  return classify(prepared).map((members) => members.map(({ plan }) => plan.view.real.name));
}

function preparedIn(repository: Repository, mesh: Mesh, charts: ChartSet): readonly Prepared[] {
  const configOf = labelling(repository, mesh);
  return mesh.clusters.map((cluster) => {
    const plan = planCluster(mesh, cluster);
    const config = configOf(cluster);
    return { plan, ordered: ordersOf(plan, charts, config), config };
  });
}

/** The cluster without what charts bring it, each release with the reason. */
function without(prepared: Prepared, why: string | undefined): Prepared {
  if (why === undefined) return prepared;
  const ordered = prepared.ordered.map(({ planned, contradicted }) => {
    const gap = { release: planned.name, stage: planned.stage, why };
    return { planned, order: undefined, gap, contradicted };
  });
  return { ...prepared, ordered };
}

/** Configuration with our label, the list still shared by the clusters that shared it. */
function labelling({ config }: Repository, mesh: Mesh): (cluster: Cluster) => readonly Manifest[] {
  const lists = new Map<readonly Manifest[], readonly Manifest[]>();
  const none: readonly Manifest[] = [];
  return ({ name }) => {
    const list = config.get(name) ?? none;
    const known = lists.get(list) ?? list.map((manifest) => ({ ...manifest, object: withLabel(manifest.object, meshLabel, mesh.name) }));
    lists.set(list, known);
    return known;
  };
}

function byFirstMember(a: { readonly members: readonly string[] }, b: { readonly members: readonly string[] }): number {
  const [left, right] = [a.members[0] ?? "", b.members[0] ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Charts that could be had, by name and version. Bundled ones answer every version with the same files and are named once. */
function used(charts: ChartSet): readonly Chart[] {
  const found = [...charts.values()].flatMap((chart) => (chart instanceof Problem ? [] : [chart]));
  const unique = new Map(found.map((chart) => [`${chart.name} ${chart.version} ${chart.digest}`, chart]));
  return [...unique.keys()].sort().flatMap((key) => unique.get(key) ?? []);
}
