import { meshConfigs } from "../../facts/mesh-config.ts";
import { isGlobal } from "../../facts/scopes.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"global-label-lost"> = (cluster, report) => {
  const configs = cluster.remember(meshConfigs);
  if (cluster.mesh.dataPlane !== "ambient" || configs.length === 0) return;
  for (const service of cluster.list("Service").filter((entry) => labelsOf(entry)["istio.io/global"] === "true")) {
    const namespace = cluster.get("Namespace", "", service.id.namespace);
    if (configs.some(({ config }) => isGlobal(config, labelsOf(service), namespace ? labelsOf(namespace) : {}))) continue;
    report({ service: service.id.name }, { on: service, path: ["metadata", "labels", "istio.io/global"] });
  }
};
