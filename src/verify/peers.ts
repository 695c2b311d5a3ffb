import type { Cluster, Mesh } from "../model/mesh.ts";
import { type ClusterSeen, valueOf } from "./observed.ts";
import type { Shard } from "./pages.ts";

/**
 * The clusters that an istiod here must read besides the one its configuration is in: every other one with workloads, remotes of other primaries included
 * (reference 3.1).
 */
export function peersOf({ clusters }: Mesh, own: Cluster): readonly Cluster[] {
  return clusters.filter(({ name, role }) => name !== own.name && role !== "external" && name !== own.configCluster);
}

/** Istio's name for the cluster whose configuration an istiod reads: its own, or that of an external istiod's configuration cluster. */
export function ownName(mesh: Mesh, cluster: Cluster): string {
  if (cluster.role !== "external") return cluster.istioName;
  return mesh.clusters.find(({ name }) => name === cluster.configCluster)?.istioName ?? cluster.istioName;
}

/** Endpoints in a cluster as the istiod that serves it knows them; `undefined` when none could be asked. */
export function endpointsIn(mesh: Mesh, clusters: readonly ClusterSeen[], cluster: Cluster): readonly Shard[] | undefined {
  const server = cluster.role === "remote" ? mesh.clusters.find(({ name }) => name === cluster.primary) : cluster;
  const seen = clusters.find((other) => other.cluster.name === server?.name);
  const replicas = (seen && valueOf(seen.istiods)) ?? [];
  const shown = replicas.map(({ shards }) => valueOf(shards)).find((shards) => shards !== undefined);
  return shown?.filter((shard) => shard.cluster === cluster.istioName);
}
