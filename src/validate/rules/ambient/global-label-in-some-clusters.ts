import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"global-label-in-some-clusters"> = (mesh, report) => {
  if (mesh.mesh.dataPlane !== "ambient") return;
  const services = mesh.clusters.flatMap((cluster) => cluster.list("Service").map((manifest) => ({ cluster: cluster.name, manifest })));
  for (const [name, copies] of Map.groupBy(services, ({ manifest }) => `${manifest.id.namespace}/${manifest.id.name}`)) {
    const global = copies.filter(({ manifest }) => labelsOf(manifest)["istio.io/global"] === "true");
    const local = copies.filter((copy) => !global.includes(copy));
    if (global.length === 0 || local.length === 0) continue;
    const names = (list: typeof copies) => list.map(({ cluster }) => cluster).join(", ");
    const at = { on: local[0]?.manifest, path: ["metadata", "labels"], clusters: copies.map(({ cluster }) => cluster) };
    report({ name, global: names(global), local: names(local) }, at);
  }
};
