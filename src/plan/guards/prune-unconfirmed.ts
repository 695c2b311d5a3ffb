import type { Guard } from "../../model/plan.ts";

/** Clusters in which more would be deleted than the mesh allows without a word. */
export function pruneUnconfirmed(deletions: ReadonlyMap<string, number>, allowed: number): readonly Guard[] {
  const beyond = [...deletions].filter(([, count]) => count > allowed);
  if (beyond.length === 0) return [];
  const counts = beyond.map(([cluster, count]) => `${count} in ${cluster}`).join(", ");
  const total = beyond.reduce((sum, [, count]) => sum + count, 0);
  return [
    {
      reason: "prune_unconfirmed",
      clusters: beyond.map(([cluster]) => cluster),
      text: `${total === 1 ? "1 deletion needs" : `${total} deletions need`} confirmation: ${counts}; \`rollout.maxDeletions\` allows ${allowed} per cluster.`,
    },
  ];
}
