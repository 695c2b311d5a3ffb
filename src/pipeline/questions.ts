import { problem } from "../catalog/problem.ts";
import { load } from "../load/index.ts";
import type { Heard } from "../model/apply.ts";
import type { Desired } from "../model/desired.ts";
import type { Calendar } from "../model/expiry.ts";
import type { Health } from "../model/health.ts";
import type { Mesh } from "../model/mesh.ts";
import type { Repository } from "../model/repository.ts";
import type { Ref, Request } from "../model/study.ts";
import type { Lock, StopSign, Survey } from "../model/survey.ts";
import { wavesOf } from "../plan/index.ts";
import { lockClusters, stopRuns, unlockClusters } from "../reconcile/index.ts";
import { type ClusterTrust, readCalendar, survey, surveyTrust } from "../survey/index.ts";
import { type Subject, verify } from "../verify/index.ts";
import type { LiveWorld, World } from "../world.ts";

/** What can be asked of the clusters of a mesh, or said to them, without rendering anything. */

/** How the clusters stand: what runs there, what is ours, how far the last run got. Nothing is rendered, and nothing but our own records is read. */
export async function statusOf(world: LiveWorld, request: Request): Promise<Survey> {
  const mesh = await meshOf(world, request);
  return survey(world, { mesh, desired: nothingDesired, leaving: [] });
}

/** Tells the runs at work in these clusters to stop after the object they are writing. */
export async function tellToStop(world: LiveWorld, request: Request, sign: StopSign): Promise<readonly Heard[]> {
  return stopRuns(world, await placeOf(world, request), sign);
}

/** Keeps these clusters from being changed by anybody but the lock's holder, until it ends. */
export async function keepFromChange(world: LiveWorld, request: Request, lock: Lock): Promise<readonly Heard[]> {
  return lockClusters(world, await placeOf(world, request), lock);
}

/** Ends locks before their time, whoever's they are. */
export async function letChange(world: LiveWorld, request: Request): Promise<readonly Heard[]> {
  return unlockClusters(world, await placeOf(world, request));
}

/** The clusters that a request names, else all. */
async function placeOf(world: LiveWorld, request: Request): Promise<{ readonly mesh: Mesh; readonly clusters: readonly string[] }> {
  const mesh = await meshOf(world, request);
  const clusters = namesIn(mesh, request);
  const known = mesh.clusters.map(({ name }) => name);
  const unknown = clusters.find((name) => !known.includes(name));
  if (unknown !== undefined) throw problem("cluster-not-in-mesh", { cluster: unknown, known: known.join(", ") });
  return { mesh, clusters };
}

/** What every cluster's istiod signs with, and what must become of it. Nothing is rendered, and nothing written. */
export async function trustOf(
  world: LiveWorld,
  request: Request,
  { renew }: { readonly renew: boolean },
): Promise<readonly ClusterTrust[]> {
  const { mesh, clusters: wanted } = await placeOf(world, request);
  const all = await surveyTrust(world, { mesh, renew: renew ? wanted : [] });
  return all.filter(({ cluster }) => wanted.includes(cluster));
}

/** What ends in every cluster and when; `undefined` where no mesh can be read. Nothing is rendered, and nothing written. */
export async function calendarOf(world: LiveWorld, request: Request): Promise<Calendar | undefined> {
  const { mesh } = await repositoryOf(world, request);
  return mesh && readCalendar(world, mesh);
}

/** Whether the mesh works, by looking at it; with `probe` also by requests between the clusters, until `stop`. */
export async function look(world: LiveWorld, request: Request, how: Omit<Subject, "mesh">): Promise<Health> {
  return verify(world, { mesh: await meshOf(world, request), ...how });
}

/** What a revision says about its mesh, and the wave of every cluster; `undefined` when it holds no mesh document. Nothing is rendered. @throws Problem `mesh-unreadable` */
export async function governing(
  world: World,
  ref: Ref,
): Promise<{ readonly mesh: Mesh; readonly waves: ReadonlyMap<string, number> } | undefined> {
  const repository = load(await world.files.read(ref));
  if (repository.mesh === undefined && repository.findings.some(({ rule }) => rule === "mesh-missing")) return undefined;
  const mesh = readable(repository);
  return { mesh, waves: wavesOf(mesh) };
}

const nothingDesired: Desired = { classes: [], engine: "", charts: [], findings: [] };

async function meshOf(world: World, request: Request): Promise<Mesh> {
  return readable(await repositoryOf(world, request));
}

/** What a request is about, loaded. */
export async function repositoryOf(world: World, request: Request): Promise<Repository> {
  const [tree, trusted] = await Promise.all([world.files.read(request.head), request.trusted && world.files.read(request.trusted)]);
  return load(tree, trusted && load(trusted));
}

/** The clusters that are meant: those that are named, else all. */
export function namesIn({ clusters }: Mesh, request: Request): readonly string[] {
  return request.clusters.length > 0 ? request.clusters : clusters.map(({ name }) => name);
}

/** The mesh of a repository. @throws Problem `mesh-unreadable` */
export function readable({ mesh, findings }: Repository): Mesh {
  if (mesh === undefined) throw problem("mesh-unreadable", { why: findings[0]?.message ?? "there is no mesh document" });
  return mesh;
}
