import { problem } from "../catalog/problem.ts";
import type { JsonObject } from "../model/json.ts";
import type { Live, ObjectRef } from "../model/live.ts";
import { idKey, idOf } from "../model/manifest.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import { inventoryOf, type Kept, ledgerOf, lockOf, otherMeshOf, previousFor, shardName, shardsOf, stateNames } from "../model/state.ts";
import type { Ledger, StopSign, Surveyed } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import type { Campaign } from "./campaign.ts";
import { lockRef } from "./from-outside.ts";
import { claim, heal } from "./heal.ts";
import { type Hold, usualTimes } from "./hold.ts";
import { InventoryBook } from "./inventory.ts";
import { takeLease } from "./lease.ts";
import { LedgerBook } from "./ledger.ts";
import { orphansOf } from "./orphans.ts";
import { Site } from "./site.ts";

/** Takes a cluster for this run: its system namespace, the lease in it, then ledger and inventory as they are under the lease. @throws Problem */
export async function openSite(campaign: Campaign, cluster: Cluster, surveyed: Surveyed): Promise<Site> {
  const { world, job, mesh } = campaign;
  const api = world.clusters.of(cluster);
  await makeNamespace(campaign, cluster, api);
  const times = job.lease ?? usualTimes;
  const holder = `${job.identity.id} by ${job.identity.by}`;
  const place = {
    api,
    clock: world.clock,
    namespace: cluster.systemNamespace,
    mesh: mesh.name,
    holder,
    times,
    onStop: (sign: StopSign) => campaign.stopFor(sign),
  };
  const hold = await takeLease(place, campaign.stop);
  try {
    await checkUnlocked(campaign, cluster, api);
    return await readState(campaign, { cluster, surveyed, api, hold });
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/**
 * The lease lives in the system namespace, so that comes before everything; as it is wanted, for its annotation must be there from the first (reference 0.1
 * no. 1). Its step finds it done, and the inventory names it then.
 */
async function makeNamespace(campaign: Campaign, cluster: Cluster, api: ClusterApi): Promise<void> {
  const id = { group: "", kind: "Namespace", namespace: "", name: cluster.systemNamespace };
  const live = await api.read({ ...id, apiVersion: "v1" });
  if (live.kind === "unknown") throw live.why;
  const manifest = campaign.wanted(cluster.name).get(idKey(id));
  if (live.kind === "absent" && manifest !== undefined) await api.apply(manifest.object);
}

interface Opening {
  readonly cluster: Cluster;
  readonly surveyed: Surveyed;
  readonly api: ClusterApi;
  readonly hold: Hold;
}

async function readState(campaign: Campaign, { cluster, surveyed, api, hold }: Opening): Promise<Site> {
  const { world, job, mesh } = campaign;
  const namespace = cluster.systemNamespace;
  const [ledgerMap, shards, installed] = await Promise.all([
    readMap(api, namespace, stateNames.ledger),
    readShards(api, namespace),
    api.read(secretRef(namespace, "cacerts")),
  ]);
  checkMesh(cluster, mesh, [ledgerMap, ...shards]);
  const previous = understood(cluster, `configmap ${stateNames.ledger}`, ledgerOf(ledgerMap));
  const orphanSerials = orphansOf(previous, installed);
  const ledgerPlace = { api, namespace, mesh: mesh.name, found: ledgerMap, orphanSerials, previous: previousFor(job.survey, job.identity) };
  const inventory = understood(cluster, `configmap ${stateNames.inventory}`, inventoryOf(shards));
  checkStillAsSurveyed(cluster, previous, surveyed);
  const place = { api, namespace, mesh: mesh.name };
  const book = new InventoryBook({ ...place, found: shards, inventory });
  const heir = { cluster: cluster.name, surveyed, inventory: book };
  heal(campaign, { ...heir, diedBefore: previous?.state === "running" });
  claim(campaign, heir);
  return new Site({
    cluster,
    api,
    surveyed,
    hold,
    ledger: new LedgerBook(ledgerPlace, job.identity, world.clock.now()),
    inventory: book,
  });
}

/** Somebody may have locked the cluster since it was surveyed: who asks now, while we hold the lease, is told that we were first. @throws Problem */
async function checkUnlocked({ world, job }: Campaign, cluster: Cluster, api: ClusterApi): Promise<void> {
  const { name, systemNamespace } = cluster;
  const found = await api.read(lockRef(systemNamespace));
  if (found.kind === "unknown") throw found.why;
  const lock = understood(cluster, `lease ${stateNames.lock}`, lockOf(found.kind === "present" ? found.object : undefined));
  if (lock === undefined || lock.holder === job.onBehalfOf || lock.expiresAt <= world.clock.now()) return;
  throw problem("cluster-locked", { cluster: name, holder: lock.holder, until: new Date(lock.expiresAt).toISOString() });
}

/** A run of another mesh may have come here since the survey. @throws Problem */
function checkMesh({ name }: Cluster, mesh: Mesh, found: readonly (JsonObject | undefined)[]): void {
  for (const object of found) {
    const other = otherMeshOf(object, mesh.name);
    if (object === undefined || other === undefined) continue;
    throw problem("state-of-other-mesh", { cluster: name, object: `configmap/${idOf(object).name}`, other, mesh: mesh.name });
  }
}

/** A run that wrote between our survey and our lease made the plan old: it is not carried out there. @throws Problem */
function checkStillAsSurveyed(cluster: Cluster, ledger: Ledger | undefined, surveyed: Surveyed): void {
  const then = surveyed.ledger;
  if (ledger?.run.id === then?.run.id && ledger?.entries.length === then?.entries.length) return;
  throw problem("object-moved", { cluster: cluster.name, object: `ConfigMap ${cluster.systemNamespace}/${stateNames.ledger}` });
}

async function readShards(api: ClusterApi, namespace: string): Promise<readonly JsonObject[]> {
  const first = await readMap(api, namespace, shardName(0));
  if (first === undefined) return [];
  const others = Array.from({ length: (shardsOf(first) ?? 1) - 1 }, (_, index) => readMap(api, namespace, shardName(index + 1)));
  return [first, ...(await Promise.all(others)).filter((map) => map !== undefined)];
}

async function readMap(api: ClusterApi, namespace: string, name: string): Promise<JsonObject | undefined> {
  const live: Live = await api.read({ apiVersion: "v1", group: "", kind: "ConfigMap", namespace, name });
  if (live.kind === "unknown") throw live.why;
  return live.kind === "present" ? live.object : undefined;
}

/** The reference of a Secret. */
export function secretRef(namespace: string, name: string): ObjectRef {
  return { apiVersion: "v1", group: "", kind: "Secret", namespace, name };
}

function understood<T>(cluster: Cluster, name: string, kept: Kept<T>): T | undefined {
  if (kept.kind === "known") return kept.value;
  throw problem("state-unreadable", { cluster: cluster.name, object: name, why: kept.why });
}
