import type { Mesh } from "../../model/mesh.ts";
import type { Edge } from "../draft.ts";
import { type Given, inside, readersFirst } from "./inside.ts";

/**
 * Ambient, every cluster with an istiod of its own: node components follow istiod and are replaced in place; the gateway is an object of the Gateway API
 * that istiod turns into a Deployment (reference 1.8, 1.9).
 */
export function ambient(mesh: Mesh, given: Given): readonly Edge[] {
  const order = [
    "base",
    "gateway-api",
    "reader",
    "istiod",
    "cni",
    "ztunnel",
    "gateway",
    "address",
    "expose",
    "default-revision",
    "remote-secret",
  ] as const;
  return [...mesh.clusters.flatMap(({ name }) => inside(name, order, given)), ...readersFirst(given)];
}
