import type { Guard, HeldBack, Part, Plan, Step } from "../model/plan.ts";
import { irreversible } from "./guards/irreversible.ts";
import { pruneUnconfirmed } from "./guards/prune-unconfirmed.ts";

interface Limits {
  readonly maxDeletions: number;
}

/**
 * What of a plan can be carried out within a part of it: the steps of these clusters and stages up to this wave, but none that comes after a step outside. A step of several clusters
 * is within when all of them are. Guards, waves and deletions are those of what is left; the digest stays that of the whole, which is what was looked at.
 * `maxDeletions` as in the mesh's rollout.
 */
export function within(plan: Plan, part: Part | undefined, { maxDeletions }: Limits = { maxDeletions: 0 }): Plan {
  if (part === undefined || (part.clusters.length === 0 && part.lastWave === undefined && part.stages === undefined)) return plan;
  const { steps, heldBack } = cut(plan.steps, part);
  const deletions = deletionsIn(steps);
  const guards = [...inClusters(plan.guards, part), ...pruneUnconfirmed(deletions, maxDeletions), ...irreversible(steps)];
  return { ...plan, steps, waves: wavesOf(plan.waves, steps), guards, deletions, heldBack };
}

function cut(all: readonly Step[], part: Part): Pick<Required<Plan>, "steps" | "heldBack"> {
  const taken = new Map<string, Step>();
  const heldBack: HeldBack[] = [];
  // In the plan's order what comes before a step was looked at before it.
  for (const step of all) {
    if (!isIn(part, step)) continue;
    const waitsFor = step.after.filter((id) => !taken.has(id));
    if (waitsFor.length === 0) taken.set(step.id, step);
    else heldBack.push({ step: step.id, clusters: step.clusters, waitsFor });
  }
  return { steps: [...taken.values()], heldBack };
}

function isIn({ clusters, lastWave, stages }: Part, step: Step): boolean {
  if (lastWave !== undefined && step.wave > lastWave) return false;
  if (stages !== undefined && !stages.includes(step.stage)) return false;
  return clusters.length === 0 || step.clusters.every((cluster) => clusters.includes(cluster));
}

/** What is kept and what is unknown there; the guards that count steps are made anew. */
function inClusters(guards: readonly Guard[], { clusters }: Part): readonly Guard[] {
  const counted: readonly Guard["reason"][] = ["prune_unconfirmed", "irreversible"];
  return guards
    .filter(({ reason }) => !counted.includes(reason))
    .map((guard) => ({ ...guard, clusters: guard.clusters.filter((cluster) => clusters.length === 0 || clusters.includes(cluster)) }))
    .filter((guard) => guard.clusters.length > 0);
}

function wavesOf(waves: Plan["waves"], steps: readonly Step[]): Plan["waves"] {
  const busy = new Set(steps.flatMap(({ wave, clusters }) => clusters.map((cluster) => `${wave} ${cluster}`)));
  return waves
    .map((wave) => ({ ...wave, clusters: wave.clusters.filter((cluster) => busy.has(`${wave.number} ${cluster}`)) }))
    .filter(({ clusters }) => clusters.length > 0);
}

/** A step that deletes is one cluster's. */
function deletionsIn(steps: readonly Step[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { clusters, writes } of steps) {
    const count = writes.filter(({ kind }) => kind === "delete").length;
    if (count > 0) for (const cluster of clusters) counts.set(cluster, (counts.get(cluster) ?? 0) + count);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
