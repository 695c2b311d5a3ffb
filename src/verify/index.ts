import type { Check, Health } from "../model/health.ts";
import type { Mesh } from "../model/mesh.ts";
import type { RunIdentity } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";
import { requestsAcross, type Workload } from "./across/index.ts";
import { gather } from "./gather/index.ts";
import type { Observed } from "./observed.ts";
import { probes } from "./probes/index.ts";

/** What is looked at. */
export interface Subject {
  readonly mesh: Mesh;
  /** Also send a real request from every cluster to every other, by a workload that is put there for it and taken away after. */
  readonly probe: boolean;
  /** Names this look to others that would put theirs there. */
  readonly by: Pick<RunIdentity, "id" | "by">;
  /** How that workload runs where its plain form does not: another image, annotations, variables. */
  readonly workload?: Partial<Workload>;
  /** Ends the probe early: nothing more is asked, what was put into the clusters is still taken away. */
  readonly stop?: AbortSignal;
}

export type { Workload } from "./across/index.ts";

const never = new AbortController().signal;

/** Looks at the running mesh and says what was seen. What could not be seen is `unknown`. Never throws for a cluster's sake. */
export async function verify(world: LiveWorld, { mesh, probe, by, workload = {}, stop = never }: Subject): Promise<Health> {
  if (!probe) return judged(await gather(world, mesh), []);
  let observed: Observed | undefined;
  // While the probe stands, there is a workload behind every gateway whose certificate can be looked at.
  const meanwhile = async (): Promise<void> => {
    observed = await gather(world, mesh);
  };
  const across = await requestsAcross(world, { mesh, workload, by, meanwhile, stop });
  return judged(observed ?? (await gather(world, mesh)), across);
}

function judged(observed: Observed, more: readonly Check[]): Health {
  const checks = [...probes.flatMap((probe) => probe(observed)), ...more];
  return { at: observed.at, checks: checks.toSorted(inOrder) };
}

/** By cluster, name and peer; then by what was observed, so that the order is the same each time. */
function inOrder(a: Check, b: Check): number {
  const [left, right] = [a, b].map(({ cluster, name, peer, observed }) => [cluster, name, peer ?? "", observed].join("\n"));
  return (left ?? "") < (right ?? "") ? -1 : left === right ? 0 : 1;
}
