import type { Check, Health } from "../model/health.ts";
import type { Mesh } from "../model/mesh.ts";
import type { LiveWorld } from "../world.ts";
import { gather } from "./gather/index.ts";
import { probes } from "./probes/index.ts";

/** What is looked at. */
export interface Subject {
  readonly mesh: Mesh;
  /** Also send a real request from every cluster to every other, by a workload that is put there for it and taken away after. */
  readonly probe: boolean;
}

/** Looks at the running mesh and says what was seen. What could not be seen is `unknown`. Never throws for a cluster's sake. */
export async function verify(world: LiveWorld, { mesh }: Subject): Promise<Health> {
  const observed = await gather(world, mesh);
  const checks = probes.flatMap((probe) => probe(observed));
  return { at: observed.at, checks: checks.toSorted(inOrder) };
}

/** By cluster, name and peer; then by what was observed, so that the order is the same each time. */
function inOrder(a: Check, b: Check): number {
  const [left, right] = [a, b].map(({ cluster, name, peer, observed }) => [cluster, name, peer ?? "", observed].join("\n"));
  return (left ?? "") < (right ?? "") ? -1 : left === right ? 0 : 1;
}
