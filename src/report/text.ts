import type { Finding } from "../model/finding.ts";
import { idText } from "../model/manifest.ts";
import { clusterNames, counted, distinct } from "./count.ts";
import { type DiffLine, entryLines, firstLines, sharedLines } from "./diff-lines.ts";
import { stateText } from "./document.ts";
import { withoutGoverns } from "./governs.ts";
import { distinctCertificates } from "./losses.ts";
import type { Block, Entry, Report } from "./model.ts";
import { planTree } from "./plan-tree.ts";
import { plainText, richOf } from "./rich.ts";
import { blockHeading } from "./sections/blocks.ts";
import { openCounts, openText } from "./sections/findings.ts";
import { certificateVerb } from "./sections/losses.ts";
import { type Dress, dress, safe, spoken, uncommanded, wrapped } from "./terminal.ts";
import { textTable } from "./text-table.ts";
import { countsText, placeOfNothing } from "./totals.ts";
import { unknownLines } from "./unknown-lines.ts";

/** Which command is answered: all of it, the findings, the diffs, or the plan. */
export type View = "preview" | "validate" | "diff" | "plan";

export interface TextOptions {
  /** Escape sequences for colour; only a terminal reads them. */
  readonly colour: boolean;
  /** Columns to break lines at. */
  readonly width: number;
  readonly view?: View;
}

/** The report for a terminal. Ends in a line break. */
export function text(report: Report, options: TextOptions): string {
  const pen: Pen = { ...options, dress: dress(options.colour) };
  const parts = partsOf(report, options.view ?? "preview", pen).filter((part) => part !== "");
  return uncommanded(`${parts.join("\n\n").trimEnd()}\n`);
}

interface Pen {
  readonly colour: boolean;
  readonly width: number;
  readonly dress: Dress;
}

function partsOf(report: Report, view: View, pen: Pen): readonly string[] {
  switch (view) {
    case "preview":
      return [
        title(report, pen),
        unknown(report, pen),
        inWords(report, pen),
        textTable(report, pen.dress),
        findings(withoutGoverns(report), pen),
        ...blocks(report, pen),
        certificates(report, pen),
        tree(report),
        governs(report, pen),
        sides(report, pen),
      ];
    case "validate":
      return [unknown(report, pen), findings(report, pen), findingsTotal(report, pen)];
    case "diff":
      return [unknown(report, pen), ...blocks(report, pen), certificates(report, pen), diffTotal(report, pen)];
    case "plan":
      return [unknown(report, pen), planTree(report.plan, report.hiddenSteps)];
  }
}

function title(report: Report, { dress: { bold } }: Pen): string {
  const plan = report.plan.digest.plan === "" ? "Mesh plan" : `Mesh plan ${safe(report.plan.digest.plan.slice(0, 8))}`;
  return bold(`${plan} · ${counted(report.clusters.length, "cluster")} · ${stateText(report)}`);
}

function unknown(report: Report, pen: Pen): string {
  const lines = unknownLines(report);
  if (lines.length === 0) return "";
  const head = pen.dress.yellow("Unknown: some of it could not be told. This is not “no change”.");
  return [head, ...lines.map((line) => wrapped(`  ? ${spoken(line, pen.dress, pen.colour)}`, pen.width, "    "))].join("\n");
}

function inWords(report: Report, pen: Pen): string {
  if (report.words.length === 0) return report.verdict === "nothing" ? `No change ${placeOfNothing(report)}.` : "";
  return [
    pen.dress.bold(report.verdict === "nothing" ? `No object changes ${placeOfNothing(report)}, but:` : "In words"),
    ...report.words.map((sentence) => wrapped(`  • ${spoken(sentence, pen.dress, pen.colour)}`, pen.width, "    ")),
  ].join("\n");
}

function findings(report: Report, pen: Pen): string {
  return report.findings.map((finding) => findingText(finding, pen)).join("\n\n");
}

/** `error  file:line:column  cluster` and below it message, remedy and rule. */
function findingText(finding: Finding, pen: Pen): string {
  const { red, yellow, cyan, dim, bold } = pen.dress;
  const paint = { error: red, warning: yellow, info: cyan }[finding.severity];
  const { source, object } = finding;
  const named = object === undefined ? "" : idText({ group: "", ...object });
  const whole = named === "" ? "(in no file)" : named;
  const place = source === undefined ? whole : `${source.file}:${source.line}:${source.column}`;
  const clusters = finding.clusters.length === 0 ? "" : `  ${plainText(clusterNames(finding.clusters, [])).replaceAll("`", "")}`;
  const accepted =
    finding.accepted === undefined
      ? []
      : [
          `  accepted ${"login" in finding.accepted.by ? `by ${safe(finding.accepted.by.login)} ` : ""}until ${safe(finding.accepted.until)}: ${safe(finding.accepted.reason)}`,
        ];
  const severity = finding.accepted === undefined ? paint(finding.severity) : dim(`accepted ${finding.severity}`);
  return [
    `${severity}  ${bold(safe(place))}${dim(safe(clusters))}`,
    wrapped(`  ${spoken(richOf(finding.message), pen.dress, pen.colour)}`, pen.width, "  "),
    wrapped(`  ${spoken(richOf(finding.remedy), pen.dress, pen.colour)} ${dim(`[${safe(finding.rule)}]`)}`, pen.width, "  "),
    ...accepted,
  ].join("\n");
}

function findingsTotal(report: Report, { dress: { bold, green } }: Pen): string {
  const open = openText(report);
  const accepted = report.findings.filter((finding) => finding.accepted !== undefined).length;
  const rest = accepted === 0 ? "" : ` (${counted(accepted, "accepted finding")})`;
  if (open !== "") return bold(`${open}${rest}`);
  if (report.verdict === "unknown") return `No findings in what could be read${rest}.`;
  return green(`No errors, no warnings${openCounts(report).info > 0 ? `, ${counted(openCounts(report).info, "note")}` : ""}${rest}.`);
}

function blocks(report: Report, pen: Pen): readonly string[] {
  const all = report.clusters.map((row) => row.name);
  return report.blocks.map((block) => blockText(block, all, pen));
}

function blockText(block: Block, all: readonly string[], pen: Pen): string {
  const head = pen.dress.bold(spoken(blockHeading(block, all), { ...pen.dress, bold: (part) => part, cyan: (part) => part }, pen.colour));
  const shared = painted(block.shared.flatMap(sharedLines), pen);
  return [head, ...shared, ...block.entries.flatMap((entry) => entryText(entry, pen))].join("\n");
}

const signs = { create: "+", update: "~", replace: "±", delete: "-", kept: "=", unknown: "?" } as const;

/** What a chart brings is named; `isthmus render` shows it. Everything else is shown. */
function entryText(entry: Entry, pen: Pen): readonly string[] {
  const { green, red, yellow, dim } = pen.dress;
  const paint = { create: green, update: yellow, replace: red, delete: red, kept: dim, unknown: yellow }[entry.kind];
  const why = entry.why === undefined ? "" : `  (${safe(entry.why)})`;
  const origin = entry.origin === "" ? "" : dim(`  ${safe(entry.origin)}`);
  const lines = entry.kind === "create" && entry.risk === "low" ? [] : firstLines(entryLines(entry), 400);
  return [`  ${paint(`${signs[entry.kind]} ${safe(idText(entry.id))}`)}${why}${origin}`, ...painted(lines, pen)];
}

function painted(lines: readonly DiffLine[], { dress: { green, red, dim } }: Pen): readonly string[] {
  return lines.map(({ sign, text: line }) => {
    const shown = `      ${sign} ${safe(line)}`.trimEnd();
    return sign === "+" ? green(shown) : sign === "-" ? red(shown) : sign === "!" ? dim(shown) : shown;
  });
}

function certificates(report: Report, pen: Pen): string {
  if (report.certificates.length === 0) return "";
  const lines = distinctCertificates(report.certificates).map((row) => {
    const facts = row.after ?? row.before;
    const verb = certificateVerb(row).replace(/^\S+ /u, "");
    const where = plainText(clusterNames(row.clusters, [])).replaceAll("`", "");
    return `  ${safe(facts?.subject ?? "?")}  ${verb}  in ${safe(where)}  valid to ${safe(facts?.notAfter.slice(0, 10) ?? "?")}`;
  });
  return [pen.dress.bold("Certificates"), ...lines].join("\n");
}

function tree(report: Report): string {
  return report.plan.steps.length === 0 ? "" : planTree(report.plan, report.hiddenSteps);
}

function governs(report: Report, pen: Pen): string {
  if (report.governs.length === 0) return "";
  const lines = report.governs.map((sentence) => wrapped(`  • ${spoken(sentence, pen.dress, pen.colour)}`, pen.width, "    "));
  return [pen.dress.bold("Takes effect only after the merge"), ...lines].join("\n");
}

function diffTotal(report: Report, pen: Pen): string {
  if (report.verdict === "nothing") return `No change ${placeOfNothing(report)}.`;
  const { totals } = report;
  if (totals.objects + totals.kept === 0)
    return report.unknowns.length + report.problems.length > 0 ? "" : `No change ${placeOfNothing(report)}.`;
  return pen.dress.bold(`${countsText(totals, "object", report.places)} in ${counted(totals.clusters, "cluster")}`);
}

function sides(report: Report, pen: Pen): string {
  const base = report.base === undefined ? "compared with nothing: everything counts as new" : `on base ${safe(report.base.name)}`;
  const charts = distinct(report.rendered.charts.map((chart) => chart.origin)).map((origin) => safe(origin));
  const rendered = charts.length === 0 ? "" : `; rendered with ${charts.slice(0, 3).join(", ")} by ${safe(report.rendered.engine)}`;
  return pen.dress.dim(wrapped(`Head ${safe(report.head.name)} ${base}${rendered}.`, pen.width));
}
