import type { Cluster, Mesh } from "../../model/mesh.ts";
import { type Edge, station } from "../draft.ts";
import { type Given, inside, readersFirst } from "./inside.ts";
import { primary } from "./multi-primary.ts";
import { remote } from "./primary-remote.ts";

/**
 * istiod runs outside the clusters it serves. Its gateway's address is written into every other release, so that comes first; then its configuration
 * cluster gets the definitions and the account it is read with; then istiod starts, is exposed, and the others follow as remotes (reference 1.7).
 */
export function external(mesh: Mesh, given: Given): readonly Edge[] {
  return [...mesh.clusters.flatMap((cluster) => ofCluster(mesh, cluster, given)), ...readersFirst(given)];
}

function ofCluster(mesh: Mesh, cluster: Cluster, given: Given): readonly Edge[] {
  switch (cluster.role) {
    case "external":
      return outside(cluster, given);
    case "remote":
      return served(mesh, cluster, given);
    case "primary":
      return primary(cluster.name, given);
  }
}

function outside({ name }: Cluster, given: Given): readonly Edge[] {
  const order = [
    "base",
    "gateway-api",
    "reader",
    "gateway",
    "address",
    "kubeconfig",
    "istiod",
    "cni",
    "expose",
    "default-revision",
  ] as const;
  return inside(name, [...order, "remote-secret"], given);
}

function served(mesh: Mesh, cluster: Cluster, given: Given): readonly Edge[] {
  const reader = mesh.clusters.find((other) => other.role === "external" && other.configCluster === cluster.name);
  const serving = reader?.name ?? cluster.primary;
  if (serving === undefined) return remote(cluster, undefined, given);
  // The validator in `base` already calls istiod by the address of its gateway.
  return [...remote(cluster, serving, given), [station(serving, "address"), station(cluster.name, "base")]];
}
