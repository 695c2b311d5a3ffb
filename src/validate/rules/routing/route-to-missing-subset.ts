import { destinationsOf, fullHost, rulesFor, subsetIndex, subsetsOf } from "../../facts/destinations.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"route-to-missing-subset"> = (cluster, report) => {
  if (!cluster.isRead) return;
  const index = cluster.remember(subsetIndex);
  for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
    for (const { host, subset, path } of destinationsOf(manifest)) {
      if (subset === undefined) continue;
      const rules = rulesFor(index, fullHost(host, manifest.id.namespace, cluster.clusterDomain));
      const defined = [...new Set(rules.flatMap((rule) => [...subsetsOf(rule).keys()]))].sort();
      if (defined.includes(subset)) continue;
      const [rule] = rules;
      const where = rule === undefined ? "by any DestinationRule" : `by DestinationRule ${rule.id.namespace}/${rule.id.name}`;
      const known = defined.length === 0 ? "" : ` Defined: ${defined.join(", ")}.`;
      report({ subset, host, where, known }, { on: manifest, path: [...path, "subset"] });
    }
  }
};
