import type { Cluster, Mesh, Signer } from "../../src/model/mesh.ts";

/** As much of a mesh as a signer is found by. */
export function signedBy(signer: Signer, clusters: readonly Cluster[] = []): Pick<Mesh, "trust" | "clusters"> {
  return { trust: { domain: "cluster.local", aliases: [], signer, rotation: undefined }, clusters };
}
