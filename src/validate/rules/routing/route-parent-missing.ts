import { nearest } from "../../../catalog/nearest.ts";
import { parentsOf, routeKinds } from "../../facts/backends.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"route-parent-missing"> = (cluster, report) => {
  if (!cluster.isRead) return;
  const gateways = cluster.list("gateway.networking.k8s.io/Gateway").map(({ id }) => `${id.namespace}/${id.name}`);
  for (const route of routeKinds.flatMap((kind) => cluster.list(kind))) {
    for (const { group, kind, namespace, name, path } of parentsOf(route)) {
      const gateway = `${namespace}/${name}`;
      if (group !== "gateway.networking.k8s.io" || kind !== "Gateway" || gateways.includes(gateway)) continue;
      // Most often the namespace was forgotten.
      const near = gateways.find((known) => known.endsWith(`/${name}`)) ?? nearest(gateway, gateways);
      report({ gateway, hint: near === undefined ? "" : ` Did you mean ${near}?` }, { on: route, path: [...path, "name"] });
    }
  }
};
