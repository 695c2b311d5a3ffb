import { injectors } from "../../facts/control-planes.ts";
import { apiGateways } from "../../facts/network-gateways.ts";
import { labelsOf } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"east-west-gateway-without-revision"> = (cluster, report) => {
  const names = cluster.remember(injectors).flatMap(({ revision, tag }) => (tag === undefined ? [revision] : [revision, tag]));
  if (names.length === 0 || names.includes("default")) return;
  const known = [...new Set(names)].sort().join(", ");
  for (const { manifest, className } of cluster.remember(apiGateways)) {
    const isLabelled = labelsOf(manifest)["istio.io/rev"] !== undefined;
    if (className === "istio-east-west" && !isLabelled)
      report({ name: manifest.id.name, known }, { on: manifest, path: ["metadata", "labels"] });
  }
};
