import { byApplyOrder } from "../catalog/apply-order.ts";
import type { Change } from "../model/change.ts";
import type { ObjectId } from "../model/manifest.ts";
import { type Around, type Assignment, assign } from "./assign.ts";
import { type StepDraft, station, type Write, write } from "./draft.ts";

/** Every step that has work, from the changes that will be made; what is kept or unknown has been taken out before. Sorted by id. */
export function stepsWithWork(changes: readonly Change[], around: Around): readonly StepDraft[] {
  const byStep = new Map<string, { assignment: Assignment; stage: Change["stage"]; clusters: Set<string>; writes: Map<string, Write> }>();
  for (const change of changes) {
    if (change.kind === "unknown") continue;
    for (const cluster of change.clusters) {
      const assignment = assign(change, cluster, around);
      const step = byStep.get(assignment.id) ?? { assignment, stage: change.stage, clusters: new Set(), writes: new Map() };
      byStep.set(assignment.id, step);
      step.clusters.add(cluster);
      step.writes.set(writeKey(change.id, change.kind), write(change.id, change.kind));
    }
  }
  const steps = [...byStep.values()].map(({ assignment, stage, clusters, writes }) => ({
    ...assignment,
    stage,
    clusters: [...clusters].sort(),
    writes: [...writes.values()].sort(byOrderOfWrites),
  }));
  return [...steps, ...steps.flatMap(addressSteps)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A gateway whose Service is new or different may get another address: what depends on it waits until there is one. */
function addressSteps(step: StepDraft): readonly StepDraft[] {
  const [cluster = ""] = step.clusters;
  if (step.kind !== "gateway" || !step.writes.some(({ id }) => id.kind === "Service" || id.kind === "Gateway")) return [];
  const id = step.id.replace("/gateway/", "/address/");
  return [
    { id, kind: "address", stage: "gateways", station: station(cluster, "address"), clusters: step.clusters, peer: undefined, writes: [] },
  ];
}

function writeKey({ group, kind, namespace, name }: ObjectId, how: string): string {
  return `${how} ${group}|${kind}|${namespace}|${name}`;
}

/** What is written, in the order of application; what is deleted comes after it, the other way round. */
function byOrderOfWrites(a: Write, b: Write): number {
  const difference = Number(a.kind === "delete") - Number(b.kind === "delete");
  if (difference !== 0) return difference;
  return a.kind === "delete" ? byApplyOrder(b.id, a.id) : byApplyOrder(a.id, b.id);
}
