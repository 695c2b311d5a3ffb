import { clusterNames } from "./count.ts";
import type { Report, Unknown } from "./model.ts";
import { join, type Rich, richOf, words } from "./rich.ts";

/** What could not be told, one sentence each: every problem with its remedy and with what is unknown for it, then what is unknown for other reasons. */
export function unknownLines(report: Report): readonly Rich[] {
  const all = report.clusters.map((row) => row.name);
  const where = ({ what, clusters, isCounted }: Unknown): Rich => [
    ...what,
    ...words(clusters.length === 0 ? "" : isCounted && clusters.length > 1 ? " in each of " : " in "),
    ...clusterNames(clusters, all),
  ];
  const problems = report.problems.map(({ summary, remedy }) => {
    const lost = report.unknowns.filter(({ why }) => why === summary);
    const hidden = lost.length === 0 ? [] : [...words(" Not known for it: "), ...join(lost.map(where), "; "), ...words(".")];
    return [...richOf(summary), ...words(" "), ...richOf(remedy), ...hidden];
  });
  const told = new Set(report.problems.map(({ summary }) => summary));
  const others = report.unknowns.filter(({ why }) => !told.has(why));
  return [...problems, ...others.map((unknown) => [...where(unknown), ...words(": "), ...richOf(unknown.why)])];
}
