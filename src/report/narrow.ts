import type { Study } from "../model/study.ts";

/** The study as the request wants it shown: only these clusters, and what concerns no cluster in particular. */
export function narrowed(study: Study): Study {
  const wanted = new Set(study.request.clusters);
  if (wanted.size === 0) return study;
  const isWanted = (cluster: string): boolean => wanted.has(cluster);
  const { changes } = study;
  return {
    ...study,
    changes: {
      ...changes,
      changes: changes.changes
        .filter((change) => change.clusters.some(isWanted))
        .map((change) => ({ ...change, clusters: change.clusters.filter(isWanted) })),
      unchanged: new Map([...changes.unchanged].filter(([cluster]) => isWanted(cluster))),
      clusters: { added: changes.clusters.added.filter(isWanted), removed: changes.clusters.removed.filter(isWanted) },
    },
    findings: study.findings.filter((finding) => finding.clusters.length === 0 || finding.clusters.some(isWanted)),
  };
}
