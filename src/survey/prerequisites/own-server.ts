import { textAt } from "../../model/json.ts";
import { idKey } from "../../model/manifest.ts";
import type { Cluster } from "../../model/mesh.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import type { Survey } from "../../model/survey.ts";
import { clustersOf, surveyedOf } from "../scope.ts";
import { type Aspect, isWritten } from "./aspect.ts";

/**
 * No other cluster is this very one: two contexts that lead to one API server, or a cluster that leaves under its old name and comes under a new one. Addresses may lie
 * about that, the UID of the system namespace does not.
 */
export function ownServer(aspect: Aspect): readonly Unmet[] {
  const { scope, survey, cluster, plan } = aspect;
  const uid = namespaceUid(survey, cluster);
  if (uid === undefined) return [];
  const all = clustersOf(scope);
  const twin = all.slice(0, all.indexOf(cluster)).find((other) => namespaceUid(survey, other) === uid);
  if (twin === undefined || !(isWritten(aspect) || plan.steps.some(({ clusters }) => clusters.includes(twin.name)))) return [];
  return [
    {
      cluster: cluster.name,
      kind: "api-address",
      seen: `Its API server is that of ${twin.name}: namespace ${cluster.systemNamespace} is one and the same in both (UID ${uid}).`,
      remedy: "One API server is one cluster: see `spec.access` of both (kubeconfig, context), or keep the name that the cluster had.",
    },
  ];
}

function namespaceUid(survey: Survey, { name, systemNamespace }: Cluster): string | undefined {
  const live = surveyedOf(survey, name)?.objects.get(idKey({ group: "", kind: "Namespace", namespace: "", name: systemNamespace }));
  return live?.kind === "present" ? textAt(live.object, "metadata", "uid") : undefined;
}
