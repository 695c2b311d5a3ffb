import { listAt } from "../../../model/json.ts";
import { gatewayServices } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-address-family-differs"> = (mesh, report) => {
  const gateways = mesh.clusters.flatMap((cluster) =>
    cluster.remember(gatewayServices).flatMap(({ manifest, network }) => {
      const families = listAt(manifest.object, "spec", "ipFamilies").filter((family) => typeof family === "string");
      return families.length === 0 ? [] : [{ cluster: cluster.name, manifest, network, families }];
    }),
  );
  gateways.forEach((gateway, index) => {
    const peer = gateways
      .slice(0, index)
      .find((other) => other.network !== gateway.network && !other.families.some((family) => gateway.families.includes(family)));
    if (peer === undefined) return;
    const { cluster, manifest, families } = gateway;
    const facts = { name: manifest.id.name, cluster, families: families.join(", "), peer: peer.cluster, others: peer.families.join(", ") };
    report(facts, { on: manifest, path: ["spec", "ipFamilies"], clusters: [cluster, peer.cluster] });
  });
};
