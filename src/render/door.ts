import type { JsonObject } from "../model/json.ts";
import { istiodGateway } from "./addresses.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { defaultRevision } from "./names.ts";
import { defaultRevisionOf, type View } from "./view.ts";

/**
 * How the clusters of a mesh reach an istiod outside it: a load balancer that leads straight to istiod's pods. A gateway proxy there would need an injector and a
 * configuration of its own, and this istiod gives neither in its own cluster: it reads those of its configuration cluster (reference 1.7, step 5 takes
 * a second Istio for granted). TLS ends at istiod, so its own certificate is what everybody sees. Behind the door stands the default revision.
 */
export function door({ cluster, real }: View): readonly Derived[] {
  const gateway = istiodGateway(real);
  if (gateway === undefined) return [];
  const { type, annotations, ...settings } = gateway.service;
  const revision = defaultRevisionOf(real)?.name ?? defaultRevision;
  const service: JsonObject = {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: gateway.name, namespace: cluster.systemNamespace, ...(annotations === undefined ? {} : { annotations }) },
    spec: {
      type: type ?? "LoadBalancer",
      ...settings,
      selector: { app: "istiod", "istio.io/rev": revision },
      ports: [port("tls-istiod", 15012), port("tls-webhook", 15017)],
    },
  };
  return [derived("gateways", "the clusters of the mesh reach this istiod through it", service)];
}

function port(name: string, number: number): JsonObject {
  return { name, port: number, protocol: "TCP", targetPort: number };
}
