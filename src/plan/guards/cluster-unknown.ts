import type { Change } from "../../model/change.ts";
import type { Guard } from "../../model/plan.ts";

/** What could not be known is left alone, and said: one guard per reason. */
export function clusterUnknown(changes: readonly Change[]): readonly Guard[] {
  const unknown = Map.groupBy(
    changes.filter(({ kind }) => kind === "unknown"),
    ({ why }) => why ?? "",
  );
  return [...unknown].map(([why, group]) => {
    const count = group.reduce((sum, { clusters }) => sum + clusters.length, 0);
    const objects = count === 1 ? "1 object is" : `${count} objects are`;
    return {
      reason: "cluster_unknown",
      clusters: [...new Set(group.flatMap(({ clusters }) => clusters))].sort(),
      text: `${objects} unknown and left alone: ${why}`,
    };
  });
}
