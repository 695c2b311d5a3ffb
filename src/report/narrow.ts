import type { Study } from "../model/study.ts";
import { distinct } from "./count.ts";
import { apart } from "./kept.ts";
import type { Hidden } from "./model.ts";

/** The study as the request wants it shown: only these clusters, and what concerns no cluster in particular. */
export function narrowed(study: Study): Study {
  const wanted = new Set(study.request.clusters);
  if (wanted.size === 0) return study;
  const isWanted = (cluster: string): boolean => wanted.has(cluster);
  const { changes, plan } = study;
  const isHere = ({ clusters }: { readonly clusters: readonly string[] }): boolean => clusters.some(isWanted);
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
    plan: {
      ...plan,
      steps: plan.steps.filter(isHere),
      waves: plan.waves.filter(isHere),
      guards: plan.guards.filter((guard) => guard.clusters.length === 0 || isHere(guard)),
      deletions: new Map([...plan.deletions].filter(([cluster]) => isWanted(cluster))),
      kept: plan.kept.filter(isHere),
    },
    findings: study.findings.filter((finding) => finding.clusters.length === 0 || finding.clusters.some(isWanted)),
  };
}

/** What happens in clusters that were not asked for; `undefined` when that is nothing, or when all were. */
export function hiddenOf(whole: Study): Hidden | undefined {
  const wanted = new Set(whole.request.clusters);
  if (wanted.size === 0) return undefined;
  const { study, kept } = apart(whole);
  const told = [...study.changes.changes, ...kept]
    .map((change) => ({ ...change, clusters: change.clusters.filter((cluster) => !wanted.has(cluster)) }))
    .filter(({ clusters }) => clusters.length > 0);
  const findings = whole.findings.filter(
    ({ clusters, severity, accepted }) =>
      severity !== "info" && accepted === undefined && clusters.length > 0 && !clusters.some((cluster) => wanted.has(cluster)),
  );
  if (told.length + findings.length === 0) return undefined;
  const clusters = distinct([...told, ...findings].flatMap((each) => each.clusters));
  return { told, clusters, findings: findings.length };
}
