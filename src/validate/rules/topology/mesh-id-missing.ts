import { textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"mesh-id-missing"> = (cluster, report) => {
  if (cluster.mesh.clusters.length < 2) return;
  for (const { manifest, config } of cluster.remember(meshConfigs)) {
    const isMissing = (textAt(config, "defaultConfig", "meshId") ?? "") === "";
    if (isMissing) report({}, { on: manifest, path: ["data", "mesh"] });
  }
};
