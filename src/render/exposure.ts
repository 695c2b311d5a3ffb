import type { JsonObject } from "../model/json.ts";
import { textAt } from "../model/json.ts";
import type { Cluster, GatewaySpec } from "../model/mesh.ts";
import { servesConfig } from "../model/mesh.ts";
import { istiodGateway } from "./addresses.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { door } from "./door.ts";
import { defaultRevision, revisionSuffix } from "./names.ts";
import { remotesOf, type View } from "./view.ts";

const networking = "networking.istio.io/v1";

/** The objects that let other networks in, and that let remotes reach istiod. They are configuration, so they stand where an istiod reads it. */
export function exposure(view: View): readonly Derived[] {
  if (view.real.role === "external") return door(view);
  return [...crossNetwork(view), ...istiodExposure(view)];
}

/**
 * One `AUTO_PASSTHROUGH` server per selector and namespace of east-west gateways (reference 1.5). A primary also writes those for its remotes, which have no
 * configuration of their own (1.6). Sidecar data plane only: ambient has a Gateway of the Gateway API instead.
 */
function crossNetwork({ mesh, real, cluster, severalNetworks }: View): readonly Derived[] {
  if (!severalNetworks || mesh.dataPlane === "ambient" || !servesConfig(mesh, real)) return [];
  const served =
    mesh.topology === "external" ? mesh.clusters.filter((other) => other.primary === real.primary) : [real, ...remotesOf(mesh, real)];
  const gateways = served.flatMap((other) => other.gateways.filter((gateway) => gateway.kind === "eastwest"));
  const places = new Map(gateways.map((gateway) => [`${gateway.namespace} ${selectorOf(gateway)}`, gateway]));
  const hosts = [cluster.clusterDomain === "cluster.local" ? "*.local" : `*.${cluster.clusterDomain}`];
  return [...places.values()].map((gateway) => {
    const selector = selectorOf(gateway);
    const name = selector === "eastwestgateway" ? "cross-network-gateway" : `cross-network-gateway-${selector}`;
    return derived("gateways", "other networks reach the services of this one through it", {
      apiVersion: networking,
      kind: "Gateway",
      metadata: { name, namespace: gateway.namespace },
      spec: {
        selector: { istio: selector },
        servers: [{ port: { number: 15443, name: "tls", protocol: "TLS" }, tls: { mode: "AUTO_PASSTHROUGH" }, hosts }],
      },
    });
  });
}

/** The label `istio` that the gateway chart gives the pods: the release's name without `istio-`, unless the values say otherwise (reference 1.3). */
function selectorOf(gateway: GatewaySpec): string {
  return textAt(gateway.values, "labels", "istio") ?? gateway.name.replace(/^istio-/u, "");
}

/** What remotes reach a primary's istiod by: one Gateway, and one VirtualService per revision (reference 1.6). */
function istiodExposure({ mesh, real, cluster }: View): readonly Derived[] {
  const gateway = istiodGateway(real);
  if (real.role !== "primary" || gateway === undefined || remotesOf(mesh, real).length === 0) return [];
  const why = "remotes reach this istiod through it";
  return [
    derived("gateways", why, {
      apiVersion: networking,
      kind: "Gateway",
      metadata: { name: "istiod-gateway", namespace: gateway.namespace },
      spec: {
        selector: { istio: selectorOf(gateway) },
        servers: [passthrough("tls-istiod", 15012), passthrough("tls-istiodwebhook", 15017)],
      },
    }),
    ...real.istio.revisions.map(({ name }) => derived("gateways", why, virtualService(cluster, gateway, name))),
  ];
}

function passthrough(name: string, number: number): JsonObject {
  return { port: { name, number, protocol: "TLS" }, tls: { mode: "PASSTHROUGH" }, hosts: ["*"] };
}

/** A named revision is told apart by the server name that remotes ask for; the default one takes everything else. */
function virtualService(cluster: Cluster, gateway: GatewaySpec, revision: string): JsonObject {
  const service = `istiod${revisionSuffix(revision)}.${cluster.systemNamespace}.svc`;
  const sniHosts = revision === defaultRevision ? ["*"] : [service, `${service}.${cluster.clusterDomain}`];
  const route = (port: number, number: number): JsonObject => ({
    match: [{ port, sniHosts }],
    route: [{ destination: { host: `${service}.${cluster.clusterDomain}`, port: { number } } }],
  });
  return {
    apiVersion: networking,
    kind: "VirtualService",
    metadata: { name: `istiod-vs${revisionSuffix(revision)}`, namespace: gateway.namespace },
    spec: { hosts: ["*"], gateways: ["istiod-gateway"], tls: [route(15012, 15012), route(15017, 443)] },
  };
}
