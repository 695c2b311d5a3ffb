import { isObject, listAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"global-namespace-without-effect"> = (cluster, report) => {
  const configs = cluster.remember(meshConfigs);
  const looks = configs.some(({ config }) =>
    listAt(config, "serviceScopeConfigs").some((entry) => isObject(entry) && entry["namespaceSelector"] !== undefined),
  );
  if (configs.length === 0 || looks) return;
  for (const manifest of cluster.list("Namespace").filter((entry) => labelsOf(entry)["istio.io/global"] === "true")) {
    report({ namespace: manifest.id.name }, { on: manifest, path: ["metadata", "labels", "istio.io/global"] });
  }
};
