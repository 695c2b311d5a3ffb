import type { Change, Changes } from "../model/change.ts";
import type { Desired } from "../model/desired.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Guard, Plan, Step } from "../model/plan.ts";
import type { Repository } from "../model/repository.ts";
import type { Around } from "./assign.ts";
import { digestTree } from "./digest.ts";
import { gateOf } from "./gates.ts";
import { type Placed, place } from "./graph.ts";
import { clusterUnknown } from "./guards/cluster-unknown.ts";
import { irreversible } from "./guards/irreversible.ts";
import { isKept, neverPruned } from "./guards/never-pruned.ts";
import { pruneUnconfirmed } from "./guards/prune-unconfirmed.ts";
import { storageMoves, whyIrreversible } from "./irreversible.ts";
import { edgesOf } from "./order/index.ts";
import { restarts } from "./restarts.ts";
import { byWaveAndDepth } from "./sequence.ts";
import { isWaved, waveEdges, wavesOf } from "./waves.ts";
import { stepsWithWork } from "./work.ts";

export { reasonsNotToApply, reasonsNotToRenew, reasonsNotToRenewDue, withdrawn } from "./refusals.ts";
export { wavesOf } from "./waves.ts";
export { within } from "./within.ts";

/** Everything a plan is made from. */
export interface Intent {
  readonly head: Repository;
  readonly base: Repository | undefined;
  readonly desired: Desired;
  readonly baseline: Desired | undefined;
  readonly changes: Changes;
  /** It leads back to what was there before: what was changed last goes back first. */
  readonly isBack?: boolean;
}

/**
 * The changes as steps in a safe order over all clusters, in waves, with what is refused or wants a word. Without a readable mesh there is no order, so
 * nothing is planned. Changes that are unknown or kept become guards, never steps.
 */
export function plan({ head, base, desired, changes, isBack = false }: Intent): Plan {
  const guards = [...clusterUnknown(changes.changes), ...neverPruned(changes.changes)];
  const staying = changes.changes.filter(isKept).map(({ id, clusters }) => ({ id, clusters }));
  const { mesh } = head;
  if (mesh === undefined) return nothing(desired, guards, staying);
  const kept = changes.changes.filter((change) => !isKept(change));
  const removed = changes.clusters.removed;
  const work = [...stepsWithWork(kept, around(mesh, base?.mesh, removed)), ...restarts(kept, mesh)].sort((a, b) => (a.id < b.id ? -1 : 1));
  const waves = wavesOf(mesh, { isBack });
  const given = { steps: work, busy: new Set(work.map((step) => step.station)) };
  const placed = work.length === 0 ? [] : place(work, [...edgesOf(mesh, removed, given), ...waveEdges(waves)]);
  const last = Math.max(1, ...waves.values());
  const clusters = new Map(mesh.clusters.map((cluster) => [cluster.name, cluster]));
  const frame: Frame = { mesh, clusters, stored: storageMoves(kept), waveOf: (cluster) => waves.get(cluster) ?? last };
  const steps = byWaveAndDepth(placed.map((entry) => finished(entry, frame)));
  const deletions = deletionsOf(kept);
  return {
    steps,
    waves: wavesWithWork(steps, mesh),
    waveOf: waves,
    guards: [...guards, ...pruneUnconfirmed(deletions, mesh.rollout.maxDeletions), ...irreversible(steps)],
    deletions,
    kept: staying,
    digest: digestTree(desired, steps),
  };
}

function nothing(desired: Desired, guards: readonly Guard[], kept: Plan["kept"]): Plan {
  return { steps: [], waves: [], guards, deletions: new Map(), kept, digest: digestTree(desired, []) };
}

function around(mesh: Mesh, old: Mesh | undefined, removed: readonly string[]): Around {
  const names = new Map([...(old?.clusters ?? []), ...mesh.clusters].map(({ istioName, name }) => [istioName, name]));
  const remotes = new Set(mesh.clusters.filter(({ role }) => role === "remote").map(({ name }) => name));
  return { removed: new Set(removed), remotes, named: (istioName) => names.get(istioName) ?? istioName };
}

interface Frame {
  readonly mesh: Mesh;
  readonly clusters: ReadonlyMap<string, Cluster>;
  /** As `storageMoves` gives them. */
  readonly stored: ReadonlyMap<string, string>;
  /** A cluster that leaves the mesh goes with the last wave. */
  readonly waveOf: (cluster: string) => number;
}

function finished(
  { step, after, depth }: Placed,
  { mesh, clusters, stored, waveOf }: Frame,
): { readonly step: Step; readonly depth: number } {
  const [name = ""] = step.clusters;
  return {
    depth,
    step: {
      id: step.id,
      kind: step.kind,
      stage: step.stage,
      clusters: step.clusters,
      after,
      writes: step.writes,
      gate: gateOf(step, clusters.get(name)),
      wave: isWaved(step.kind) ? waveOf(name) : 0,
      irreversible: whyIrreversible(step, mesh, stored),
    },
  };
}

function deletionsOf(changes: readonly Change[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.kind !== "delete") continue;
    for (const cluster of change.clusters) counts.set(cluster, (counts.get(cluster) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function wavesWithWork(steps: readonly Step[], mesh: Mesh): Plan["waves"] {
  const byWave = Map.groupBy(
    steps.filter((step) => step.wave > 0),
    (step) => step.wave,
  );
  return [...byWave]
    .sort(([a], [b]) => a - b)
    .map(([number, group]) => ({
      number,
      clusters: [...new Set(group.flatMap((step) => step.clusters))].sort(),
      soakSeconds: mesh.rollout.soakSeconds,
    }));
}
