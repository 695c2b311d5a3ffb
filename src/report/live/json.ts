import type { Applied, LiveStudy } from "../../model/apply.ts";
import type { Check } from "../../model/health.ts";
import { isPassed, isWhole } from "../../model/outcome.ts";
import type { Problem } from "../../model/problem.ts";
import type { Ledger, Survey } from "../../model/survey.ts";
import { bounded } from "./bounded.ts";

/** Counts up when a reader of the JSON must change; new keys alone do not change it. */
const schemaVersion = 1;

/** Of outcomes and checks; and of entries of one cluster's ledger. Twenty clusters stay below both. */
const mostListed = 1000;
const mostEntries = 50;

/** An apply for machines: whole for some tens of clusters, what is open for more (`bounded`). Ends in a line break. */
export function appliedJson({ study, identity, refusals, run, health }: Applied): string {
  const outcomes = bounded(run?.outcomes ?? [], mostListed, ({ verdict }) => !isPassed(verdict));
  return print({
    kind: "apply",
    verdict: verdictOf({ refusals, run }),
    run: identity,
    planDigest: study.plan.digest.plan,
    refusals,
    startedAt: run === undefined ? null : iso(run.startedAt),
    endedAt: run === undefined ? null : iso(run.endedAt),
    outcomes: outcomes.kept.map(({ step, clusters, verdict, writes, notes }) => ({
      step,
      clusters,
      verdict: verdict.kind,
      ...("why" in verdict ? { problem: problemJson(verdict.why) } : {}),
      ...("by" in verdict ? { waitsFor: verdict.by } : {}),
      notes: notes ?? [],
      writes: writes.map(({ cluster, id, result }) => ({ cluster, object: id, result })),
    })),
    outcomesLeftOff: outcomes.leftOff,
    heldBack: study.plan.heldBack ?? [],
    rehearsal: (run?.rehearsal ?? []).map(({ step, cluster, id, why }) => ({ step, cluster, object: id, problem: problemJson(why) })),
    stopped: run?.stopSign ?? null,
    settledClusters: run?.settled ?? [],
    wayBack: wayBackJson(study),
    refusedClusters: Object.fromEntries([...(run?.refused ?? [])].map(([cluster, why]) => [cluster, problemJson(why)])),
    health: health === undefined ? null : { at: iso(health.at), ...checksJson(health.checks) },
  });
}

/** `refused`: not begun; `tried`: a dry run that nobody refused; `failed`: something is open. */
export function verdictOf({ refusals, run }: Pick<Applied, "refusals" | "run">): "refused" | "failed" | "tried" | "done" {
  if (refusals.length > 0) return "refused";
  if (run === undefined || !isWhole(run)) return "failed";
  return run.outcomes.some(({ verdict }) => verdict.kind === "rehearsed") ? "tried" : "done";
}

/** What was looked at, and how much of it is only counted. */
export function checksJson(all: readonly Check[]): { readonly checks: readonly object[]; readonly checksLeftOff: number } {
  const { kept, leftOff } = bounded(all, mostListed, ({ verdict }) => verdict !== "passed");
  return {
    checks: kept.map(({ peer, remedy, ...check }) => ({ ...check, peer: peer ?? null, remedy: remedy ?? null })),
    checksLeftOff: leftOff,
  };
}

/** What the clusters hold beside the change, for machines. */
export function liveJson(study: LiveStudy): object {
  const { live } = study;
  return {
    wayBack: wayBackJson(study),
    drift: live.drift.map(({ cluster, id, kind, paths }) => ({ cluster, object: id, kind, paths })),
    unmet: live.unmet,
    unreachable: unreachable(live.survey),
  };
}

/** Drift alone, for machines. Ends in a line break. */
export function driftJson(study: LiveStudy): string {
  const { drift, unreachable: unread } = liveJson(study) as { readonly drift: readonly object[]; readonly unreachable: object };
  return print({
    kind: "drift",
    verdict: drift.length > 0 ? "drift" : Object.keys(unread).length > 0 ? "unknown" : "none",
    drift,
    unreachable: unread,
  });
}

/** The state of every cluster, for machines. Ends in a line break. */
export function statusJson(survey: Survey): string {
  const clusters = [...survey.clusters].map(([name, seen]) => {
    if (seen.kind === "unreachable") return { name, problem: problemJson(seen.why) };
    const { server, inventory, ledger, lease, lock } = seen;
    return {
      name,
      server: { url: server.url, version: server.version },
      objects: inventory?.entries.length ?? 0,
      run: ledger === undefined ? null : ledgerJson(ledger),
      lease: lease === undefined ? null : { ...lease, renewedAt: iso(lease.renewedAt), expiresAt: iso(lease.expiresAt) },
      lock: lock === undefined ? null : { ...lock, since: iso(lock.since), expiresAt: iso(lock.expiresAt) },
    };
  });
  return print({ kind: "status", at: iso(survey.at), clusters });
}

function wayBackJson({ live: { wayBack }, plan }: LiveStudy): object | null {
  if (wayBack === undefined) return null;
  const irreversible = plan.steps.flatMap(({ id, irreversible: why }) => (why === undefined ? [] : [{ step: id, why }]));
  switch (wayBack.kind) {
    case "none":
      return { kind: "none", irreversible };
    case "unknown":
      return { kind: "unknown", to: wayBack.to, why: wayBack.why, irreversible };
    case "known": {
      const { steps, deletions, digest, kept } = wayBack.plan;
      const told = { steps: steps.map(({ id }) => id), deletions: Object.fromEntries(deletions), planDigest: digest.plan, kept };
      return { kind: "known", to: wayBack.to, errors: wayBack.errors, ...told, irreversible };
    }
  }
}

function ledgerJson(ledger: Ledger): object {
  const entries = bounded(ledger.entries, mostEntries, ({ state }) => state !== "passed");
  return {
    ...ledger,
    startedAt: iso(ledger.startedAt),
    endedAt: ledger.endedAt === undefined ? null : iso(ledger.endedAt),
    entries: entries.kept,
    entriesLeftOff: entries.leftOff,
  };
}

function unreachable(survey: Survey): object {
  return Object.fromEntries(
    [...survey.clusters].flatMap(([name, seen]) => (seen.kind === "unreachable" ? [[name, problemJson(seen.why)]] : [])),
  );
}

function problemJson({ code, message, remedy }: Problem): object {
  return { code, summary: message, remedy };
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function print(value: object): string {
  return `${JSON.stringify({ schemaVersion, ...value }, undefined, 2)}\n`;
}
