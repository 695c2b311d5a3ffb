import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  __name
} from "./chunk-BIFKHMW4.js";

// src/shells/exit.ts
var exitCodes = { fine: 0, findings: 1, usage: 2, world: 3, bug: 70 };
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

export {
  exitCodes,
  exitCodeOf
};
