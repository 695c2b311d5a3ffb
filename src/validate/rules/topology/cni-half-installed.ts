import { valueAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"cni-half-installed"> = (cluster, report) => {
  const istiods = cluster.releases.filter(({ chart }) => chart === "istiod");
  if (cluster.mesh.dataPlane !== "sidecar" || istiods.length === 0) return;
  const expects = istiods.some(
    ({ values }) => valueAt(values, ["pilot", "cni", "enabled"]) === true || valueAt(values, ["cni", "enabled"]) === true,
  );
  const isInstalled = cluster.releases.some(({ chart }) => chart === "cni");
  if (expects === isInstalled) return;
  report({
    what: expects
      ? "Istiod expects the CNI plugin, but the cni chart is not installed"
      : "The cni chart is installed, but istiod does not use it",
  });
};
