import { isAutoPassthrough, listenersOf } from "../../facts/listeners.ts";
import { gatewayServices, networksOf, serversOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"network-not-exposed"> = (cluster, report) => {
  // Remotes have no configuration of their own: their gateways are configured by their primary.
  if (!cluster.isRead || cluster.role !== "primary" || cluster.mesh.dataPlane !== "sidecar" || networksOf(cluster).length < 2) return;
  const isOpen =
    cluster.list("networking.istio.io/Gateway").some((gateway) => serversOf(gateway).some(({ mode }) => mode === "AUTO_PASSTHROUGH")) ||
    cluster
      .list("gateway.networking.k8s.io/Gateway")
      .some((gateway) => listenersOf(gateway).some((entry) => isAutoPassthrough(gateway, entry)));
  if (isOpen) return;
  for (const { manifest, ports, mtlsPort } of cluster.remember(gatewayServices)) {
    if (ports.includes(mtlsPort)) report({ name: manifest.id.name }, { on: manifest });
  }
};
