import { finding } from "../catalog/find.ts";
import { rules } from "../catalog/findings.gen.ts";
import type { Finding } from "../model/finding.ts";
import type { Acceptance } from "../model/repository.ts";

/**
 * Marks the findings somebody accepted. An acceptance counts to the end of its last day (UTC); one that ran out, or that nothing matches,
 * is itself a finding, so that the list never outlives its reasons.
 */
export function accept(findings: readonly Finding[], acceptances: readonly Acceptance[], at: number): readonly Finding[] {
  let current = findings;
  const own: Finding[] = [];
  for (const acceptance of acceptances) {
    const matches = findings.some((entry) => concerns(acceptance, entry));
    const { rule, until } = acceptance;
    // That there is no such rule was told when the document was read.
    if (!Object.hasOwn(rules, rule)) continue;
    if (!matches) own.push(finding("acceptance-unused", { rule }, { source: acceptance.place }));
    else if (at >= endOf(until)) own.push(finding("acceptance-expired", { rule, until }, { source: acceptance.place }));
    else current = current.flatMap((entry) => (concerns(acceptance, entry) ? marked(entry, acceptance) : [entry]));
  }
  return [...current, ...own];
}

/** The first millisecond after the day. A day that cannot be read has ended. */
function endOf(day: string): number {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start + 86_400_000;
}

function concerns(acceptance: Acceptance, entry: Finding): boolean {
  const { object, file, cluster } = acceptance;
  return (
    entry.rule === acceptance.rule &&
    (object === undefined || (entry.object !== undefined && object === nameOf(entry.object))) &&
    (file === undefined || file === entry.source?.file) &&
    (cluster === undefined || entry.clusters.includes(cluster))
  );
}

function nameOf(object: { readonly kind: string; readonly namespace: string; readonly name: string }): string {
  return `${object.kind} ${object.namespace === "" ? "" : `${object.namespace}/`}${object.name}`;
}

/** One cluster's acceptance takes only that cluster out of a finding about several. */
function marked(entry: Finding, { reason, until, place, cluster }: Acceptance): readonly Finding[] {
  if (entry.accepted !== undefined) return [entry];
  const accepted = { reason, until, by: place };
  if (cluster === undefined || entry.clusters.length === 1) return [{ ...entry, accepted }];
  return [
    { ...entry, clusters: [cluster], accepted },
    { ...entry, clusters: entry.clusters.filter((name) => name !== cluster) },
  ];
}
