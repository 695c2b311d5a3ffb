import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  Problem
} from "./chunk-YNO4666L.js";
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

// src/shells/run.ts
var UsageError = class extends Error {
  static {
    __name(this, "UsageError");
  }
  name = "UsageError";
};
async function runToExitCode(work, tell) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) {
      tell(`isthmus: ${error.message}`);
      tell(`  ${error.remedy} [${error.code}]`);
      return error.code === "cluster-not-in-mesh" ? exitCodes.usage : exitCodes.world;
    }
    if (error instanceof UsageError) {
      tell(`isthmus: ${error.message}`);
      return exitCodes.usage;
    }
    tell(`isthmus: this is a bug in Isthmus: ${oneLine(error)}`);
    tell(
      "  Report it with this line and the command at https://github.com/isthmus-mesh/isthmus/issues; ISTHMUS_DEBUG=1 adds a stack trace."
    );
    if (process.env["ISTHMUS_DEBUG"] && error instanceof Error) tell(error.stack ?? "");
    return exitCodes.bug;
  }
}
__name(runToExitCode, "runToExitCode");
function oneLine(error) {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/gu, " ").slice(0, 300);
}
__name(oneLine, "oneLine");

export {
  isPassed,
  isWhole,
  exitCodes,
  exitCodeOf,
  exitCodeOfApplied,
  UsageError,
  runToExitCode
};
