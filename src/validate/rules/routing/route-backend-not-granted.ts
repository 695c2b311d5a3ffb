import { listAt, textAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { backendsOf, parentsOf, type Reference, routeKinds } from "../../facts/backends.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type Grants = "gateway.networking.k8s.io/ReferenceGrant";

export const check: Check<"route-backend-not-granted"> = (cluster, report) => {
  if (!cluster.isRead) return;
  for (const route of routeKinds.flatMap((kind) => cluster.list(kind))) {
    // A route that belongs to Services only is asked for no grant (`pilot/pkg/config/kube/gateway`).
    if (!parentsOf(route).some((parent) => parent.kind === "Gateway")) continue;
    for (const backend of backendsOf(route)) {
      if (backend.namespace === route.id.namespace || isGranted(cluster, route, backend)) continue;
      const facts = { kind: route.id.kind, from: route.id.namespace, what: `${backend.kind} ${backend.namespace}/${backend.name}` };
      report({ ...facts, namespace: backend.namespace }, { on: route, path: [...backend.path, "namespace"] });
    }
  }
};

function isGranted(cluster: ClusterView<Grants>, route: Manifest, backend: Reference): boolean {
  return cluster
    .list("gateway.networking.k8s.io/ReferenceGrant")
    .some(
      ({ id, object }) =>
        id.namespace === backend.namespace &&
        listAt(object, "spec", "from").some(
          (from) =>
            textAt(from, "group") === route.id.group &&
            textAt(from, "kind") === route.id.kind &&
            textAt(from, "namespace") === route.id.namespace,
        ) &&
        listAt(object, "spec", "to").some(
          (to) =>
            (textAt(to, "group") ?? "") === backend.group &&
            textAt(to, "kind") === backend.kind &&
            [undefined, "", backend.name].includes(textAt(to, "name")),
        ),
    );
}
