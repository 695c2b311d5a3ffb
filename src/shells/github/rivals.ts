import { openPullsTo, recordsOf } from "../../adapters/github/index.ts";
import { overlapOf, planFacts } from "../../chatops/index.ts";
import { idText } from "../../model/manifest.ts";
import { Problem } from "../../model/problem.ts";
import type { Study } from "../../model/study.ts";
import type { Rival } from "../../report/index.ts";
import type { Stage } from "./stage.ts";

/** Each costs a request. */
const mostLookedAt = 30;

/**
 * The other open pull requests to the same branch whose signed plans change the same clusters, by number. Without a key there are no records, and nobody is named; what
 * cannot be read hinders nothing.
 */
export async function rivalsOf(
  { situation, connection, wishes, place, desk }: Pick<Stage, "situation" | "connection" | "wishes" | "place" | "desk">,
  study: Pick<Study, "plan" | "findings">,
): Promise<readonly Rival[]> {
  if (situation.kind !== "pull-request" || situation.isReadOnly || situation.baseRef === undefined) return [];
  if (wishes.planKeys.length === 0 || wishes.comment === "never" || study.plan.steps.length === 0) return [];
  const mine = planFacts(study, { head: situation.head, base: situation.base });
  try {
    const open = await openPullsTo(connection, situation.baseRef, mostLookedAt);
    const others = open.filter(({ number }) => number !== situation.number).sort((a, b) => a.number - b.number);
    const rivals: Rival[] = [];
    for (const { number, head } of others) {
      const theirs = (await recordsOf(connection, head, { pull: number, folder: wishes.folder, keys: wishes.planKeys })).at(-1);
      const found = theirs === undefined ? undefined : overlapOf(study.plan, mine, theirs.plan);
      if (found !== undefined)
        rivals.push({ pull: number, url: `${place.web}/pull/${number}`, clusters: found.clusters, objects: found.objects?.map(idText) });
    }
    return rivals;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    desk.warning(`Other open pull requests could not be looked at. ${error.message} ${error.remedy}`);
    return [];
  }
}
