import { listAt, objectAt, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { backendsOf, parentsOf, routeKinds } from "./backends.ts";
import { destinationsOf, fullHost } from "./destinations.ts";
import { fits, labelsAt, workloads } from "./workloads.ts";

/** The kinds that say what an ingress gateway reaches. */
export type IngressKinds =
  | (typeof routeKinds)[number]
  | "gateway.networking.k8s.io/Gateway"
  | "networking.istio.io/VirtualService"
  | "networking.istio.io/Gateway"
  | "apps/Deployment"
  | "apps/DaemonSet";

/** A Service that requests from outside reach by a route. */
export interface Entrance {
  /** `namespace/name` of the gateway they come in by. */
  readonly gateway: string;
  readonly namespace: string;
  readonly service: string;
}

/**
 * Every Service that routes of a cluster lead to from what istiod takes for an ingress gateway: one it runs itself for a Gateway of class `istio`, or pods labelled
 * `istio: ingressgateway` (`IsIngressGateway` of the 1.31 line). Gateways by another label are none to it.
 */
export function entrances(view: ClusterView<IngressKinds>): readonly Entrance[] {
  return [...byApiRoutes(view), ...byVirtualServices(view)];
}

function byApiRoutes(view: ClusterView<IngressKinds>): readonly Entrance[] {
  return routeKinds
    .flatMap((kind) => view.list(kind))
    .flatMap((route) => {
      const parent = parentsOf(route).find(({ kind, namespace, name }) => {
        const gateway = kind === "Gateway" ? view.get("gateway.networking.k8s.io/Gateway", namespace, name) : undefined;
        return gateway !== undefined && isRunByIstiod(gateway);
      });
      const services = backendsOf(route).filter(({ group, kind }) => group === "" && kind === "Service");
      if (parent === undefined) return [];
      const gateway = `${parent.namespace}/${parent.name}`;
      return services.map(({ namespace, name }) => ({ gateway, namespace, service: name }));
    });
}

/** Where a Gateway names an address it is an existing Service's, whose pods somebody else runs. */
function isRunByIstiod({ object }: Manifest): boolean {
  return textAt(object, "spec", "gatewayClassName") === "istio" && listAt(object, "spec", "addresses").length === 0;
}

function byVirtualServices(view: ClusterView<IngressKinds>): readonly Entrance[] {
  const suffix = `.svc.${view.clusterDomain}`;
  return view.list("networking.istio.io/VirtualService").flatMap((manifest) => {
    const gateway = listAt(manifest.object, "spec", "gateways")
      .filter((entry) => typeof entry === "string" && entry !== "mesh")
      .map((entry) => (String(entry).includes("/") ? String(entry) : `${manifest.id.namespace}/${entry}`))
      .find((name) => isIngress(view, name));
    if (gateway === undefined) return [];
    return destinationsOf(manifest).flatMap(({ host }) => {
      const full = fullHost(host, manifest.id.namespace, view.clusterDomain);
      const [service = "", namespace = "", more] = full.endsWith(suffix) ? full.slice(0, -suffix.length).split(".") : [];
      return service === "" || namespace === "" || more !== undefined ? [] : [{ gateway, namespace, service }];
    });
  });
}

function isIngress(view: ClusterView<IngressKinds>, gateway: string): boolean {
  const [namespace = "", name = ""] = gateway.split("/");
  const selector = labelsAt(objectAt(view.get("networking.istio.io/Gateway", namespace, name)?.object, "spec"), "selector");
  return view.remember(workloads).some(({ labels }) => labels["istio"] === "ingressgateway" && fits(labels, selector));
}
