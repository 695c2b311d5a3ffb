import { textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"mesh-id-differs"> = (mesh, report) => {
  let first: { readonly id: string; readonly cluster: string } | undefined;
  for (const cluster of mesh.clusters) {
    for (const { manifest, config } of cluster.remember(meshConfigs)) {
      const id = textAt(config, "defaultConfig", "meshId");
      if (id === undefined) continue;
      first ??= { id, cluster: cluster.name };
      if (id !== first.id)
        report({ id, other: first.id, cluster: first.cluster }, { on: manifest, path: ["data", "mesh"], clusters: [cluster.name] });
    }
  }
};
