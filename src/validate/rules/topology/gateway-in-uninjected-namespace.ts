import { isInjectedGateway, labelsOf, workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-in-uninjected-namespace"> = (cluster, report) => {
  for (const workload of cluster.remember(workloads)) {
    const { name, namespace } = workload.manifest.id;
    const owner = cluster.get("Namespace", "", namespace);
    if (!isInjectedGateway(workload) || owner === undefined || labelsOf(owner)["istio-injection"] !== "disabled") continue;
    report({ name, namespace }, { on: owner, path: ["metadata", "labels", "istio-injection"] });
  }
};
