import { listAt, objectAt, textAt } from "../../../model/json.ts";
import type { Check } from "../../rule.ts";
import type { ClusterView } from "../../view.ts";

export const check: Check<"remote-secret-without-reader"> = (mesh, report) => {
  if (!mesh.isRead) return;
  const readers = Map.groupBy(mesh.clusters.flatMap(readersAsked), ({ cluster, account }) => `${cluster} ${account}`);
  for (const [asked] of readers.values()) {
    const cluster = asked && mesh.cluster(asked.cluster);
    const lack = cluster?.isInstalled ? lackOf(cluster, asked?.account ?? "") : undefined;
    if (asked === undefined || cluster === undefined || lack === undefined) continue;
    const place = mesh.document(cluster.name)?.source.place([]);
    report({ cluster: cluster.name, account: asked.account, lack }, { clusters: [cluster.name], place });
  }
};

interface Asked {
  readonly cluster: string;
  /** `namespace/name` of the ServiceAccount whose token is asked for. */
  readonly account: string;
}

/** Whose tokens the remote secrets here will hold: those that are still to be made say it. What a written one holds, nobody can read. */
function readersAsked(holder: ClusterView<"Secret">): readonly Asked[] {
  return holder.list("Secret").flatMap(({ object }) => {
    if (textAt(object, "metadata", "labels", "istio/multiCluster") !== "true") return [];
    const texts = Object.values(objectAt(object, "stringData")).filter((value) => typeof value === "string");
    const holes = texts.flatMap((text) => [...text.matchAll(/⟦token of (\S+) in ([^⟧]+)⟧/gu)]);
    return holes.map(([, account = "", cluster = ""]) => ({ account, cluster }));
  });
}

/** What stands against reading the cluster with this account. */
function lackOf(
  cluster: ClusterView<"ServiceAccount" | "rbac.authorization.k8s.io/ClusterRoleBinding">,
  account: string,
): string | undefined {
  const [namespace = "", name = ""] = account.split("/");
  if (cluster.get("ServiceAccount", namespace, name) === undefined) return "which does not exist there";
  const isBound = cluster
    .list("rbac.authorization.k8s.io/ClusterRoleBinding")
    .flatMap((binding) => listAt(binding.object, "subjects"))
    .some((subject) => textAt(subject, "name") === name && textAt(subject, "namespace") === namespace);
  return isBound ? undefined : "to which no ClusterRoleBinding there gives a role";
}
