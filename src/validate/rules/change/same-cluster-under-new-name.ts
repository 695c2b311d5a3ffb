import type { Cluster } from "../../../model/mesh.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"same-cluster-under-new-name"> = ({ before, after }, report) => {
  if (before === undefined) return;
  const removed = before.mesh.clusters.filter(({ name }) => after.document(name) === undefined);
  const added = after.mesh.clusters.filter(({ name }) => before.document(name) === undefined);
  for (const cluster of added) {
    const old = removed.find((other) => isSame(other, cluster));
    if (old === undefined) continue;
    const where = { clusters: [cluster.name], place: cluster.source.place(["metadata", "name"]) };
    report({ old: old.name, new: cluster.name, what: shared(old, cluster) }, where);
  }
};

/** One API server is one cluster, whatever documents call it. */
function isSame(one: Cluster, other: Cluster): boolean {
  return shared(one, other) !== "";
}

function shared(one: Cluster, other: Cluster): string {
  if (one.apiServer.url !== undefined && one.apiServer.url === other.apiServer.url) return `API server ${one.apiServer.url}`;
  const [pods] = one.cidrs.pods;
  return pods !== undefined && one.network === other.network && other.cidrs.pods.includes(pods)
    ? `pods ${pods} in network ${one.network}`
    : "";
}
