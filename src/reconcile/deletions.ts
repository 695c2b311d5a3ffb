import { problem } from "../catalog/problem.ts";
import type { Outcome } from "../model/outcome.ts";
import type { Plan } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import type { Campaign } from "./campaign.ts";

/** Clusters that would lose more objects than the mesh allows without a word, when nobody confirmed exactly how many there are in all. */
export function tooManyDeletions({ job, mesh }: Campaign, { deletions }: Plan): ReadonlyMap<string, Problem> {
  const total = [...deletions.values()].reduce((sum, count) => sum + count, 0);
  const allowed = mesh.rollout.maxDeletions;
  if (job.confirmedDeletions === total) return new Map();
  const beyond = [...deletions].filter(([, count]) => count > allowed);
  return new Map(beyond.map(([cluster, count]) => [cluster, problem("deletions-unconfirmed", { cluster, count, allowed, total })]));
}

/** Then nothing is done at all: what a person would confirm is the whole plan. */
export function unasked({ steps }: Plan, whys: ReadonlyMap<string, Problem>): readonly Outcome[] {
  const deletes = steps.filter(
    ({ clusters, writes }) => clusters.some((name) => whys.has(name)) && writes.some(({ kind }) => kind === "delete"),
  );
  const by = deletes.map(({ id }) => id);
  return steps.map(({ id, clusters }) => {
    const why = by.includes(id) ? clusters.map((name) => whys.get(name)).find((found) => found !== undefined) : undefined;
    return { step: id, clusters, verdict: why === undefined ? { kind: "blocked", by } : { kind: "failed", why }, writes: [] };
  });
}
