import type { Cluster } from "../../../model/mesh.ts";
import { overlap } from "../../facts/ranges.ts";
import type { Check, Report } from "../../rule.ts";

export const check: Check<"pod-ranges-overlap"> = ({ mesh }, report) => {
  const ranged = mesh.clusters.filter((cluster) => cluster.cidrs.pods.length > 0);
  for (const clusters of Map.groupBy(ranged, (cluster) => cluster.network).values()) {
    clusters.forEach((peer, index) => {
      for (const cluster of clusters.slice(index + 1)) compare(cluster, peer, report);
    });
  }
};

function compare(cluster: Cluster, peer: Cluster, report: Report<"pod-ranges-overlap">): void {
  cluster.cidrs.pods.forEach((range, index) => {
    const other = peer.cidrs.pods.find((candidate) => overlap(range, candidate));
    if (other === undefined) return;
    const place = cluster.source.place(["spec", "cidrs", "pods", index]);
    report(
      { cluster: cluster.name, range, other, peer: peer.name, network: cluster.network },
      { clusters: [peer.name, cluster.name], place },
    );
  });
}
