import type { Path } from "../../../model/json.ts";
import { listAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { parentsOf, routeKinds } from "../../facts/backends.ts";
import { isClusterLocal } from "../../facts/cluster-local.ts";
import { fullHost } from "../../facts/destinations.ts";
import { mayCaptureDns } from "../../facts/dns-capture.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type View = ClusterView<"networking.istio.io/VirtualService" | "networking.istio.io/Sidecar" | (typeof routeKinds)[number]>;

export const check: Check<"host-unknown-to-dns"> = (mesh, report) => {
  if (!mesh.isRead) return;
  const remedy =
    mesh.mesh.dataPlane === "ambient"
      ? "set `ambient.dnsCapture: true` for the cni chart"
      : 'set `meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE: "true"` for the istiod chart';
  // Remotes have the configuration of their primary and Services of their own, of which the repository need not know.
  for (const cluster of mesh.clusters.filter(({ role }) => role === "primary")) {
    const suffix = `.svc.${cluster.clusterDomain}`;
    if (mayCaptureDns(cluster)) continue;
    for (const { manifest, host, path } of hostsCalled(cluster)) {
      const [name = "", namespace = "", more] = host.endsWith(suffix) ? host.slice(0, -suffix.length).split(".") : [];
      if (name === "" || name === "*" || namespace === "" || more !== undefined) continue;
      if (cluster.get("Service", namespace, name) !== undefined || isClusterLocal(cluster, host)) continue;
      const others = mesh.clusters.filter((other) => other.get("Service", namespace, name) !== undefined).map((other) => other.name);
      if (others.length === 0) continue;
      report({ cluster: cluster.name, host, others: others.join(", "), remedy }, { on: manifest, path, clusters: [cluster.name] });
    }
  }
};

/** A host that proxies inside the mesh are told about for their programs' sake, in full. */
interface Called {
  readonly manifest: Manifest;
  readonly host: string;
  readonly path: Path;
}

function hostsCalled(view: View): readonly Called[] {
  return [
    ...view
      .list("networking.istio.io/VirtualService")
      .flatMap((manifest) => (isForMesh(manifest) ? hostsAt(manifest, ["spec"], view) : [])),
    ...view
      .list("networking.istio.io/Sidecar")
      .flatMap((manifest) =>
        listAt(manifest.object, "spec", "egress").flatMap((_, index) => hostsAt(manifest, ["spec", "egress", index], view)),
      ),
    ...routeKinds
      .flatMap((kind) => view.list(kind))
      .flatMap((manifest) =>
        parentsOf(manifest).flatMap(({ group, kind, namespace, name, path }) =>
          group === "" && kind === "Service"
            ? [{ manifest, host: `${name}.${namespace}.svc.${view.clusterDomain}`, path: [...path, "name"] }]
            : [],
        ),
      ),
  ];
}

/** Requests that come in by a gateway only were resolved outside. */
function isForMesh({ object }: Manifest): boolean {
  const gateways = listAt(object, "spec", "gateways");
  return gateways.length === 0 || gateways.includes("mesh");
}

/** The list `hosts` at a path, wildcards included; before the `/` of a Sidecar's entry are namespaces, which say who may see the host and not where it is. */
function hostsAt(manifest: Manifest, at: Path, view: View): readonly Called[] {
  return listAt(manifest.object, ...at, "hosts").flatMap((entry, index) => {
    if (typeof entry !== "string") return [];
    const host = fullHost(entry.slice(entry.indexOf("/") + 1), manifest.id.namespace, view.clusterDomain);
    return [{ manifest, host, path: [...at, "hosts", index] }];
  });
}
