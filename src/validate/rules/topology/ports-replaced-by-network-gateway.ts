import type { Check } from "../../rule.ts";

export const check: Check<"ports-replaced-by-network-gateway"> = ({ mesh }, report) => {
  for (const cluster of mesh.clusters) {
    for (const gateway of cluster.gateways) {
      if (gateway.kind !== "eastwest" || gateway.service["ports"] === undefined) continue;
      report({ name: gateway.name }, { clusters: [cluster.name], place: gateway.source.place(["service", "ports"], "key") });
    }
  }
};
