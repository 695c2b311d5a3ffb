import type { Cluster } from "../model/mesh.ts";
import type { Plan } from "../model/plan.ts";
import type { Unmet } from "../model/prerequisite.ts";
import type { Survey } from "../model/survey.ts";
import type { LiveWorld } from "../world.ts";
import { adoptions } from "./adoptions.ts";
import { apiAddress } from "./prerequisites/api-address.ts";
import type { Aspect, Check } from "./prerequisites/aspect.ts";
import { clock } from "./prerequisites/clock.ts";
import { gatewayApi } from "./prerequisites/gateway-api.ts";
import { held, locked } from "./prerequisites/held.ts";
import { leftAlone, lostInventory } from "./prerequisites/left-alone.ts";
import { notOurs } from "./prerequisites/not-ours.ts";
import { ownServer } from "./prerequisites/own-server.ts";
import { permission } from "./prerequisites/permission.ts";
import { trust } from "./prerequisites/trust.ts";
import { unread } from "./prerequisites/unread.ts";
import { version } from "./prerequisites/version.ts";
import { clustersOf, type Scope } from "./scope.ts";

const checks: readonly Check[] = [
  version,
  gatewayApi,
  clock,
  apiAddress,
  ownServer,
  held,
  locked,
  unread,
  leftAlone,
  lostInventory,
  trust,
  notOurs,
];

/** Everything that must hold before the first write and does not, of all clusters at once, in the mesh's order. A cluster that nothing is written to lacks nothing but what kept it from being read. */
export async function prerequisites(world: LiveWorld, scope: Scope, plan: Plan, survey: Survey): Promise<readonly Unmet[]> {
  const { objects } = adoptions(scope, survey);
  const found = clustersOf(scope).map((cluster) => {
    const adopted = objects.filter((adoption) => adoption.cluster === cluster.name);
    return unmetIn(world, cluster, { scope, plan, survey, adopted });
  });
  return (await Promise.all(found)).flat();
}

async function unmetIn(world: LiveWorld, cluster: Cluster, given: Omit<Aspect, "cluster" | "seen">): Promise<readonly Unmet[]> {
  const seen = given.survey.clusters.get(cluster.name);
  if (seen === undefined) return [];
  if (seen.kind === "unreachable") {
    return [{ cluster: cluster.name, kind: "unreachable", seen: seen.why.message, remedy: seen.why.remedy }];
  }
  const aspect: Aspect = { ...given, cluster, seen };
  return [...checks.flatMap((check) => check(aspect)), ...(await permission(world.clusters.of(cluster), aspect))];
}
