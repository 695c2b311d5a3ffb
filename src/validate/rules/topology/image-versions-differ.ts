import { textAt } from "../../../model/json.ts";
import { controlPlanes } from "../../facts/control-planes.ts";
import { workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"image-versions-differ"> = (cluster, report) => {
  const builds = new Set(cluster.remember(controlPlanes).map(({ image }) => buildOf(image)));
  if (builds.size === 0) return;
  for (const { manifest, containers } of cluster.remember(workloads)) {
    for (const image of containers.flatMap((container) => textAt(container, "image") ?? [])) {
      const isNodeAgent = /\/(?:install-cni|ztunnel)[:@-]/u.test(image);
      if (!isNodeAgent || builds.has(buildOf(image))) continue;
      report({ name: manifest.id.name, image, others: [...builds].sort().join(", ") }, { on: manifest });
    }
  }
};

/** Hub and tag of an image, without its name and without the variant: `docker.io/istio` and `1.30.3`. */
function buildOf(image: string): string {
  const match = /^(.*)\/[^/:@]+[:@](.*)$/u.exec(image);
  return match === null ? image : `${match[1]} ${(match[2] ?? "").replace(/-(?:distroless|debug)$/u, "")}`;
}
