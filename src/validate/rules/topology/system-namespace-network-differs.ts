import { networkLabel, networksOf } from "../../facts/network-gateways.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"system-namespace-network-differs"> = (cluster, report) => {
  const manifest = cluster.get("Namespace", "", cluster.systemNamespace);
  if (manifest === undefined || networksOf(cluster).length < 2 || cluster.network === "") return;
  const label = labelsOf(manifest)[networkLabel];
  if (label === cluster.network) return;
  const seen = label === undefined ? "not set" : `set to "${label}"`;
  report(
    { namespace: cluster.systemNamespace, seen, network: cluster.network },
    { on: manifest, path: ["metadata", "labels", networkLabel] },
  );
};
