import { meshConfigs } from "../../facts/mesh-config.ts";
import { apiGateways, gatewayServices, networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"network-without-gateway"> = (mesh, report) => {
  const networks = networksOf(mesh);
  if (networks.length < 2 || !mesh.isRead || !mesh.clusters.every((cluster) => cluster.isInstalled)) return;
  const reachable = new Set(
    mesh.clusters.flatMap((cluster) => [
      ...cluster.remember(gatewayServices).map((service) => service.network),
      ...cluster.remember(apiGateways).map((gateway) => gateway.network),
      ...cluster.remember(meshConfigs).flatMap(({ networks }) => Object.keys(networks)),
    ]),
  );
  for (const network of networks.filter((name) => !reachable.has(name))) {
    // An external control plane runs no workloads: nothing there has to be reached.
    const clusters = mesh.clusters
      .filter((cluster) => cluster.network === network && cluster.role !== "external")
      .map((cluster) => cluster.name);
    if (clusters.length === 0) continue;
    const others = networks.filter((name) => name !== network).join(", ");
    report({ network, others }, { clusters, place: mesh.document(clusters[0] ?? "")?.source.place(["spec", "network"]) });
  }
};
