import { listAt, valueAt } from "../../../model/json.ts";
import { serversOf } from "../../facts/network-gateways.ts";
import { fits, labelsAt, workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

const istiodPorts = new Set([15012, 15017]);

export const check: Check<"gateway-without-istiod-port"> = (cluster, report) => {
  for (const manifest of cluster.list("networking.istio.io/Gateway")) {
    const servers = serversOf(manifest).filter((server) => istiodPorts.has(server.port));
    const selector = labelsAt(manifest.object, "spec", "selector");
    const pods = servers.length === 0 ? [] : cluster.remember(workloads).filter(({ labels }) => fits(labels, selector));
    const services = cluster
      .list("Service")
      .filter((service) =>
        pods.some(
          (pod) => pod.manifest.id.namespace === service.id.namespace && fits(pod.labels, labelsAt(service.object, "spec", "selector")),
        ),
      );
    if (services.length === 0) continue;
    const ports = new Set(
      services.flatMap((service) => listAt(service.object, "spec", "ports").map((port) => Number(valueAt(port, ["port"])))),
    );
    for (const server of servers.filter(({ port }) => !ports.has(port))) {
      report({ gateway: manifest.id.name, port: server.port }, { on: manifest, path: ["spec", "servers", server.index, "port", "number"] });
    }
  }
};
