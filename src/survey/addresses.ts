import { isObject, listAt, objectAt, textAt } from "../model/json.ts";
import type { Live, ObjectRef } from "../model/live.ts";
import { idKey } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";

/** The Services of a cluster's gateways; in ambient istiod makes them, by the Gateway's own name. */
export function gatewayServices(cluster: Cluster): readonly ObjectRef[] {
  return cluster.gateways.map(({ namespace, name }) => ({ group: "", apiVersion: "v1", kind: "Service", namespace, name }));
}

/**
 * Addresses of gateways by `namespace/name` of their Service: of its load balancer, else its external ones. A Service that is there without any has an empty
 * list; one that is not there or could not be read is left out.
 */
export function addressesIn(cluster: Cluster, objects: ReadonlyMap<string, Live>): ReadonlyMap<string, readonly string[]> {
  const found = gatewayServices(cluster).flatMap((ref) => {
    const live = objects.get(idKey(ref));
    if (live?.kind !== "present") return [];
    const ingress = listAt(live.object, "status", "loadBalancer", "ingress").filter(isObject);
    const balanced = ingress.flatMap((entry) => textAt(entry, "ip") ?? textAt(entry, "hostname") ?? []);
    const external = listAt(objectAt(live.object, "spec"), "externalIPs").filter((entry) => typeof entry === "string");
    return [[`${ref.namespace}/${ref.name}`, balanced.length > 0 ? balanced : external] as const];
  });
  return new Map(found);
}
