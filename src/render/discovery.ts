import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { kubeconfig, tokenHole } from "./kubeconfig.ts";
import { readerAccount } from "./names.ts";
import { reader } from "./reader.ts";
import type { View } from "./view.ts";

/** What lets other clusters' istiods read this one, and what lets this one's istiod read the others. */
export function discovery(view: View): readonly Derived[] {
  return [...reader(view), ...remoteSecrets(view), ...configSecret(view)];
}

/** Clusters whose istiod reads other clusters. */
export function isReader(cluster: Cluster): boolean {
  return cluster.role !== "remote";
}

/**
 * One secret per pair (reference 3.1). Whoever runs istiod holds one for every other cluster that has workloads, remotes of other primaries included:
 * endpoints are found by reading every API server of the mesh. An istiod outside reaches its configuration cluster by `istio-kubeconfig` instead (1.7).
 */
function remoteSecrets({ mesh, real, cluster }: View): readonly Derived[] {
  if (!isReader(real)) return [];
  const targets = mesh.clusters.filter(
    (other) => other.name !== real.name && other.role !== "external" && other.name !== real.configCluster,
  );
  return targets.map((target) =>
    derived("discovery", `the istiod here finds the endpoints of ${target.name} by it`, {
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: `istio-remote-secret-${target.istioName}`,
        namespace: cluster.systemNamespace,
        labels: { "istio/multiCluster": "true" },
        annotations: { "networking.istio.io/cluster": target.istioName },
      },
      stringData: { [target.istioName]: kubeconfig(target, `${target.systemNamespace}/${readerAccount}`) },
    }),
  );
}

/**
 * How an istiod outside the mesh reaches the API server that holds its configuration. It carries no label: istiod would take its key for a cluster's name. istiod
 * reads the kubeconfig when it starts and never again, but a file that it names for the token every minute: so a renewed token needs no restart.
 */
function configSecret({ mesh, real, cluster }: View): readonly Derived[] {
  const target = configClusterOf(mesh, real);
  if (target === undefined) return [];
  const account = `${target.systemNamespace}/istiod`;
  return [
    derived("discovery", `the configuration of this istiod is in ${target.name}`, {
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: "istio-kubeconfig",
        namespace: cluster.systemNamespace,
        annotations: { "networking.istio.io/cluster": target.istioName },
      },
      stringData: { config: kubeconfig(target, account, "token"), token: tokenHole(target, account) },
    }),
  ];
}

/** The cluster whose API server holds the configuration of an istiod that runs outside the mesh. */
export function configClusterOf(mesh: Mesh, cluster: Cluster): Cluster | undefined {
  return cluster.role === "external" ? mesh.clusters.find((other) => other.name === cluster.configCluster) : undefined;
}
