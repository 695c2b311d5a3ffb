import { nearest } from "../../../catalog/nearest.ts";
import { backendsOf, routeKinds } from "../../facts/backends.ts";
import type { Check } from "../../rule.ts";
import type { MeshView } from "../../view.ts";

export const check: Check<"route-backend-missing"> = (mesh, report) => {
  if (!mesh.isRead) return;
  const known = servicesOf(mesh);
  for (const cluster of mesh.clusters) {
    for (const route of routeKinds.flatMap((kind) => cluster.list(kind))) {
      for (const { group, kind, namespace, name, path } of backendsOf(route)) {
        if (group !== "" || kind !== "Service" || cluster.get("Service", namespace, name) !== undefined) continue;
        const others = known.get(namespace);
        // Services of a namespace about which the repository says nothing are somebody else's.
        if (others === undefined) continue;
        const where = others.get(name);
        const near = nearest(name, [...others.keys()]);
        const hint = where !== undefined ? ` It exists in ${where.join(", ")} only.` : near === undefined ? "" : ` Did you mean ${near}?`;
        // Only what another cluster has, or what is nearly the name of one that exists, is surely missing.
        const severity = where === undefined && near === undefined ? "warning" : "error";
        report({ service: `${namespace}/${name}`, hint }, { on: route, path: [...path, "name"], clusters: [cluster.name], severity });
      }
    }
  }
};

/** Services that files of the repository place: by namespace and name, the clusters that have them. */
function servicesOf(mesh: MeshView<"Service">): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, Map<string, string[]>>();
  for (const cluster of mesh.clusters) {
    for (const { id, origin } of cluster.list("Service")) {
      if (origin.kind !== "config") continue;
      const names = found.get(id.namespace) ?? new Map<string, string[]>();
      found.set(id.namespace, names.set(id.name, [...(names.get(id.name) ?? []), cluster.name]));
    }
  }
  return found;
}
