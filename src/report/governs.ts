import type { RuleName } from "../catalog/findings.gen.ts";
import type { Study } from "../model/study.ts";
import type { Report } from "./model.ts";
import { type Rich, say, words } from "./rich.ts";

const rule: RuleName = "takes-effect-after-merge";

/**
 * What a pull request alters about how it is judged and applied. None of it counts before the merge (DESIGN §3), so it is said apart, with both values: a
 * reviewer approves it without seeing its effect. Load has put the base's values into the head; only its findings still know what was asked for.
 */
export function governsOf({ findings }: Study): readonly Rich[] {
  return findings.filter((finding) => finding.rule === rule).map(({ message, clusters }) => [...spans(message), ...inClusters(clusters)]);
}

/** The findings without those that a list of what takes effect later tells beside them, in full. */
export function withoutGoverns(report: Report): Report {
  if (report.governs.length === 0) return report;
  return { ...report, findings: report.findings.filter((finding) => finding.rule !== rule || finding.accepted !== undefined) };
}

/** A finding's message, what its backticks hold as code: facts never hold backticks. */
function spans(message: string): Rich {
  const [sentence = ""] = message.split(". This takes effect");
  return sentence.split("`").flatMap((part, index) => (index % 2 === 0 ? words(part) : say`${part}`));
}

function inClusters(clusters: readonly string[]): Rich {
  return clusters.length === 0
    ? words(".")
    : [...words(" in "), ...clusters.flatMap((name, index) => [...(index > 0 ? words(", ") : []), ...say`${name}`]), ...words(".")];
}
