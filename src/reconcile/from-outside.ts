import { problem } from "../catalog/problem.ts";
import type { Heard } from "../model/apply.ts";
import { textAt } from "../model/json.ts";
import type { ObjectRef, Present } from "../model/live.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import { type Kept, leaseOf, lockObject, lockOf, stateNames, withStopSign } from "../model/state.ts";
import type { Lock, StopSign } from "../model/survey.ts";
import type { ClusterApi, LiveWorld } from "../world.ts";
import { leaseRef, versionOf } from "./hold.ts";

/** The Lease by which a person keeps a cluster from being changed. */
export function lockRef(namespace: string): ObjectRef {
  return { ...leaseRef(namespace), name: stateNames.lock };
}

/** Tells the runs at work in these clusters to stop. A run sees it within one renewal of its lease, and stops everywhere. Never throws for a cluster's sake. */
export function stopRuns(world: LiveWorld, at: Place, sign: StopSign): Promise<readonly Heard[]> {
  return inEach(world, at, async (api, { systemNamespace }) => {
    for (let attempt = 1; ; attempt++) {
      const found = await there(api, leaseRef(systemNamespace));
      const lease = found && understood(api, stateNames.lease, leaseOf(found.object));
      if (found === undefined || lease === undefined || lease.expiresAt <= world.clock.now())
        return { result: "nobody", holder: undefined };
      try {
        await api.replace(withStopSign(found.object, sign));
        return { result: "done", holder: lease.holder };
      } catch (error) {
        // The run renewed its lease in between: a sign on the old one would be no sign.
        if (!(error instanceof Problem) || error.code !== "object-moved" || attempt === mostAttempts) throw error;
      }
    }
  });
}

const mostAttempts = 5;

/** Keeps these clusters from being changed by anybody but `lock.holder`; their own lock, or one that has ended, is replaced. Never throws for a cluster's sake. */
export function lockClusters(world: LiveWorld, at: Place, lock: Lock): Promise<readonly Heard[]> {
  return inEach(world, at, async (api, { systemNamespace: namespace }) => {
    const found = await there(api, lockRef(namespace));
    const held = found && understood(api, stateNames.lock, lockOf(found.object));
    if (held !== undefined && held.holder !== lock.holder && held.expiresAt > world.clock.now()) throw lockedBy(api, held);
    const place = { namespace, mesh: at.mesh.name };
    if (found === undefined) await api.create(lockObject(lock, place));
    else await api.replace(lockObject(lock, { ...place, version: versionOf(found) }));
    return { result: "done", holder: lock.holder };
  });
}

/** Ends locks before their time, whoever's they are: who may do that was decided before. Never throws for a cluster's sake. */
export function unlockClusters(world: LiveWorld, at: Place): Promise<readonly Heard[]> {
  return inEach(world, at, async (api, { systemNamespace }) => {
    const found = await there(api, lockRef(systemNamespace));
    if (found === undefined) return { result: "nobody", holder: undefined };
    const lock = lockOf(found.object);
    const holder = lock.kind === "known" ? lock.value?.holder : undefined;
    const uid = textAt(found.object, "metadata", "uid");
    await api.remove(lockRef(systemNamespace), uid === undefined ? {} : { uid });
    return { result: "done", holder };
  });
}

/** Which clusters of which mesh. */
export interface Place {
  readonly mesh: Mesh;
  readonly clusters: readonly string[];
}

type Word = (api: ClusterApi, cluster: Cluster) => Promise<Omit<Heard, "cluster">>;

function inEach(world: LiveWorld, { mesh, clusters }: Place, say: Word): Promise<readonly Heard[]> {
  const meant = mesh.clusters.filter(({ name }) => clusters.includes(name));
  return Promise.all(
    meant.map(async (cluster): Promise<Heard> => {
      try {
        return { cluster: cluster.name, ...(await say(world.clusters.of(cluster), cluster)) };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { cluster: cluster.name, result: error, holder: undefined };
      }
    }),
  );
}

async function there(api: ClusterApi, ref: ObjectRef): Promise<Present | undefined> {
  const live = await api.read(ref);
  if (live.kind === "unknown") throw live.why;
  return live.kind === "present" ? live : undefined;
}

function understood<T>({ cluster }: ClusterApi, name: string, kept: Kept<T>): T | undefined {
  if (kept.kind === "known") return kept.value;
  throw problem("state-unreadable", { cluster, object: `lease ${name}`, why: kept.why });
}

function lockedBy({ cluster }: ClusterApi, { holder, expiresAt }: Lock): Problem {
  return problem("cluster-locked", { cluster, holder, until: new Date(expiresAt).toISOString() });
}
