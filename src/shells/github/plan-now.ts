import { startOf, waiversOf } from "../../adapters/github/index.ts";
import { type PlanFacts, planFacts } from "../../chatops/index.ts";
import type { Request } from "../../model/study.ts";
import { preview } from "../../pipeline.ts";
import type { Errand } from "./commands/errand.ts";
import type { Change } from "./event.ts";
import { requestFor } from "./request.ts";

/** The base branch as it is, or as it was before the merge: afterwards it holds the pull request, and nothing would be left to compare. */
async function baseOf({ pull, place }: Pick<Errand, "pull" | "place">): Promise<string> {
  return pull.mergeCommit === undefined ? pull.base : startOf(place.connection, pull.mergeCommit);
}

/** A pull request as an event about it would tell it. Logins for charts follow the default branch, whatever branch it goes to. */
export async function situationOfPull({ pull, place, rules }: Pick<Errand, "pull" | "place" | "rules">): Promise<Change> {
  const { number, head, baseRef } = pull;
  return {
    kind: "pull-request",
    number,
    base: await baseOf({ pull, place }),
    head,
    baseRef,
    isReadOnly: false,
    defaultBranch: rules.commit,
  };
}

/** What a commit would do against where the pull request left its base. The rules are those of the default branch. */
export async function requestOfPull(
  { pull, place, wishes: given, repository, rules, desk }: Pick<Errand, "pull" | "place" | "wishes" | "repository" | "rules" | "desk">,
  head: string,
): Promise<Request> {
  const { local, github } = repository;
  const situation = await situationOfPull({ pull, place, rules });
  const wishes = { base: undefined, head: undefined, clusters: [] };
  const request = await requestFor(situation, wishes, { local, github, log: desk, at: Date.now() });
  const waivers = await waiversOf(place.connection, { pull: pull.number, folder: given.folder }, given.planKeys);
  return { ...request, waivers, head: { kind: "commit", revision: head }, trusted: { kind: "commit", revision: rules.commit } };
}

/** The plan of a commit of this pull request, made at this moment. */
export async function planNow(
  errand: Pick<Errand, "pull" | "place" | "wishes" | "repository" | "rules" | "desk">,
  head: string,
): Promise<PlanFacts> {
  const report = await preview(errand.repository.world, await requestOfPull(errand, head));
  return planFacts(report, { head: errand.pull.head, base: errand.pull.base });
}
