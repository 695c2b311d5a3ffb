import type { Json } from "../../../model/json.ts";
import { listAt, objectAt, valueAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { gatewayServices, hbonePort, mtlsPort } from "../../facts/network-gateways.ts";
import { selectorFits } from "../../facts/scopes.ts";
import { fits, labelsAt, workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"network-policy-blocks-gateway"> = (cluster, report) => {
  for (const { manifest: service, ports } of cluster.remember(gatewayServices)) {
    const pods = cluster
      .remember(workloads)
      .find(
        (entry) => entry.manifest.id.namespace === service.id.namespace && fits(entry.labels, labelsAt(service.object, "spec", "selector")),
      );
    if (pods === undefined) continue;
    const policies = cluster
      .list("networking.k8s.io/NetworkPolicy")
      .filter((policy) => policy.id.namespace === service.id.namespace && closesIngress(policy))
      .filter((policy) => selectorFits(objectAt(policy.object, "spec", "podSelector"), pods.labels));
    const [policy] = policies;
    for (const port of [mtlsPort, hbonePort].filter((wanted) => ports.includes(wanted))) {
      if (policy === undefined || policies.some((entry) => admits(entry, port))) continue;
      report({ name: service.id.name, port, policy: policy.id.name }, { on: policy, path: ["spec", "ingress"] });
    }
  }
};

function closesIngress(policy: Manifest): boolean {
  const types = listAt(policy.object, "spec", "policyTypes");
  return types.length === 0 || types.includes("Ingress");
}

/** A rule without ports admits every port; a port by name might be any, so it counts as admitted. */
function admits(policy: Manifest, port: number): boolean {
  return listAt(policy.object, "spec", "ingress").some((rule) => {
    const ports = listAt(rule, "ports");
    return ports.length === 0 || ports.some((entry) => portFits(entry, port));
  });
}

function portFits(entry: Json, port: number): boolean {
  const first = valueAt(entry, ["port"]);
  const last = valueAt(entry, ["endPort"]) ?? first;
  return typeof first !== "number" || typeof last !== "number" || (first <= port && port <= last);
}
