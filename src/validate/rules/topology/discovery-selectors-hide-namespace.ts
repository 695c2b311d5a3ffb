import { isObject, listAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import { selectorFits } from "../../facts/scopes.ts";
import { type Labels, labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"discovery-selectors-hide-namespace"> = (cluster, report) => {
  for (const { config } of cluster.remember(meshConfigs)) {
    const selectors = listAt(config, "discoverySelectors").filter(isObject);
    for (const manifest of selectors.length === 0 ? [] : cluster.list("Namespace")) {
      const labels: Labels = { "kubernetes.io/metadata.name": manifest.id.name, ...labelsOf(manifest) };
      if (!isInMesh(labels) || selectors.some((selector) => selectorFits(selector, labels))) continue;
      report({ namespace: manifest.id.name }, { on: manifest, path: ["metadata", "labels"] });
    }
  }
};

function isInMesh(labels: Labels): boolean {
  return labels["istio-injection"] === "enabled" || labels["istio.io/rev"] !== undefined || labels["istio.io/dataplane-mode"] === "ambient";
}
