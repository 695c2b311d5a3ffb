import type { Cluster } from "../../model/mesh.ts";
import { servesConfig } from "../../model/mesh.ts";
import type { ClusterView } from "../view.ts";

/** The clusters whose proxies the istiod of `name` serves besides its own. */
export function remotesOf(mesh: { readonly clusters: readonly Cluster[] }, name: string): readonly Cluster[] {
  return mesh.clusters.filter((cluster) => cluster.role === "remote" && cluster.primary === name);
}

/** The Istio name by which a remote's namespace must name its control plane: that of the primary, or of the config cluster of an external one. */
export function controlPlaneName(mesh: { readonly clusters: readonly Cluster[] }, remote: Cluster): string | undefined {
  const owner = mesh.clusters.find((cluster) => cluster.name === remote.primary);
  if (owner?.role !== "external") return owner?.istioName;
  return mesh.clusters.find((cluster) => cluster.name === owner.configCluster)?.istioName;
}

/** True for the remote whose API server holds the configuration of an istiod that runs outside the mesh: no istiod runs there, yet its webhooks are there. */
export function holdsExternalConfig({ name, role, mesh }: ClusterView): boolean {
  const document = mesh.clusters.find((cluster) => cluster.name === name);
  return role === "remote" && mesh.topology === "external" && document !== undefined && servesConfig(mesh, document);
}
