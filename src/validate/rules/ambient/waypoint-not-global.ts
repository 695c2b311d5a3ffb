import { waypointOf } from "../../facts/waypoints.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"waypoint-not-global"> = (cluster, report) => {
  for (const service of cluster.list("Service").filter((entry) => labelsOf(entry)["istio.io/global"] === "true")) {
    const waypoint = waypointOf(cluster, service);
    const gateway = waypoint && cluster.get("gateway.networking.k8s.io/Gateway", waypoint.namespace, waypoint.name);
    if (gateway === undefined || labelsOf(gateway)["istio.io/global"] === "true") continue;
    report({ service: service.id.name, waypoint: gateway.id.name }, { on: gateway, path: ["metadata", "labels"] });
  }
};
