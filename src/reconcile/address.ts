import { isObject, listAt, textAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import type { ClusterApi } from "../world.ts";

/** Where a load balancer is reached. */
export interface GatewayAddress {
  readonly text: string;
  readonly shape: "ip" | "hostname";
}

/** The address of a gateway: what its load balancer has, else a fixed external one. `undefined`: none yet. @throws Problem when it cannot be read */
export async function gatewayAddress(
  api: ClusterApi,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Promise<GatewayAddress | undefined> {
  const service = await api.read({ apiVersion: "v1", group: "", kind: "Service", namespace, name });
  if (service.kind === "unknown") throw service.why;
  return service.kind === "absent" ? undefined : addressIn(service);
}

/** The address that a Service shows. */
export function addressIn({ object }: Present): GatewayAddress | undefined {
  for (const entry of listAt(object, "status", "loadBalancer", "ingress")) {
    const ip = textAt(entry, "ip");
    if (ip !== undefined && ip !== "") return { text: ip, shape: "ip" };
    const hostname = isObject(entry) ? textAt(entry, "hostname") : undefined;
    if (hostname !== undefined && hostname !== "") return { text: hostname, shape: "hostname" };
  }
  const [external] = listAt(object, "spec", "externalIPs");
  return typeof external === "string" ? { text: external, shape: "ip" } : undefined;
}
