import type { Applied } from "../../model/apply.ts";
import type { Check, Health } from "../../model/health.ts";
import { isPassed, type Outcome } from "../../model/outcome.ts";
import type { Problem } from "../../model/problem.ts";
import { groupBy } from "../count.ts";
import { verdictOf } from "./json.ts";

/** Counts up when a reader of the JSON must change; new keys alone do not change it. */
const schemaVersion = 1;

/** More entries than this of a kind are counted, not listed. */
const mostListed = 100;

/**
 * An apply for the steps of a job that come after it: how it went in each cluster, and whatever is open; what passed is counted. Small for any number of clusters:
 * `catalog/schemas/apply-result.schema.json` describes it. Ends in a line break.
 */
export function appliedBrief({ study, identity, refusals, run, health }: Applied): string {
  const open = run?.outcomes.filter(({ verdict }) => !isPassed(verdict)) ?? [];
  const value = {
    schemaVersion,
    kind: "apply-result",
    verdict: verdictOf({ refusals, run }),
    run: { id: identity.id, by: identity.by, commit: identity.commit ?? null },
    planDigest: study.plan.digest.plan,
    startedAt: run === undefined ? null : iso(run.startedAt),
    endedAt: run === undefined ? null : iso(run.endedAt),
    refusals: listed(refusals, ({ code, text, remedy }) => ({ code, text, remedy })),
    clusters: (study.head.mesh?.clusters ?? []).map(({ name }) => clusterJson(name, run?.outcomes ?? [], run?.refused.get(name))),
    open: listed(open, outcomeJson),
    health: health === undefined ? null : healthBrief(health),
  };
  return `${JSON.stringify(value)}\n`;
}

/** The first entries, and how many there are beside them. */
function listed<T>(entries: readonly T[], shape: (entry: T) => object): { readonly entries: readonly object[]; readonly leftOff: number } {
  return { entries: entries.slice(0, mostListed).map(shape), leftOff: Math.max(0, entries.length - mostListed) };
}

function clusterJson(name: string, outcomes: readonly Outcome[], refused: Problem | undefined): object {
  const own = outcomes.filter(({ clusters }) => clusters.includes(name));
  const passed = own.filter(({ verdict }) => isPassed(verdict)).length;
  const written = own.flatMap(({ writes }) => writes).filter(({ cluster, result }) => cluster === name && result !== "unchanged").length;
  return {
    name,
    verdict: refused !== undefined ? "refused" : own.length === 0 ? "untouched" : passed === own.length ? "done" : "open",
    steps: own.length,
    passed,
    written,
    ...(refused === undefined ? {} : { problem: problemJson(refused) }),
  };
}

function outcomeJson({ step, clusters, verdict }: Outcome): object {
  return {
    step,
    clusters,
    verdict: verdict.kind,
    ...("why" in verdict ? { problem: problemJson(verdict.why) } : {}),
    ...("by" in verdict ? { waitsFor: verdict.by.slice(0, mostListed) } : {}),
  };
}

function healthBrief({ at, checks }: Health): object {
  // What failed goes before what could not be seen: the list may end.
  const open = (["failed", "unknown"] as const).flatMap((wanted) => checks.filter(({ verdict }) => verdict === wanted));
  return {
    at: iso(at),
    ...countsOf(checks),
    checks: groupBy(checks, ({ name }) => name).map((group) => ({ name: group[0]?.name ?? "", ...countsOf(group) })),
    open: listed(open, ({ name, cluster, peer, verdict, observed, remedy }) => ({
      name,
      cluster,
      peer: peer ?? null,
      verdict,
      observed,
      remedy: remedy ?? null,
    })),
  };
}

function countsOf(checks: readonly Check[]): Readonly<Record<Check["verdict"], number>> {
  const count = (wanted: Check["verdict"]): number => checks.filter(({ verdict }) => verdict === wanted).length;
  return { passed: count("passed"), failed: count("failed"), unknown: count("unknown") };
}

function problemJson({ code, message, remedy }: Problem): object {
  return { code, summary: message, remedy };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
