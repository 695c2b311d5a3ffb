import type { Json, JsonObject } from "../model/json.ts";
import { objectAt, textAt } from "../model/json.ts";
import type { Cluster, GatewaySpec } from "../model/mesh.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { defaultRevision, networkLabel } from "./names.ts";
import { defaultRevisionOf, type View } from "./view.ts";

/** The east-west gateways of an ambient mesh: objects of the Gateway API that istiod turns into Deployments and Services (reference 1.8, no. 7). */
export function ambientGateways({ mesh, real, cluster }: View): readonly Derived[] {
  if (mesh.dataPlane !== "ambient") return [];
  return real.gateways
    .filter((gateway) => gateway.kind === "eastwest")
    .map((gateway) => derived("gateways", "other networks reach the services of this one through it", gatewayObject(cluster, gateway)));
}

function gatewayObject(cluster: Cluster, gateway: GatewaySpec): JsonObject {
  const revision = gateway.revision ?? defaultRevisionOf(cluster)?.name ?? defaultRevision;
  const annotations = objectAt(gateway.service, "annotations");
  const type = textAt(gateway.service, "type");
  return {
    apiVersion: "gateway.networking.k8s.io/v1",
    kind: "Gateway",
    metadata: {
      name: gateway.name,
      namespace: gateway.namespace,
      labels: { [networkLabel]: cluster.network, ...(revision === defaultRevision ? {} : { "istio.io/rev": revision }) },
      // The Service of a managed gateway takes its type from this annotation; LoadBalancer is what istiod makes without it.
      ...(type === undefined || type === "LoadBalancer" ? {} : { annotations: { "networking.istio.io/service-type": type } }),
    },
    spec: {
      gatewayClassName: "istio-east-west",
      ...(Object.keys(annotations).length === 0 ? {} : { infrastructure: { annotations } }),
      listeners: [listener],
    },
  };
}

const listener: Json = {
  name: "mesh",
  port: 15008,
  protocol: "HBONE",
  tls: { mode: "Terminate", options: { "gateway.istio.io/tls-terminate-mode": "ISTIO_MUTUAL" } },
};
