import { bySeverityAndPlace, type Finding } from "../model/finding.ts";

/** Findings that say the same of several clusters become one that names them all. Sorted for a reader. */
export function joined(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.message, finding.source]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [{ ...first, clusters: names([first, ...others]) }]))
    .sort(bySeverityAndPlace);
}

function names(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap((finding) => finding.clusters))].sort();
}
