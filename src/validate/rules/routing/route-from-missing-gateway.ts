import { nearest } from "../../../catalog/nearest.ts";
import { listAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"route-from-missing-gateway"> = (cluster, report) => {
  if (!cluster.isRead) return;
  const gateways = cluster.list("networking.istio.io/Gateway").map((gateway) => `${gateway.id.namespace}/${gateway.id.name}`);
  const known = new Set(gateways);
  for (const manifest of cluster.list("networking.istio.io/VirtualService")) {
    listAt(manifest.object, "spec", "gateways").forEach((entry, index) => {
      if (typeof entry !== "string" || entry === "mesh" || entry === "") return;
      const gateway = entry.includes("/") ? entry : `${manifest.id.namespace}/${entry}`;
      if (known.has(gateway)) return;
      const near = nearest(gateway, gateways);
      report({ gateway, known: near === undefined ? "" : ` Did you mean ${near}?` }, { on: manifest, path: ["spec", "gateways", index] });
    });
  }
};
