import { sha256 } from "./digest.ts";
import type { Finding } from "./finding.ts";
import { canonical } from "./json.ts";
import type { DigestTree } from "./plan.ts";

/** Findings of one plan that somebody who may accepts, to be told from those of files (`Acceptance`): it ends with the plan it was given for. */
export interface Waiver {
  readonly rule: string;
  /** Which findings of the rule, by `waivable`: a finding that says something else, or of clusters that would get something else, is another. */
  readonly findings: readonly string[];
  readonly reason: string;
  /** Login of who gave it. */
  readonly by: string;
  /** Last day on which it counts, `2026-12-31`, UTC. */
  readonly until: string;
}

/** What makes a finding the one that was accepted: what it says, about which object, and what its clusters would get. Digests of a plan have no commits in them. */
export function waivable({ rule, message, object, source, clusters }: Finding, digest: DigestTree): string {
  const plans = clusters.length === 0 ? [digest.plan] : clusters.map((name) => digest.clusters.get(name) ?? digest.plan);
  const about = object === undefined ? null : [object.apiVersion, object.kind, object.namespace, object.name];
  return sha256(canonical([rule, message, about, source?.file ?? null, clusters, plans]));
}

/** The findings with those marked that a waiver covers at this time. */
export function withWaivers(
  findings: readonly Finding[],
  { waivers, digest, at }: { readonly waivers: readonly Waiver[]; readonly digest: DigestTree; readonly at: number },
): readonly Finding[] {
  const current = waivers.filter(({ until }) => at < endOf(until));
  if (current.length === 0) return findings;
  return findings.map((finding) => {
    if (finding.accepted !== undefined) return finding;
    const key = waivable(finding, digest);
    const found = current.find(({ rule, findings: covered }) => rule === finding.rule && covered.includes(key));
    return found === undefined ? finding : { ...finding, accepted: { reason: found.reason, until: found.until, by: { login: found.by } } };
  });
}

/** Those that cover none of these findings although their rule counts against the plan: they were given for another one, or their last day is over. */
export function idleWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Waiver[] {
  const open = new Set(findings.filter(({ accepted, severity }) => accepted === undefined && severity !== "info").map(({ rule }) => rule));
  const used = findings.flatMap(({ accepted, rule }) =>
    accepted !== undefined && "login" in accepted.by ? [`${rule} ${accepted.by.login} ${accepted.until}`] : [],
  );
  return waivers.filter(({ rule, by, until }) => open.has(rule) && !used.includes(`${rule} ${by} ${until}`));
}

/** The first millisecond after the day. A day that cannot be read has ended. */
function endOf(day: string): number {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) ? Number.NEGATIVE_INFINITY : start + 86_400_000;
}
