import type { Check } from "../../model/health.ts";
import { type JsonObject, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { failed, isRead, named, type Place, type Probe, passed, unseen } from "../check.ts";
import { addressesOf } from "../gateway-service.ts";
import type { GatewaySeen } from "../observed.ts";

/** Gateways run, have an address where they should, and east-west ones the port that other networks come to. */
export const gatewayReady: Probe = ({ mesh, clusters }) =>
  clusters
    .filter(isRead)
    .flatMap(({ cluster, gateways }) =>
      gateways.map((gateway) => judge(gateway, { name: "gateway-ready", cluster: cluster.name }, wantedOf(mesh, cluster, gateway))),
    );

interface Wanted {
  /** The port that other networks come to; where there is one network, nobody comes. */
  readonly crossing: number | undefined;
  /** The load balancer before an istiod outside the mesh has no pods of its own: istiod-ready tells of those behind it. */
  readonly isDoor: boolean;
}

function wantedOf({ dataPlane, clusters }: Mesh, { role }: Cluster, { spec, deployment }: GatewaySeen): Wanted {
  const isDoor = role === "external" && deployment.kind === "seen" && deployment.value === undefined;
  const networks = new Set(clusters.filter((other) => other.role !== "external").map(({ network }) => network));
  const isCrossed = role !== "external" && spec.kind === "eastwest" && networks.size > 1;
  return { crossing: isCrossed ? (dataPlane === "ambient" ? 15008 : 15443) : undefined, isDoor };
}

function judge({ spec, service, deployment }: GatewaySeen, place: Place, { crossing, isDoor }: Wanted): Check {
  const gateway = `\`${spec.namespace}/${spec.name}\``;
  if (deployment.kind === "unseen") return unseen(place, deployment.why);
  if (service.kind === "unseen") return unseen(place, service.why);
  const fault =
    (isDoor ? undefined : notRunning(deployment.value)) ??
    notReached(service.value) ??
    (crossing === undefined ? undefined : notCrossed(service.value, crossing));
  if (fault !== undefined) return failed(place, `Gateway ${gateway} ${fault.seen}`, fault.remedy);
  const addresses = addressesOf(service.value);
  return passed(place, `Gateway ${gateway} runs${addresses.length === 0 ? "" : ` and is reached at ${named(addresses)}`}.`);
}

interface Fault {
  readonly seen: string;
  readonly remedy: string;
}

function notRunning(deployment: JsonObject | undefined): Fault | undefined {
  if (deployment === undefined) return { seen: "has no Deployment.", remedy: "Apply the mesh." };
  const available = valueAt(deployment, ["status", "availableReplicas"]);
  if (typeof available === "number" && available > 0) return undefined;
  const why = listAt(deployment, "status", "conditions").find((entry) => textAt(entry, "type") === "Available");
  const said = textAt(why, "message") ?? "its Deployment has no status";
  return {
    seen: `has no pod that runs: ${said}`,
    remedy: "Look at its pods; image `auto` means that injection did not happen: see webhooks-ready.",
  };
}

function notReached(service: JsonObject | undefined): Fault | undefined {
  if (service === undefined) return { seen: "has no Service.", remedy: "Apply the mesh." };
  if (textAt(service, "spec", "type") !== "LoadBalancer" || addressesOf(service).length > 0) return undefined;
  return {
    seen: "waits for the address of its load balancer.",
    remedy: "See the events of its Service (`kubectl describe service`): quota, subnets, annotations of the cloud.",
  };
}

function notCrossed(service: JsonObject | undefined, port: number): Fault | undefined {
  const ports = listAt(service, "spec", "ports").map((entry) => valueAt(entry, ["port"]));
  if (ports.includes(port)) return undefined;
  return {
    seen: `does not listen on port ${port}, where other networks come in (it has ${named(ports.map(String), 6)}).`,
    remedy: `Give the Service port ${port}: the gateway chart does when its network is set.`,
  };
}
