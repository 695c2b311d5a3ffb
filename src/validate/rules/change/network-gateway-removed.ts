import { apiGateways, gatewayServices } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";
import type { MeshView } from "../../view.ts";

type View = MeshView<"Service" | "gateway.networking.k8s.io/Gateway">;

export const check: Check<"network-gateway-removed"> = ({ before, after }, report) => {
  if (!after.isRead || !after.clusters.every((cluster) => cluster.isInstalled)) return;
  const left = gatewayNetworks(after);
  for (const network of before === undefined ? [] : gatewayNetworks(before)) {
    const owners = after.mesh.clusters.filter((cluster) => cluster.network === network);
    const users = after.mesh.clusters
      .filter((cluster) => cluster.network !== network && cluster.role !== "external")
      .map((cluster) => cluster.name);
    if (left.has(network) || owners.length === 0 || users.length === 0) continue;
    report(
      { network, users: users.join(", ") },
      { clusters: owners.map((cluster) => cluster.name), place: owners[0]?.source.place(["spec", "gateways"]) },
    );
  }
};

function gatewayNetworks(mesh: View): ReadonlySet<string> {
  return new Set(
    mesh.clusters.flatMap((cluster) => [
      ...cluster.remember(gatewayServices).map((service) => service.network),
      ...cluster.remember(apiGateways).map((gateway) => gateway.network),
    ]),
  );
}
