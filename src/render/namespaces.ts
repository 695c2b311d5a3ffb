import type { JsonObject } from "../model/json.ts";
import { servesConfig } from "../model/mesh.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { networkLabel } from "./names.ts";
import type { View } from "./view.ts";

/** Namespaces that every cluster has from birth: nobody creates them. */
const born = new Set(["default", "kube-system", "kube-public", "kube-node-lease"]);

/** The system namespace with what Istio reads off it, and the namespaces of gateways and node components. */
export function namespaces(view: View): readonly Derived[] {
  const { cluster } = view;
  const { cni, ztunnel } = cluster.components;
  const others = [
    ...cluster.gateways.map((gateway) => gateway.namespace),
    ...(cni.enabled ? [cni.namespace] : []),
    ...(ztunnel.enabled ? [ztunnel.namespace] : []),
  ];
  const names = [...new Set(others)].filter((name) => name !== cluster.systemNamespace && !born.has(name)).sort();
  return [
    derived("namespaces", "Istio's control plane lives there", systemNamespace(view)),
    ...names.map((name) => derived("namespaces", "something of this cluster is installed there", namespace(name))),
  ];
}

/**
 * The network label is the default network of endpoints without one (reference 1.5, 1.13). The annotation makes the primary take the lead for a
 * remote, and must be there before its remote secret is (0.1 no. 1).
 */
function systemNamespace(view: View): JsonObject {
  const { mesh, real, cluster, primary } = view;
  const controlPlane = leaderOf(view);
  const takesLead = real.role === "remote" && primary !== undefined && !(mesh.topology === "external" && servesConfig(mesh, real));
  return namespace(cluster.systemNamespace, {
    labels: { [networkLabel]: cluster.network },
    ...(takesLead && controlPlane !== undefined ? { annotations: { "topology.istio.io/controlPlaneClusters": controlPlane } } : {}),
  });
}

/** Istio's name of the control plane that leads a remote: the primary's, or the configuration cluster's when istiod runs outside (1.7). */
function leaderOf({ mesh, primary }: View): string | undefined {
  if (primary === undefined) return undefined;
  if (mesh.topology !== "external") return primary.istioName;
  return mesh.clusters.find((other) => other.name === primary.configCluster)?.istioName;
}

function namespace(name: string, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, ...metadata } };
}
