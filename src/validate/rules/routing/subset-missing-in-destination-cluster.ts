import type { JsonObject } from "../../../model/json.ts";
import { textAt } from "../../../model/json.ts";
import { destinationsOf, fullHost, rulesFor, subsetIndex, subsetsOf } from "../../facts/destinations.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

type View = ClusterView<"networking.istio.io/VirtualService" | "networking.istio.io/DestinationRule" | "Service">;

export const check: Check<"subset-missing-in-destination-cluster"> = (mesh, report) => {
  if (!mesh.isRead) return;
  const primaries = mesh.clusters.filter((cluster) => cluster.role === "primary");
  for (const source of primaries) {
    const targets = primaries.filter((target) => target.network !== source.network);
    for (const manifest of targets.length === 0 ? [] : source.list("networking.istio.io/VirtualService")) {
      for (const { host, subset, path } of destinationsOf(manifest)) {
        const full = fullHost(host, manifest.id.namespace, source.clusterDomain);
        if (subset === undefined || definition(source, full, subset) === undefined) continue;
        for (const target of targets.filter((candidate) => isMissing(source, candidate, full, subset))) {
          report(
            { source: source.name, host, subset, target: target.name },
            { on: manifest, path: [...path, "subset"], clusters: [source.name, target.name] },
          );
        }
      }
    }
  }
};

function definition(cluster: View, host: string, subset: string): JsonObject | undefined {
  return rulesFor(cluster.remember(subsetIndex), host)
    .map((rule) => subsetsOf(rule).get(subset))
    .find((entry) => entry !== undefined);
}

/** Only when traffic for the subset can arrive there: the subset names that cluster, or names none and the cluster has the Service. */
function isMissing(source: View, target: View, host: string, subset: string): boolean {
  if (definition(target, host, subset) !== undefined) return false;
  const wanted = textAt(definition(source, host, subset), "labels", "topology.istio.io/cluster");
  if (wanted !== undefined) return wanted === target.istioName;
  const [name = "", namespace = ""] = host.split(".");
  return target.get("Service", namespace, name) !== undefined || rulesFor(target.remember(subsetIndex), host).length > 0;
}
