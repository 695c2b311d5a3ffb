import type { Mesh } from "../../model/mesh.ts";
import type { Edge } from "../draft.ts";
import { cniAndIstiod, type Given, inside, readersFirst } from "./inside.ts";

/** Every cluster runs its own istiod, and reads all others once it can (reference 1.4, 1.5). */
export function multiPrimary(mesh: Mesh, given: Given): readonly Edge[] {
  return [...mesh.clusters.flatMap(({ name }) => primary(name, given)), ...readersFirst(given)];
}

/**
 * The order of a cluster with an istiod of its own. Its last install is the default revision: remote secrets wait for the readers of the last wave, and no
 * install of an earlier wave may wait for them.
 */
export function primary(cluster: string, given: Given): readonly Edge[] {
  const order = [
    "base",
    "gateway-api",
    "reader",
    ...cniAndIstiod(cluster, given),
    "ztunnel",
    "gateway",
    "address",
    "expose",
    "default-revision",
  ] as const;
  return inside(cluster, [...order, "remote-secret"], given);
}
