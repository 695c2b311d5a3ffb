import { fixed, type Piece, ranks } from "../budget.ts";
import { clusterNames, counted, groupBy } from "../count.ts";
import { cell, table } from "../markdown.ts";
import type { ClusterRow, Counts, Report } from "../model.ts";
import { type Part, parts } from "../part.ts";
import { quoted, words } from "../rich.ts";
import { happenings, none, plus, sum } from "../totals.ts";
import { unplacedText } from "./findings.ts";
import { signs, stageNames } from "./style.ts";

/** More clusters than this do not fit side by side: they become rows, equal ones together. */
const mostColumns = 8;
/** Rows that are kept when even grouped rows are too many. */
const fewRows = 12;

/** Who changes how much, per part of the mesh. Never left out; with very many different clusters it ends in a row for the rest. */
export function tableSection(report: Report): readonly Piece[] {
  const lines = linesOf(report);
  if (report.clusters.length === 0 || lines.length === 0) return [];
  if (report.clusters.length <= mostColumns) return [{ tellings: [{ text: wide(report, lines), rank: 0 }] }, ...unplaced(report)];
  const groups = grouped(report, lines);
  return [
    {
      noun: "table",
      tellings: [
        { text: long(groups, groups.length, lines), rank: 0 },
        { text: long(groups, fewRows, lines), rank: ranks.table },
        { text: long(groups, 0, lines), rank: ranks.table + 1 },
      ],
    },
    ...unplaced(report),
  ];
}

/** Errors that the columns cannot show. */
function unplaced(report: Report): readonly Piece[] {
  const text = unplacedText(report);
  return text === "" ? [] : [fixed(`❌ ${text}\n\n`)];
}

/** One fact about every cluster: a row of the wide table, a column of the long one. */
interface Line {
  readonly name: string;
  show(row: ClusterRow): string;
}

function linesOf(report: Report): readonly Line[] {
  const used = parts.filter((stage) => report.clusters.some((row) => sum(row.stages[stage]) > 0));
  const some = (has: (row: ClusterRow) => boolean): boolean => report.clusters.some(has);
  return [
    ...used.map((stage) => ({ name: stageNames[stage], show: (row: ClusterRow) => countsText(row.stages[stage], row) })),
    ...(used.length === 0 && some((row) => row.isUnknown)
      ? [{ name: "Objects", show: (row: ClusterRow) => (row.isUnknown ? "❔ unknown" : "–") }]
      : []),
    ...(report.findings.length === 0 && used.length === 0
      ? []
      : [{ name: "Validation", show: (row: ClusterRow) => findingsText(row, unplacedText(report) !== "") }]),
    ...(report.plan.waves.length < 2
      ? []
      : [{ name: "Wave", show: (row: ClusterRow) => (row.wave === undefined ? "–" : String(row.wave)) }]),
  ];
}

/** `✏️ 2 ➕ 1 ➖ **1**`; a dash for nothing, but never where something could not be read. */
function countsText(counts: Counts, row: ClusterRow): string {
  const parts = happenings.filter((kind) => counts[kind] > 0);
  if (parts.length === 0) return row.isUnknown ? "❔" : "–";
  return parts.map((kind) => `${signs[kind]} ${kind === "delete" || kind === "replace" ? `**${counts[kind]}**` : counts[kind]}`).join(" ");
}

/** No tick while an error concerns them all. */
function findingsText({ findings, isUnknown }: ClusterRow, hasUnplaced: boolean): string {
  const parts = [findings.error > 0 ? `❌ ${findings.error}` : "", findings.warning > 0 ? `⚠️ ${findings.warning}` : ""].filter(
    (part) => part !== "",
  );
  return parts.length > 0 ? parts.join(" ") : isUnknown ? "❔" : hasUnplaced ? "–" : "✅";
}

function wide(report: Report, lines: readonly Line[]): string {
  const head = ["", ...report.clusters.map((row) => `${cell(quoted(row.name))}${stateMark(row)}`)];
  const rows = lines.map((line) => [line.name, ...report.clusters.map((row) => line.show(row))]);
  return `${table(head, rows, "centre")}\n`;
}

function stateMark(row: ClusterRow): string {
  return row.state === "added" ? " (new)" : row.state === "removed" ? " (leaves)" : "";
}

interface Group {
  readonly rows: readonly ClusterRow[];
  readonly cells: readonly string[];
}

/** Clusters whose cells are all equal, the busiest first. */
function grouped(report: Report, lines: readonly Line[]): readonly Group[] {
  const cells = new Map(report.clusters.map((row) => [row, lines.map((line) => line.show(row))]));
  const groups = groupBy(report.clusters, (row) => `${stateMark(row)}\n${cells.get(row)?.join("\n")}`);
  return groups.map((rows) => ({ rows, cells: cells.get(rows[0] as ClusterRow) ?? [] })).sort((a, b) => weight(b) - weight(a));
}

function weight({ rows: [row] }: Group): number {
  if (row === undefined) return 0;
  const all = Object.values(row.stages).reduce((total, counts) => total + sum(counts) + 1_000 * (counts.delete + counts.replace), 0);
  return all + 1_000_000 * row.findings.error + 10_000 * row.findings.warning;
}

function long(groups: readonly Group[], most: number, lines: readonly Line[]): string {
  const shown = groups.slice(0, most);
  const rest = groups.slice(most).flatMap((group) => group.rows);
  const rows: (readonly string[])[] = shown.map(({ rows: members, cells }) => {
    const names = members.map((row) => row.name);
    return [`${cell(clusterNames(names, []))}${members[0] === undefined ? "" : stateMark(members[0])}`, ...cells];
  });
  if (rest.length > 0) rows.push(restRow(rest, lines));
  return `${table(["Clusters", ...lines.map((line) => line.name)], rows, "centre")}\n`;
}

/** Everything that has no row of its own, added up. */
function restRow(rest: readonly ClusterRow[], lines: readonly Line[]): readonly string[] {
  const names = words(counted(rest.length, "more cluster"));
  const total: ClusterRow = {
    ...(rest[0] as ClusterRow),
    stages: Object.fromEntries(parts.map((stage) => [stage, rest.map((row) => row.stages[stage]).reduce(plus, none)])) as Record<
      Part,
      Counts
    >,
    findings: rest
      .map((row) => row.findings)
      .reduce((a, b) => ({ error: a.error + b.error, warning: a.warning + b.warning, info: a.info + b.info })),
    isUnknown: rest.some((row) => row.isUnknown),
    wave: undefined,
  };
  return [cell(names), ...lines.map((line) => line.show(total))];
}
