import { waypointOf } from "../../facts/waypoints.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"waypoint-missing-in-cluster"> = (mesh, report) => {
  const has = (name: string, waypoint: { readonly namespace: string; readonly name: string }) =>
    mesh.cluster(name)?.get("gateway.networking.k8s.io/Gateway", waypoint.namespace, waypoint.name) !== undefined;
  if (!mesh.isRead) return;
  // The configuration of a remote is that of its primary, which is looked at itself.
  for (const cluster of mesh.clusters.filter(({ role }) => role === "primary")) {
    for (const service of cluster.list("Service")) {
      const waypoint = waypointOf(cluster, service);
      if (waypoint === undefined || has(cluster.name, waypoint)) continue;
      const present = mesh.clusters.map(({ name }) => name).filter((name) => has(name, waypoint));
      if (present.length === 0) continue;
      const facts = {
        service: service.id.name,
        waypoint: `${waypoint.namespace}/${waypoint.name}`,
        present: present.join(", "),
        cluster: cluster.name,
      };
      report(facts, { on: service, path: ["metadata", "labels", "istio.io/use-waypoint"], clusters: [cluster.name] });
    }
  }
};
