import type { Applied } from "../model/apply.ts";
import type { Finding } from "../model/finding.ts";
import { isWhole } from "../model/outcome.ts";

/** How a run ended, for scripts: the same numbers from the Action and the command line. */
export const exitCodes = { fine: 0, findings: 1, usage: 2, world: 3, drift: 4, bug: 70 } as const;

/** From when on findings fail the run. */
export type FailOn = "error" | "warning" | "never";

/** What an exit code depends on. */
interface Judged {
  readonly findings: readonly Finding[];
  readonly problems: readonly unknown[];
}

/** The exit code of a report: what the world refused weighs more than findings, because then they are not all known. */
export function exitCodeOf(report: Judged, failOn: FailOn = "error"): number {
  // A rule of ours broke: its finding stands beside the others', but the run must not pass for one that knows.
  if (report.findings.some(({ rule }) => rule === "rule-failed")) return exitCodes.bug;
  if (report.problems.length > 0) return exitCodes.world;
  if (failOn === "never") return exitCodes.fine;
  const counts = report.findings.filter(
    (finding) =>
      finding.accepted === undefined && (finding.severity === "error" || (failOn === "warning" && finding.severity === "warning")),
  );
  return counts.length > 0 ? exitCodes.findings : exitCodes.fine;
}

/** The exit code of an apply. 1: refused by findings or by the plan, or the mesh does not work; 3: a cluster or a step did not do what it should. */
export function exitCodeOfApplied({ refusals, run, health }: Applied): number {
  if (refusals.length > 0) {
    return refusals.some(({ code }) => code === "prerequisites" || code === "charts_missing") ? exitCodes.world : exitCodes.findings;
  }
  if (run !== undefined && !isWhole(run)) return exitCodes.world;
  return health?.checks.some(({ verdict }) => verdict === "failed") === true ? exitCodes.findings : exitCodes.fine;
}
