import { holeText } from "../model/hole.ts";
import { isObject, listAt, textAt } from "../model/json.ts";
import type { Cluster, GatewaySpec } from "../model/mesh.ts";

/** Where a gateway is reached: a fixed address of the document, or a hole that is filled when the load balancer has one. */
export interface Address {
  readonly text: string;
  readonly shape: "ip" | "hostname";
  /** False for a hole. */
  readonly isKnown: boolean;
}

/** The annotation that external-dns gives a load balancer its name by: then the name is known before the load balancer is. */
const hostnameAnnotation = "external-dns.alpha.kubernetes.io/hostname";

/**
 * A fixed `loadBalancerIP` or external IP, or a name that external-dns will set. Otherwise a hole of the shape IP: the shape that works everywhere
 * (reference 0.1 no. 3 says what a host name breaks).
 */
export function addressOf(cluster: Cluster, gateway: GatewaySpec): Address {
  const { service, hostName } = gateway;
  if (hostName !== undefined) return { text: hostName, shape: "hostname", isKnown: true };
  const ip = textAt(service, "loadBalancerIP") ?? listAt(service, "externalIPs").find((entry) => typeof entry === "string");
  if (typeof ip === "string" && ip !== "") return { text: ip, shape: "ip", isKnown: true };
  const annotations = service["annotations"];
  const hostname = isObject(annotations) ? annotations[hostnameAnnotation] : undefined;
  const first = typeof hostname === "string" ? hostname.split(",")[0]?.trim() : undefined;
  if (first !== undefined && first !== "") return { text: first, shape: "hostname", isKnown: true };
  const hole = { kind: "gateway-address", cluster: cluster.name, namespace: gateway.namespace, name: gateway.name, shape: "ip" } as const;
  return { text: holeText(hole), shape: "ip", isKnown: false };
}

/** The gateway through which other clusters reach the istiod of this one: its first east-west gateway; for an istiod outside the mesh, its first ingress. */
export function istiodGateway(cluster: Cluster): GatewaySpec | undefined {
  const kinds = cluster.role === "external" ? (["ingress", "eastwest"] as const) : (["eastwest"] as const);
  for (const kind of kinds) {
    const found = cluster.gateways.find((gateway) => gateway.kind === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The address of the istiod of this cluster for others; `undefined` when no gateway exposes it. */
export function istiodAddress(cluster: Cluster): Address | undefined {
  const gateway = istiodGateway(cluster);
  return gateway && addressOf(cluster, gateway);
}
