import { classOf, objectsOf } from "../model/desired.ts";
import { type Live, type ObjectRef, refOf } from "../model/live.ts";
import { idKey } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import { Problem } from "../model/problem.ts";
import type { ClusterSurvey } from "../model/survey.ts";
import type { ClusterApi } from "../world.ts";
import { addressesIn, gatewayServices } from "./addresses.ts";
import { readHelmReleases } from "./helm-releases.ts";
import { readIstiods } from "./istiods.ts";
import { orProblem, readObjects } from "./read-objects.ts";
import { readState } from "./read-state.ts";
import type { Scope } from "./scope.ts";

/** One cluster as it is now. Never throws for its sake. */
export async function readCluster(api: ClusterApi, cluster: Cluster, scope: Scope): Promise<ClusterSurvey> {
  const server = await orProblem(api.server());
  if (server instanceof Problem) return { kind: "unreachable", why: server };

  const mesh = scope.mesh.name;
  const wanted = wantedIn(scope, cluster);
  const [state, first, istiods] = await Promise.all([
    readState(api, cluster.systemNamespace, mesh),
    readObjects(api, wanted, mesh),
    readIstiods(api, cluster.systemNamespace),
  ]);
  // What was written before and is wanted no more is known only now. Who rendered nothing wants to see our records, not every object.
  const isJudged = classOf(scope.desired, cluster.name) !== undefined || scope.leaving.includes(cluster);
  const old = (isJudged ? (state.inventory?.entries ?? []) : []).map(({ id, apiVersion }): ObjectRef => ({ ...id, apiVersion }));
  const left = await readObjects(
    api,
    old.filter((ref) => !first.has(idKey(ref))),
    mesh,
  );
  const objects: ReadonlyMap<string, Live> = new Map([...first, ...left]);
  const helmReleases = cluster.adopt ? await readHelmReleases(api, objects) : undefined;
  return {
    kind: "surveyed",
    server,
    objects,
    ...state,
    addresses: addressesIn(cluster, objects),
    ...(istiods === undefined ? {} : { istiods }),
    ...(helmReleases === undefined ? {} : { helmReleases }),
  };
}

/** Every object that is wanted, and the Services that gateways are reached by. */
function wantedIn({ desired }: Scope, cluster: Cluster): readonly ObjectRef[] {
  const wanted = objectsOf(desired, cluster.name).map(({ object, id }) => refOf(object, id));
  return [...wanted, ...gatewayServices(cluster)];
}
