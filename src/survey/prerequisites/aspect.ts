import type { Adoption } from "../../model/adoption.ts";
import type { Cluster } from "../../model/mesh.ts";
import type { Plan } from "../../model/plan.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import type { Survey, Surveyed } from "../../model/survey.ts";
import type { Scope } from "../scope.ts";

/** One cluster that was read, with all that a check may ask about. */
export interface Aspect {
  readonly scope: Scope;
  readonly plan: Plan;
  readonly survey: Survey;
  readonly cluster: Cluster;
  readonly seen: Surveyed;
  /** What comes under our ownership in this cluster. */
  readonly adopted: readonly Adoption[];
}

/** One thing that must hold before the first write: what of it does not. */
export type Check = (aspect: Aspect) => readonly Unmet[];

/** Whether anything is written to the cluster at all, be it only whose its objects are. */
export function isWritten({ plan, cluster, adopted }: Aspect): boolean {
  return adopted.length > 0 || plan.steps.some(({ clusters }) => clusters.includes(cluster.name));
}

/** Names for a sentence: the first ten, and how many more. */
export function named(texts: readonly string[]): string {
  const most = 10;
  const shown = texts.slice(0, most).join(", ");
  return texts.length > most ? `${shown} and ${texts.length - most} more` : shown;
}
