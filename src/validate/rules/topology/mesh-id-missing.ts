import { textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"mesh-id-missing"> = (cluster, report) => {
  // A remote's mesh configuration serves peers that look up its trust domain; its proxies are told the mesh ID by their primary.
  if (cluster.mesh.clusters.length < 2 || cluster.role === "remote") return;
  for (const { manifest, config } of cluster.remember(meshConfigs)) {
    const isMissing = (textAt(config, "defaultConfig", "meshId") ?? "") === "";
    if (isMissing) report({}, { on: manifest, path: ["data", "mesh"] });
  }
};
