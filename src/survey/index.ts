import { Problem } from "../model/problem.ts";
import type { ClusterSurvey, Survey } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";
import { readCluster } from "./read-cluster.ts";
import { clustersOf, type Scope } from "./scope.ts";
import { withTrust } from "./with-trust.ts";

export { access } from "./access.ts";
export { adoptions } from "./adoptions.ts";
export { type ClusterTrust, surveyTrust } from "./cacerts-read.ts";
export { drift } from "./drift.ts";
export { readCalendar } from "./expiries.ts";
export { hostNamesIn } from "./host-names.ts";
export { living } from "./living.ts";
export { prerequisites } from "./prerequisites.ts";
export { dueIn, renewalsIn } from "./renewals.ts";
export type { Scope } from "./scope.ts";

/** Reads every cluster at once, and judges what their istiods sign with. One that does not answer is `unreachable`, never empty, and hides no other. Never throws for a cluster's sake. */
export async function survey(world: LiveWorld, scope: Scope): Promise<Survey> {
  const at = world.clock.now();
  const read = clustersOf(scope).map(async (cluster): Promise<readonly [string, ClusterSurvey]> => {
    try {
      return [cluster.name, await readCluster(world.clusters.of(cluster), cluster, scope)];
    } catch (error) {
      // A problem here was thrown where none was expected: it is still this cluster's alone.
      if (error instanceof Problem) return [cluster.name, { kind: "unreachable", why: error }];
      throw error;
    }
  });
  return withTrust(world, scope, { at, clusters: new Map(await Promise.all(read)) });
}
