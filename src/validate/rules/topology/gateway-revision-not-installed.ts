import { injectors } from "../../facts/control-planes.ts";
import { isInjectedGateway, workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-revision-not-installed"> = (cluster, report) => {
  const all = cluster.remember(injectors);
  if (all.length === 0) return;
  const known = new Set(all.flatMap(({ revision, tag }) => (tag === undefined ? [revision] : [revision, tag])));
  for (const workload of cluster.remember(workloads)) {
    const revision = workload.labels["istio.io/rev"];
    if (!isInjectedGateway(workload) || revision === undefined || known.has(revision)) continue;
    const path = ["spec", "template", "metadata", "labels", "istio.io/rev"];
    report({ name: workload.manifest.id.name, revision, known: [...known].sort().join(", ") }, { on: workload.manifest, path });
  }
};
