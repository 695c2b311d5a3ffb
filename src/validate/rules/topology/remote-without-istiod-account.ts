import { textAt } from "../../../model/json.ts";
import { servesConfig } from "../../../model/mesh.ts";
import { scopeOf } from "../../facts/resource-scope.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"remote-without-istiod-account"> = (cluster, report) => {
  const document = cluster.mesh.clusters.find((entry) => entry.name === cluster.name);
  if (document === undefined || cluster.role !== "remote" || !cluster.isInstalled || !cluster.isRead) return;
  const isConfig = servesConfig(cluster.mesh, document);
  if (cluster.mesh.topology !== "primary-remote" && !isConfig) return;
  for (const release of cluster.releases) {
    // With one half of the chart left out, resource-scope-halved has said why the account is missing.
    if (release.chart !== "istiod" || scopeOf(release) !== "all") continue;
    const revision = textAt(release.values, "revision") ?? "";
    const name = revision === "" ? "istiod" : `istiod-${revision}`;
    if (cluster.get("ServiceAccount", cluster.systemNamespace, name) !== undefined) continue;
    const lost = isConfig
      ? "the control plane reads its configuration with that identity and will read none"
      : "nor the roles and the validation webhook that come with it";
    report({ account: `${cluster.systemNamespace}/${name}`, lost }, { severity: isConfig ? "error" : "warning" });
  }
};
