import { canonical } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"service-scope-differs"> = (mesh, report) => {
  if (mesh.mesh.dataPlane !== "ambient") return;
  let first: { readonly cluster: string; readonly scopes: string } | undefined;
  for (const cluster of mesh.clusters) {
    for (const { manifest, config } of cluster.remember(meshConfigs)) {
      const scopes = canonical(config["serviceScopeConfigs"] ?? []);
      first ??= { cluster: cluster.name, scopes };
      if (scopes === first.scopes) continue;
      report(
        { cluster: cluster.name, other: first.cluster },
        { on: manifest, path: ["data", "mesh"], clusters: [first.cluster, cluster.name] },
      );
    }
  }
};
