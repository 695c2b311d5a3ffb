import { type JsonObject, listAt, textAt } from "../model/json.ts";

/** Where a gateway's Service is reached from outside: what the load balancer got, else what somebody wrote into `externalIPs`. */
export function addressesOf(service: JsonObject | undefined): readonly string[] {
  const given = listAt(service, "status", "loadBalancer", "ingress").flatMap(
    (entry) => textAt(entry, "ip") ?? textAt(entry, "hostname") ?? [],
  );
  return given.length > 0 ? given : listAt(service, "spec", "externalIPs").filter((address) => typeof address === "string");
}
