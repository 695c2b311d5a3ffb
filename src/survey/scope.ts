import type { Desired } from "../model/desired.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { ClusterSurvey, Survey, Surveyed } from "../model/survey.ts";

/** What a survey looks for. */
export interface Scope {
  readonly mesh: Mesh;
  readonly desired: Desired;
  /** Clusters that leave the mesh, as they were. */
  readonly leaving: readonly Cluster[];
  /** Clusters whose intermediates are renewed now, though they are good: somebody asked for it. */
  readonly renew?: readonly string[];
  /** On whose behalf a change is asked for: what they locked themselves does not hinder it. */
  readonly onBehalfOf?: string;
}

/** Every cluster that is looked at, those that leave last. */
export function clustersOf({ mesh, leaving }: Scope): readonly Cluster[] {
  return [...mesh.clusters, ...leaving];
}

/** What was read of a cluster; `undefined` when it was out of reach or not looked at. */
export function surveyedOf(survey: Survey, cluster: string): Surveyed | undefined {
  const seen: ClusterSurvey | undefined = survey.clusters.get(cluster);
  return seen?.kind === "surveyed" ? seen : undefined;
}
