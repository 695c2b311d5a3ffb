import { pullOf } from "../../adapters/github/index.ts";
import type { Lock } from "../../chatops/index.ts";
import type { Survey } from "../../model/survey.ts";
import type { Conversation } from "./heard.ts";

/**
 * Clusters that hold what another pull request applied and nobody merged: who applies something else there would take it back. It is told by their ledgers and by GitHub, so
 * there is no lock that could be left behind: a merge, a close, or a way back on that pull request ends it.
 */
export async function unmergedIn(
  { rules, place, repository, pull }: Pick<Conversation, "rules" | "place" | "repository" | "pull">,
  { clusters }: Survey,
  pullIn: (by: string) => number | undefined,
): Promise<readonly Lock[]> {
  if (rules.mesh.apply !== "onCommand") return [];
  const found = [...clusters].flatMap(([cluster, seen]) => {
    const run = seen.kind === "surveyed" ? seen.ledger?.run : undefined;
    const number = run === undefined ? undefined : pullIn(run.by);
    return run?.commit === undefined || number === undefined || number === pull.number ? [] : [{ cluster, number, commit: run.commit }];
  });
  const open = new Map<string, boolean>();
  for (const { number, commit } of found) {
    const key = `${number} ${commit}`;
    if (open.has(key)) continue;
    // A way back leaves a commit of the default branch behind, whatever pull request asked for it.
    const isMerged = (await repository.github.mergeBase(rules.commit, commit)) === commit;
    open.set(key, !isMerged && (await pullOf(place.connection, number)).state === "open");
  }
  return found
    .filter(({ number, commit }) => open.get(`${number} ${commit}`) === true)
    .map(({ cluster, number }) => ({ cluster, kind: "unmerged", holder: `#${number}`, pull: number, until: Number.POSITIVE_INFINITY }));
}
