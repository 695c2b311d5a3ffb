import type { FindingObject } from "../model/finding.ts";
import type { Cluster } from "../model/mesh.ts";

/** A cluster's document, as findings name it. */
export function objectOfCluster(cluster: Cluster): FindingObject {
  return { apiVersion: "isthmus.dev/v1alpha1", kind: "Cluster", namespace: "", name: cluster.name };
}
