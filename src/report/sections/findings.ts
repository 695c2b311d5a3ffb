import type { AcceptedBy, Finding, Severity } from "../../model/finding.ts";
import { idText } from "../../model/manifest.ts";
import { fixed, type Piece, ranks } from "../budget.ts";
import { counted, distinct } from "../count.ts";
import { code, inline } from "../markdown.ts";
import type { Report } from "../model.ts";
import { richOf, strong } from "../rich.ts";
import { placeLink, ruleLink, type Style, sectionEnd, sectionStart } from "./style.ts";

/** This many warnings stand in the open; more are folded into a list. */
const openWarnings = 3;

/** Errors and warnings with place, message, remedy and rule; what is only worth knowing, and what was accepted, folded. */
export function findingsSection(report: Report, style: Style): readonly Piece[] {
  const open = report.findings.filter((finding) => finding.accepted === undefined);
  const accepted = report.findings.filter((finding) => finding.accepted !== undefined);
  const of = (severity: Severity): readonly Finding[] => open.filter((finding) => finding.severity === severity);
  return [
    ...errors(of("error"), style),
    ...warnings(of("warning"), style),
    ...list(of("info"), "note", style),
    ...list(accepted, "accepted finding", style),
  ];
}

/** Each error is an alert, then a line, then a number in the heading. The number is never given up. */
function errors(findings: readonly Finding[], style: Style): readonly Piece[] {
  if (findings.length === 0) return [];
  const rules = distinct(findings.map((finding) => finding.rule)).length;
  const of = rules < findings.length ? ` of ${counted(rules, "rule")}` : "";
  return [fixed(`**${counted(findings.length, "error")}**${of}\n\n`), ...findings.map((finding) => errorPiece(finding, style))];
}

function errorPiece(finding: Finding, style: Style): Piece {
  return {
    noun: "error",
    tellings: [
      { text: alert("CAUTION", finding, style), rank: 0 },
      { text: `- ${place(finding, style)} ${ruleLink(style, finding)}\n\n`, rank: ranks.errors },
      { text: "", rank: ranks.errorCounts },
    ],
  };
}

function warnings(findings: readonly Finding[], style: Style): readonly Piece[] {
  if (findings.length > openWarnings) return list(findings, "warning", style);
  return findings.map((finding) => ({
    noun: "warning",
    tellings: [
      { text: alert("WARNING", finding, style), rank: 0 },
      { text: `- ⚠️ ${place(finding, style)} ${ruleLink(style, finding)}\n\n`, rank: ranks.warnings },
      { text: "", rank: ranks.warningCounts },
    ],
  }));
}

function list(findings: readonly Finding[], noun: string, style: Style): readonly Piece[] {
  if (findings.length === 0) return [];
  const title = [...strong(counted(findings.length, noun))];
  const isWarning = noun === "warning";
  const last = isWarning ? ranks.warningCounts : ranks.folded;
  const together = `list of ${noun}`;
  const closed = isWarning ? `⚠️ ${counted(findings.length, noun)}, not told here.\n\n` : "";
  return [
    {
      tellings: [
        { text: sectionStart(style, title), rank: 0 },
        { text: closed, rank: last, together },
      ],
    },
    ...findings.map((finding) => ({
      noun,
      tellings: [
        { text: `- ${sentence(finding, style)}\n`, rank: 0 },
        ...(isWarning ? [{ text: `- ${place(finding, style)} ${ruleLink(style, finding)}\n`, rank: ranks.warnings }] : []),
        { text: "", rank: last, together },
      ],
    })),
    {
      tellings: [
        { text: sectionEnd(style), rank: 0 },
        { text: "", rank: last, together },
      ],
    },
  ];
}

function alert(kind: "CAUTION" | "WARNING", finding: Finding, style: Style): string {
  return `> [!${kind}]\n> ${sentence(finding, style)}\n\n`;
}

/** `file:line` · clusters: message remedy [rule], and who accepted it. */
function sentence(finding: Finding, style: Style): string {
  const accepted = finding.accepted;
  const until =
    accepted === undefined
      ? ""
      : ` ${word(accepted.by)} until ${code(accepted.until)}: ${code(accepted.reason)} (${who(accepted.by, style)}).`;
  return `${place(finding, style)}: ${inline(richOf(finding.message))} ${inline(richOf(finding.remedy))}${until} ${ruleLink(style, finding)}`;
}

function word(by: AcceptedBy): string {
  return "login" in by ? "Waived" : "Accepted";
}

function who(by: AcceptedBy, style: Style): string {
  return "login" in by ? `by ${code(by.login)}` : placeLink(style, by);
}

function place(finding: Finding, style: Style): string {
  const { source, object, clusters } = finding;
  const group = { group: "", kind: object?.kind ?? "", namespace: object?.namespace ?? "", name: object?.name ?? "" };
  const where = source !== undefined ? placeLink(style, source) : object !== undefined ? code(idText(group)) : "the mesh";
  if (clusters.length === 0) return where;
  const names =
    clusters.length <= 4 ? clusters.map(code).join(", ") : `${clusters.slice(0, 3).map(code).join(", ")} and ${clusters.length - 3} more`;
  return `${where} · ${names}`;
}

/** How many findings count against the change. */
export function openCounts(report: Report): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of report.findings) if (finding.accepted === undefined) counts[finding.severity] += 1;
  return counts;
}

/** `2 errors concern no single cluster.`; empty when every error names its clusters. */
export function unplacedText(report: Report): string {
  const count = report.findings.filter(
    (each) => each.severity === "error" && each.accepted === undefined && each.clusters.length === 0,
  ).length;
  return count === 0 ? "" : `${counted(count, "error concerns", "errors concern")} no single cluster.`;
}

/** `2 errors, 1 warning`; empty when there are none. */
export function openText(report: Report): string {
  const counts = openCounts(report);
  const parts = [counts.error > 0 ? counted(counts.error, "error") : "", counts.warning > 0 ? counted(counts.warning, "warning") : ""];
  return parts.filter((part) => part !== "").join(", ");
}
