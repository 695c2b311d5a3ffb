import { nearest } from "../../../catalog/nearest.ts";
import { listAt } from "../../../model/json.ts";
import { covers, destinationsOf, fullHost } from "../../facts/destinations.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

/** Files need not hold every Service, so that one is missing tells nothing. A name that is nearly that of a Service which is placed in any cluster is misspelt. */
export const check: Check<"route-to-unknown-host"> = (mesh, report) => {
  if (!mesh.isRead) return;
  const placed = mesh.clusters.map((cluster) => cluster.remember(servicesByNamespace));
  for (const cluster of mesh.clusters) {
    const suffix = `.svc.${cluster.clusterDomain}`;
    const declared = cluster.remember(declaredHosts);
    for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
      for (const { host, path } of destinationsOf(manifest)) {
        const full = fullHost(host, manifest.id.namespace, cluster.clusterDomain);
        const [name = "", namespace = "", more] = full.endsWith(suffix) ? full.slice(0, -suffix.length).split(".") : [];
        if (namespace === "" || more !== undefined || declared.some((pattern) => covers(pattern, full))) continue;
        const known = new Set(placed.flatMap((services) => services.get(namespace) ?? []));
        const near = known.has(name) ? undefined : nearest(name, known);
        if (near === undefined) continue;
        report({ host: full, near, namespace }, { on: manifest, path: [...path, "host"], clusters: [cluster.name] });
      }
    }
  }
};

type View = ClusterView<"Service" | "networking.istio.io/ServiceEntry">;

function servicesByNamespace(view: View): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(view.list("Service"), ({ id }) => id.namespace);
  return new Map([...groups].map(([namespace, services]) => [namespace, services.map(({ id }) => id.name)]));
}

/** Hosts of ServiceEntries, which may take any name. */
function declaredHosts(view: View): readonly string[] {
  return view
    .list("networking.istio.io/ServiceEntry")
    .flatMap(({ object, id }) =>
      listAt(object, "spec", "hosts").flatMap((host) =>
        typeof host === "string" ? [fullHost(host, id.namespace, view.clusterDomain)] : [],
      ),
    );
}
