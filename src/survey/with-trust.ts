import { classOf } from "../model/desired.ts";
import { idKey } from "../model/manifest.ts";
import type { ClusterSurvey, Survey } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";
import { judgeTrust, readTrust, trustRef } from "./cacerts-read.ts";
import { trustedClusters } from "./cacerts-rotation.ts";
import { type Scope, surveyedOf } from "./scope.ts";

/**
 * The survey with what must become of every cluster's certificates. Where nothing was rendered nobody asks, and neither Secrets nor the signer are touched. A
 * cluster out of reach has no verdict, and holds up what all must have passed.
 */
export async function withTrust(world: LiveWorld, scope: Scope, survey: Survey): Promise<Survey> {
  const { mesh, desired, renew = [] } = scope;
  const asked = trustedClusters(mesh).filter(({ name }) => classOf(desired, name) !== undefined);
  const read = asked.flatMap((cluster) => {
    const seen = surveyedOf(survey, cluster.name);
    if (seen === undefined) return [];
    return [readTrust(world.clusters.of(cluster), cluster, mesh, seen.objects.get(idKey(trustRef(mesh, cluster))))];
  });
  const judged = await judgeTrust(world, await Promise.all(read), { mesh, renew, at: survey.at });
  const verdicts = new Map(judged.map(({ cluster, verdict }) => [cluster, verdict]));
  const clusters = [...survey.clusters].map(([name, seen]): readonly [string, ClusterSurvey] => {
    const cacerts = verdicts.get(name);
    return [name, seen.kind === "surveyed" && cacerts !== undefined ? { ...seen, cacerts } : seen];
  });
  return { ...survey, clusters: new Map(clusters) };
}
