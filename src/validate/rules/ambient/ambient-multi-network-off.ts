import { controlPlanes } from "../../facts/control-planes.ts";
import { networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"ambient-multi-network-off"> = (cluster, report) => {
  const count = networksOf(cluster).length;
  if (cluster.mesh.dataPlane !== "ambient" || count < 2) return;
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    if (environment.get("AMBIENT_ENABLE_MULTI_NETWORK") !== "true") report({ name: manifest.id.name, count }, { on: manifest });
  }
};
