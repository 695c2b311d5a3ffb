import { listAt } from "../../../model/json.ts";
import { gatewayServices } from "../../facts/network-gateways.ts";
import { contains } from "../../facts/ranges.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"source-ranges-leave-out-peer"> = (mesh, report) => {
  for (const cluster of mesh.clusters) {
    for (const { manifest } of cluster.remember(gatewayServices)) {
      const ranges = listAt(manifest.object, "spec", "loadBalancerSourceRanges").filter((range) => typeof range === "string");
      if (ranges.length === 0) continue;
      for (const peer of mesh.mesh.clusters.filter((entry) => entry.network !== cluster.network)) {
        for (const range of peer.cidrs.egress.filter((wanted) => !ranges.some((allowed) => contains(allowed, wanted)))) {
          const path = ["spec", "loadBalancerSourceRanges"];
          report({ name: manifest.id.name, range, peer: peer.name }, { on: manifest, path, clusters: [cluster.name] });
        }
      }
    }
  }
};
