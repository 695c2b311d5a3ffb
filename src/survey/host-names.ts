import type { HostNames, Mesh } from "../model/mesh.ts";
import type { Survey } from "../model/survey.ts";
import { surveyedOf } from "./scope.ts";

/** The gateways whose load balancer has a name and no address of its own, by cluster: those that have none yet or have an IP are left out. */
export function hostNamesIn(survey: Survey, mesh: Mesh): HostNames {
  const found = mesh.clusters.flatMap((cluster) => {
    const addresses = surveyedOf(survey, cluster.name)?.addresses;
    if (addresses === undefined) return [];
    const own = [...addresses].flatMap(([gateway, [first]]) => (first === undefined || isIp(first) ? [] : [[gateway, first] as const]));
    return own.length === 0 ? [] : [[cluster.name, new Map(own)] as const];
  });
  return new Map(found);
}

function isIp(address: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/u.test(address) || address.includes(":");
}
