import type { Cluster, Mesh } from "../../model/mesh.ts";
import { type Edge, station, stepRef } from "../draft.ts";
import { type Given, inside, readersFirst } from "./inside.ts";
import { primary } from "./multi-primary.ts";

/**
 * Remotes are served by a primary's istiod. A remote's own injector fails closed and is only filled in by that istiod once it holds the remote's
 * secret; so: namespace with its annotation, base and reader there, the secret in the primary, the remote's istiod release, then its gateways
 * (reference 0.1 no. 1, 1.6). The primary's gateway has its address before, because it is written into that release.
 */
export function primaryRemote(mesh: Mesh, given: Given): readonly Edge[] {
  return [
    ...mesh.clusters.flatMap((cluster) =>
      cluster.role === "remote" ? remote(cluster, cluster.primary, given) : primary(cluster.name, given),
    ),
    ...readersFirst(given),
  ];
}

/** The order of a cluster whose istiod runs in `serving`. */
export function remote({ name }: Cluster, serving: string | undefined, given: Given): readonly Edge[] {
  const order = ["base", "gateway-api", "reader", "istiod", "cni", "ztunnel", "gateway", "address", "expose", "default-revision"] as const;
  if (serving === undefined) return inside(name, order, given);
  const istiod = station(name, "istiod");
  return [
    ...inside(name, order, given),
    [station(serving, "istiod"), istiod],
    [station(serving, "address"), istiod],
    [station(serving, "expose"), istiod],
    ...given.steps
      .filter(({ peer, station: at }) => peer === name && at === station(serving, "remote-secret"))
      .map((step): Edge => [stepRef(step.id), istiod]),
  ];
}
