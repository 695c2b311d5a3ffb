import { isObject, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";
import { labelsOf } from "./workloads.ts";

export const networkLabel = "topology.istio.io/network";
export const gatewayPortLabel = "networking.istio.io/gatewayPort";
export const mtlsPort = 15443;
export const hbonePort = 15008;

/** A Service that istiod reads as the way into a network. */
export interface GatewayService {
  readonly manifest: Manifest;
  readonly network: string;
  readonly ports: readonly number[];
  /** The port other networks dial with mTLS: 15443, or what the label says. */
  readonly mtlsPort: number;
}

/** Services labelled with a network: the gateways istiod discovers. */
export function gatewayServices(view: ClusterView<"Service">): readonly GatewayService[] {
  return view.list("Service").flatMap((manifest) => {
    const labels = labelsOf(manifest);
    const network = labels[networkLabel];
    if (network === undefined) return [];
    const ports = listAt(manifest.object, "spec", "ports").map((port) => Number(valueAt(port, ["port"])));
    return [{ manifest, network, ports, mtlsPort: Number(labels[gatewayPortLabel] ?? mtlsPort) }];
  });
}

/** A Gateway API Gateway that leads into a network. */
export interface GatewayApiGateway {
  readonly manifest: Manifest;
  readonly network: string;
  readonly className: string;
}

/** Gateway API gateways that istiod takes for ways into a network: by label, or by their class. */
export function apiGateways(view: ClusterView<"gateway.networking.k8s.io/Gateway">): readonly GatewayApiGateway[] {
  return view.list("gateway.networking.k8s.io/Gateway").flatMap((manifest) => {
    const className = textAt(manifest.object, "spec", "gatewayClassName") ?? "";
    const label = labelsOf(manifest)[networkLabel];
    if (label === undefined && className !== "istio-east-west") return [];
    return [{ manifest, network: label ?? view.network, className }];
  });
}

/** A server of an Istio Gateway, or a listener of a Gateway API one. */
export interface Server {
  readonly index: number;
  readonly port: number;
  readonly protocol: string;
  readonly mode: string;
  readonly hosts: readonly string[];
}

/** The servers of an Istio Gateway. */
export function serversOf(gateway: Manifest): readonly Server[] {
  return listAt(gateway.object, "spec", "servers").flatMap((server, index) => {
    if (!isObject(server)) return [];
    return [
      {
        index,
        port: Number(valueAt(server, ["port", "number"])),
        protocol: (textAt(server, "port", "protocol") ?? "").toUpperCase(),
        mode: textAt(server, "tls", "mode") ?? "",
        hosts: listAt(server, "hosts").filter((host) => typeof host === "string"),
      },
    ];
  });
}

/** Every network that clusters of the mesh are in; the empty name is no network. */
export function networksOf(view: { readonly mesh: { readonly clusters: readonly { readonly network: string }[] } }): readonly string[] {
  return [...new Set(view.mesh.clusters.map((cluster) => cluster.network).filter((network) => network !== ""))].sort();
}
