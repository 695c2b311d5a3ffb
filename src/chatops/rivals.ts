import { sha256 } from "../model/digest.ts";
import { idKey, type ObjectId } from "../model/manifest.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanFacts } from "./asked.ts";

/** What two plans have in common. */
export interface Overlap {
  /** Sorted; never empty. */
  readonly clusters: readonly string[];
  /** `undefined`: one of them does not tell what it writes. */
  readonly objects: readonly ObjectId[] | undefined;
}

/** More names would take the room of what people read, and so would names beside very many clusters. */
const mostObjects = 200;
const mostClusters = 500;

/** What a plan writes, as short hashes of names, sorted; `undefined` for one that is too large to tell. */
export function objectsOf({ steps }: Pick<Plan, "steps">, clusters: number): readonly string[] | undefined {
  const names = [...new Set(writtenBy(steps).keys())].sort();
  return names.length > mostObjects || clusters > mostClusters ? undefined : names;
}

/** The clusters and objects that another pull request's plan changes as well as this one; `undefined`: none. */
export function overlapOf(own: Pick<Plan, "steps">, mine: PlanFacts, theirs: PlanFacts): Overlap | undefined {
  const clusters = [...mine.clusters.keys()].filter((name) => theirs.clusters.has(name)).sort();
  if (clusters.length === 0) return undefined;
  if (theirs.objects === undefined) return { clusters, objects: undefined };
  const other = new Set(theirs.objects);
  return { clusters, objects: [...writtenBy(own.steps)].flatMap(([hash, id]) => (other.has(hash) ? [id] : [])) };
}

function writtenBy(steps: Plan["steps"]): ReadonlyMap<string, ObjectId> {
  return new Map(steps.flatMap(({ writes }) => writes.map(({ id }) => [sha256(idKey(id)).slice(0, 8), id] as const)));
}
