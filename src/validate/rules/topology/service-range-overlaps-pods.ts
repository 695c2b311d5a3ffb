import type { Cluster } from "../../../model/mesh.ts";
import { overlap } from "../../facts/ranges.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"service-range-overlaps-pods"> = ({ mesh }, report) => {
  for (const cluster of mesh.clusters) {
    for (const peer of mesh.clusters.filter(({ network }) => network === cluster.network)) {
      for (const { range, other, index } of clashes(cluster, peer)) {
        const whose =
          peer === cluster ? "pods of the same cluster" : `pods of ${peer.name}, which is in the same network (${cluster.network})`;
        const clusters = peer === cluster ? [cluster.name] : [cluster.name, peer.name].sort();
        report(
          { cluster: cluster.name, range, other, whose },
          { clusters, place: cluster.source.place(["spec", "cidrs", "services", index]) },
        );
      }
    }
  }
};

function clashes({ cidrs }: Cluster, peer: Cluster): readonly { readonly range: string; readonly other: string; readonly index: number }[] {
  return cidrs.services.flatMap((range, index) => {
    const other = peer.cidrs.pods.find((candidate) => overlap(range, candidate));
    return other === undefined ? [] : [{ range, other, index }];
  });
}
