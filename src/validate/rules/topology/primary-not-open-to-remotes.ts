import { controlPlanes } from "../../facts/control-planes.ts";
import { remotesOf } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"primary-not-open-to-remotes"> = (cluster, report) => {
  const remotes = remotesOf(cluster.mesh, cluster.name);
  if (remotes.length === 0) return;
  for (const { manifest, environment } of cluster.remember(controlPlanes)) {
    if (environment.get("EXTERNAL_ISTIOD") === "true") continue;
    const several = remotes.length > 3 ? `${remotes.length} remotes` : remotes.map((remote) => remote.name).join(", ");
    report({ name: manifest.id.name, remotes: several }, { on: manifest });
  }
};
