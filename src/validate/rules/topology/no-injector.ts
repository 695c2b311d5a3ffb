import { controlPlanes, injectors } from "../../facts/control-planes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"no-injector"> = (cluster, report) => {
  // An external control plane's webhooks lie in the clusters it serves.
  if (cluster.role === "external" || !cluster.isInstalled) return;
  const revisions = new Set(cluster.remember(injectors).map(({ revision }) => revision));
  for (const { manifest, revision } of cluster.remember(controlPlanes)) {
    if (!revisions.has(revision)) report({ name: manifest.id.name, revision }, { on: manifest });
  }
};
