import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { labelsOf } from "./workloads.ts";

/** The waypoint a Service uses, by its own labels or those of its namespace; `undefined` when it uses none. */
export function waypointOf(
  cluster: ClusterView<"Namespace">,
  service: Manifest,
): { readonly namespace: string; readonly name: string } | undefined {
  const namespace = cluster.get("Namespace", "", service.id.namespace);
  const own = labelsOf(service);
  const labels = own["istio.io/use-waypoint"] === undefined ? namespace && labelsOf(namespace) : own;
  const name = labels?.["istio.io/use-waypoint"];
  if (name === undefined || name === "none") return undefined;
  return { namespace: labels?.["istio.io/use-waypoint-namespace"] ?? service.id.namespace, name };
}
