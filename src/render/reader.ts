import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { readerAccount } from "./names.ts";
import type { View } from "./view.ts";

/**
 * Why the charts' reader role, which reads every Secret of a cluster (reference 0.1 no. 4), is used although the mesh asks for one without; `undefined` when
 * it does not ask. Istio has a switch for istiods that shall do without, and no version is known that lives with it: with its remote credentials controller off,
 * the istiod of the 1.31 line ends with a nil pointer at its first remote secret (seen in the lab); with it on, a peer whose Secrets it may not list is never synced.
 */
export function whyDefaultReader(mesh: Mesh): string | undefined {
  if (mesh.discovery.reader.secrets || mesh.clusters.length < 2) return undefined;
  if (mesh.topology !== "multi-primary") return `topology ${mesh.topology} reads gateway credentials through it`;
  return "no version of istiod is known to live without it (that of 1.31 ends itself at the first remote secret)";
}

/** What discovery needs of a reader beyond what the charts bring: a token that never ends, only for meshes that ask for it (reference 3.1). */
export function reader({ mesh, real, cluster }: View): readonly Derived[] {
  const isLegacy = mesh.discovery.tokens === "legacy" && real.role !== "external" && mesh.clusters.length > 1;
  return isLegacy ? [tokenSecret(cluster)] : [];
}

function tokenSecret(cluster: Cluster): Derived {
  return derived("discovery", "the mesh asks for tokens that do not end", {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: `${readerAccount}-istio-remote-secret-token`,
      namespace: cluster.systemNamespace,
      annotations: { "kubernetes.io/service-account.name": readerAccount },
    },
    type: "kubernetes.io/service-account-token",
  });
}
