import { textAt, valueAt } from "../../../model/json.ts";
import { gatewayServices } from "../../facts/network-gateways.ts";
import { fits, labelsAt, workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"single-gateway-replica"> = (cluster, report) => {
  for (const { manifest: service } of cluster.remember(gatewayServices)) {
    const selector = labelsAt(service.object, "spec", "selector");
    for (const { manifest, labels } of cluster.remember(workloads)) {
      if (manifest.id.kind !== "Deployment" || manifest.id.namespace !== service.id.namespace || !fits(labels, selector)) continue;
      const scaler = cluster
        .list("autoscaling/HorizontalPodAutoscaler")
        .find(
          (entry) =>
            entry.id.namespace === manifest.id.namespace && textAt(entry.object, "spec", "scaleTargetRef", "name") === manifest.id.name,
        );
      const least = valueAt(scaler?.object ?? manifest.object, scaler ? ["spec", "minReplicas"] : ["spec", "replicas"]) ?? 1;
      if (least === 1) report({ name: manifest.id.name }, { on: manifest });
    }
  }
};
