import { startOf } from "../../adapters/github/index.ts";
import { type PlanFacts, planFacts } from "../../chatops/index.ts";
import type { Request } from "../../model/study.ts";
import { preview } from "../../pipeline.ts";
import type { Errand } from "./commands/errand.ts";
import { requestFor } from "./request.ts";

/** The base branch as it is, or as it was before the merge: afterwards it holds the pull request, and nothing would be left to compare. */
export async function baseOf({ pull, place }: Pick<Errand, "pull" | "place">): Promise<string> {
  return pull.mergeCommit === undefined ? pull.base : startOf(place.connection, pull.mergeCommit);
}

/** What a commit would do against where the pull request left its base. The rules are those of the default branch. */
export async function requestOfPull(
  { pull, place, repository, rules, desk }: Pick<Errand, "pull" | "place" | "repository" | "rules" | "desk">,
  head: string,
): Promise<Request> {
  const { local, github } = repository;
  const base = await baseOf({ pull, place });
  const situation = { kind: "pull-request", number: pull.number, base, head: pull.head, isReadOnly: false } as const;
  const wishes = { base: undefined, head: undefined, clusters: [] };
  const request = await requestFor(situation, wishes, { local, github, log: desk, at: Date.now() });
  return { ...request, head: { kind: "commit", revision: head }, trusted: { kind: "commit", revision: rules.commit } };
}

/** The plan of a commit of this pull request, made at this moment. */
export async function planNow(errand: Pick<Errand, "pull" | "place" | "repository" | "rules" | "desk">, head: string): Promise<PlanFacts> {
  const report = await preview(errand.repository.world, await requestOfPull(errand, head));
  return planFacts(report, { head: errand.pull.head, base: errand.pull.base });
}
