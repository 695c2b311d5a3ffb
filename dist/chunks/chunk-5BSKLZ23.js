import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/model/outcome.ts
function isPassed({ kind }) {
  return kind === "done" || kind === "unchanged" || kind === "rehearsed";
}
__name(isPassed, "isPassed");
function isWhole(run) {
  return run.refused.size === 0 && run.outcomes.every(({ verdict }) => isPassed(verdict));
}
__name(isWhole, "isWhole");

// src/shells/exit.ts
var exitCodes = { fine: 0, findings: 1, usage: 2, world: 3, drift: 4, bug: 70 };
function exitCodeOf(report, failOn = "error") {
  if (report.findings.some(({ rule }) => rule === "rule-failed")) return exitCodes.bug;
  if (report.problems.length > 0) return exitCodes.world;
  if (failOn === "never") return exitCodes.fine;
  const counts = report.findings.filter(
    (finding) => finding.accepted === void 0 && (finding.severity === "error" || failOn === "warning" && finding.severity === "warning")
  );
  return counts.length > 0 ? exitCodes.findings : exitCodes.fine;
}
__name(exitCodeOf, "exitCodeOf");
function exitCodeOfApplied({ refusals, run, health }) {
  if (refusals.length > 0) {
    return refusals.some(({ code }) => code === "prerequisites" || code === "charts_missing") ? exitCodes.world : exitCodes.findings;
  }
  if (run !== void 0 && !isWhole(run)) return exitCodes.world;
  return health?.checks.some(({ verdict }) => verdict === "failed") === true ? exitCodes.findings : exitCodes.fine;
}
__name(exitCodeOfApplied, "exitCodeOfApplied");

export {
  isPassed,
  isWhole,
  exitCodes,
  exitCodeOf,
  exitCodeOfApplied
};
