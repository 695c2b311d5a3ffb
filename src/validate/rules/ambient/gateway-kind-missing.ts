import { apiGateways, gatewayServices, hbonePort, networksOf } from "../../facts/network-gateways.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-kind-missing"> = (mesh, report) => {
  const networks = networksOf(mesh);
  const labels = mesh.clusters.flatMap((cluster) => cluster.list("Namespace").map(labelsOf));
  const isAmbient = labels.some((entry) => entry["istio.io/dataplane-mode"] === "ambient");
  const hasSidecars = labels.some((entry) => entry["istio-injection"] === "enabled");
  if (networks.length < 2 || !isAmbient || !hasSidecars || !mesh.isRead || !mesh.clusters.every((cluster) => cluster.isInstalled)) return;
  for (const network of networks) {
    const services = mesh.clusters.flatMap((cluster) => cluster.remember(gatewayServices)).filter((service) => service.network === network);
    const api = mesh.clusters.flatMap((cluster) => cluster.remember(apiGateways)).filter((gateway) => gateway.network === network);
    const isForSidecars =
      services.some((service) => service.ports.includes(service.mtlsPort)) || api.some(({ className }) => className === "istio");
    const isForAmbient =
      services.some((service) => service.ports.includes(hbonePort)) || api.some(({ className }) => className === "istio-east-west");
    if (isForSidecars === isForAmbient) continue;
    const clusters = mesh.clusters.filter((cluster) => cluster.network === network).map((cluster) => cluster.name);
    const [present, missing] = isForSidecars
      ? ["a gateway for sidecars", "one for ambient"]
      : ["a gateway for ambient", "one for sidecars"];
    report({ network, present: present ?? "", missing: missing ?? "" }, { clusters });
  }
};
