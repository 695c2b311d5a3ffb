import { counted, groupBy } from "./count.ts";
import type { ClusterRow, Counts, Report } from "./model.ts";
import { type Part, parts } from "./part.ts";
import { unplacedText } from "./sections/findings.ts";
import { stageNames } from "./sections/style.ts";
import { type Dress, safe } from "./terminal.ts";
import { sum } from "./totals.ts";

/** More rows than this are counted, not shown. */
const most = 40;

/** One line per cluster, or per group of clusters in which the same happens: `~2 +1 -1` under each part of the mesh. */
export function textTable(report: Report, { dim }: Dress): string {
  const used = parts.filter((stage) => report.clusters.some((row) => sum(row.stages[stage]) > 0));
  if (used.length === 0) return "";
  const groups = groupBy(report.clusters, (row) => `${row.state} ${cells(row, used).join("|")}`);
  const rows = groups.slice(0, most).map((group) => [namesOf(group), ...(group[0] === undefined ? [] : cells(group[0], used))]);
  const grid = [["", ...used.map((stage) => stageNames[stage]), "Findings"], ...rows];
  const widths = (grid[0] ?? []).map((_, column) => Math.max(...grid.map((row) => (row[column] ?? "").length)));
  const lines = grid.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const rest = groups.slice(most).flat().length;
  return [
    dim(lines[0] ?? ""),
    ...lines.slice(1),
    ...(rest === 0 ? [] : [`and ${counted(rest, "more cluster")}`]),
    ...(unplacedText(report) === "" ? [] : [unplacedText(report)]),
  ].join("\n");
}

function cells(row: ClusterRow, used: readonly Part[]): readonly string[] {
  return [...used.map((stage) => countsText(row.stages[stage], row.isUnknown)), findingsText(row)];
}

function countsText(counts: Counts, isUnknown: boolean): string {
  const parts = [
    counts.update > 0 ? `~${counts.update}` : "",
    counts.create > 0 ? `+${counts.create}` : "",
    counts.replace > 0 ? `±${counts.replace}` : "",
    counts.delete > 0 ? `-${counts.delete}` : "",
    counts.kept > 0 ? `=${counts.kept}` : "",
    counts.unknown > 0 ? `?${counts.unknown}` : "",
  ].filter((part) => part !== "");
  return parts.length > 0 ? parts.join(" ") : isUnknown ? "?" : ".";
}

function findingsText({ findings }: ClusterRow): string {
  const parts = [
    findings.error > 0 ? counted(findings.error, "error") : "",
    findings.warning > 0 ? counted(findings.warning, "warning") : "",
  ];
  return parts.filter((part) => part !== "").join(", ") || ".";
}

function namesOf(group: readonly ClusterRow[]): string {
  const state = group[0]?.state === "added" ? " (new)" : group[0]?.state === "removed" ? " (leaves)" : "";
  const names = group.slice(0, 4).map((row) => safe(row.name, 40));
  const rest = group.length - names.length;
  return `${rest > 0 ? `${names.join(", ")} and ${rest} more` : names.join(", ")}${state}`;
}
