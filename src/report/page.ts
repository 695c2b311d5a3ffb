import type { Finding } from "../model/finding.ts";
import { idText } from "../model/manifest.ts";
import { clusterNames, counted, distinct, groupBy } from "./count.ts";
import { entryLines, firstLines, sharedLines } from "./diff-lines.ts";
import { asksForCare, stateText } from "./document.ts";
import { withoutGoverns } from "./governs.ts";
import { diffHtml, foldedHtml, richHtml, safeHtml, sectionHtml, tableHtml } from "./html.ts";
import { distinctCertificates } from "./losses.ts";
import type { Block, Counts, Entry, Report, Verdict } from "./model.ts";
import { pageStyle } from "./page-style.ts";
import { parts } from "./part.ts";
import { picture } from "./picture.ts";
import { planTree } from "./plan-tree.ts";
import { number, quoted, richOf, words } from "./rich.ts";
import { blockHeading } from "./sections/blocks.ts";
import { openText, unplacedText } from "./sections/findings.ts";
import { certificateVerb } from "./sections/losses.ts";
import { confirmations } from "./sections/rest.ts";
import { signs, stageNames } from "./sections/style.ts";
import { happenings, placeOfNothing, sum } from "./totals.ts";
import { unknownLines } from "./unknown-lines.ts";

/** The whole report as one HTML file: no request to anywhere, no script, light and dark, fit for paper. Every text of a user is escaped. */
export function page(report: Report): string {
  const title = `Mesh plan ${report.plan.digest.plan.slice(0, 8)}`.trim();
  const sections = [
    sectionHtml("Unknown", unknown(report)),
    sectionHtml("In words", inWords(report)),
    sectionHtml("Where", clusterTable(report) + unplaced(report)),
    sectionHtml(
      `Findings${openText(report) === "" ? "" : `: ${openText(report)}`}`,
      withoutGoverns(report).findings.map(findingBox).join(""),
    ),
    sectionHtml("Topology after this change", report.topology === undefined ? "" : picture(report.topology)),
    sectionHtml("Before it is applied", listHtml(confirmations(report).map(richHtml))),
    sectionHtml("Deletions", deletions(report)),
    sectionHtml("Certificates", certificates(report)),
    sectionHtml("Changes", report.blocks.map((block) => blockHtml(block, report)).join("")),
    sectionHtml(
      "Plan",
      report.plan.steps.length === 0
        ? ""
        : `<pre class="plan">${planTree(report.plan, report.hiddenSteps)
            .split("\n")
            .map((line) => safeHtml(line))
            .join("\n")}</pre>`,
    ),
    sectionHtml("Takes effect only after the merge", listHtml(report.governs.map(richHtml))),
  ];
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width, initial-scale=1"><title>${safeHtml(title)}</title><style>${pageStyle}</style></head>
<body><header><h1>${safeHtml(title)}</h1><p>${subtitle(report)}</p></header>
<main>${sections.join("\n")}</main>
<footer>${footer(report)}</footer></body></html>
`;
}

function subtitle(report: Report): string {
  const mesh =
    report.mesh === undefined
      ? ""
      : `mesh <code>${safeHtml(report.mesh.name)}</code> · ${safeHtml(report.mesh.topology)} · ${safeHtml(report.mesh.dataPlane)} · `;
  return `${mesh}${counted(report.clusters.length, "cluster")} · <span class="state ${toneOf(report)}">${stateText(report)}</span>`;
}

/** The colour of the heading: what asks for care is not green, whatever the findings say. */
function toneOf(report: Report): Verdict {
  return report.verdict === "changes" && asksForCare(report) ? "unknown" : report.verdict;
}

function unknown(report: Report): string {
  const lines = unknownLines(report).map(richHtml);
  return lines.map((line) => `<div class="box unknown"><p>${line}</p></div>`).join("");
}

function inWords(report: Report): string {
  const sentences = listHtml(report.words.map(richHtml));
  if (report.verdict !== "nothing") return sentences;
  return `<p><b>${sentences === "" ? `No change ${placeOfNothing(report)}.` : `No object changes ${placeOfNothing(report)}, but:`}</b></p>${sentences}`;
}

function listHtml(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

/** Clusters as rows; those in which the same happens share one. */
function clusterTable(report: Report): string {
  const used = parts.filter((stage) => report.clusters.some((row) => sum(row.stages[stage]) > 0));
  const isFine = report.clusters.every(({ findings }) => findings.error + findings.warning === 0);
  if (used.length === 0 && isFine) return "";
  const rows = report.clusters.map((row) => ({
    name: `<code>${safeHtml(row.name)}</code>${row.state === "added" ? " (new)" : row.state === "removed" ? " (leaves)" : ""}`,
    cells: [
      ...used.map((stage) => countsText(row.stages[stage], row.isUnknown)),
      [row.findings.error > 0 ? `❌ ${row.findings.error}` : "", row.findings.warning > 0 ? `⚠️ ${row.findings.warning}` : ""]
        .join(" ")
        .trim() || "–",
      row.wave === undefined ? "–" : String(row.wave),
      number(row.unchanged),
    ],
  }));
  const groups = groupBy(rows, (row) => row.cells.join("|"));
  return tableHtml(
    ["Clusters", ...used.map((stage) => stageNames[stage]), "Findings", "Wave", "Unchanged"],
    groups.map((group) => [group.map((row) => row.name).join(", "), ...(group[0]?.cells ?? [])]),
  );
}

/** Errors that no row of the table counts. */
function unplaced(report: Report): string {
  const text = unplacedText(report);
  return text === "" ? "" : `<p>❌ ${text}</p>`;
}

function countsText(counts: Counts, isUnknown: boolean): string {
  const kinds = happenings.filter((kind) => counts[kind] > 0);
  return kinds.length === 0 ? (isUnknown ? "❔" : "–") : kinds.map((kind) => `${signs[kind]} ${counts[kind]}`).join(" ");
}

function findingBox(finding: Finding): string {
  const { source, accepted, clusters } = finding;
  const place = source === undefined ? "the mesh" : `${source.file}:${source.line}:${source.column}`;
  const where = clusters.length === 0 ? "" : ` · ${richHtml(clusterNames(clusters, []))}`;
  const until =
    accepted === undefined
      ? ""
      : `<p class="place">Accepted ${"login" in accepted.by ? `by ${safeHtml(accepted.by.login)} ` : ""}until ${safeHtml(accepted.until)}: ${safeHtml(accepted.reason)}</p>`;
  return `<div class="box ${accepted === undefined ? finding.severity : "accepted"}"><p class="place"><b>${accepted === undefined ? finding.severity : "accepted"}</b> · <code>${safeHtml(place)}</code>${where} · ${safeHtml(finding.rule)}</p><p>${richHtml(richOf(finding.message))}</p><p>${richHtml(richOf(finding.remedy))}</p>${until}</div>`;
}

function deletions(report: Report): string {
  const all = report.clusters.map((row) => row.name);
  return listHtml(
    report.deletions.map(({ id, clusters, replaced }) => {
      const again = replaced === undefined ? [] : [...words(" (deleted and created again: "), ...quoted(replaced), ...words(")")];
      return richHtml([...quoted(idText(id)), ...words(" in "), ...clusterNames(clusters, all), ...again]);
    }),
  );
}

function certificates(report: Report): string {
  if (report.certificates.length === 0) return "";
  const all = report.clusters.map((row) => row.name);
  const rows = distinctCertificates(report.certificates).map((row) => {
    const facts = row.after ?? row.before;
    const names = facts?.subjectAltNames.map((name) => `<code>${safeHtml(name)}</code>`).join(" ") ?? "";
    return [
      `<code>${safeHtml(facts?.subject ?? "?")}</code>`,
      richHtml(clusterNames(row.clusters, all)),
      certificateVerb(row),
      safeHtml(facts?.issuer ?? ""),
      safeHtml(`${facts?.notBefore.slice(0, 10)} – ${facts?.notAfter.slice(0, 10)}`),
      `${safeHtml(facts?.keyKind ?? "")} <code>${safeHtml(facts?.keyFingerprint.slice(0, 16) ?? "")}</code>`,
      names,
    ];
  });
  return tableHtml(["Certificate", "Clusters", "What", "Issuer", "Valid", "Key", "Names"], rows);
}

function blockHtml(block: Block, report: Report): string {
  const all = report.clusters.map((row) => row.name);
  const shared = block.shared.flatMap(sharedLines);
  const body = `${shared.length === 0 ? "" : diffHtml(firstLines(shared, 100))}${block.entries.map(entryHtml).join("")}`;
  return foldedHtml(blockHeading(block, all), body, block.cause === undefined);
}

function entryHtml(entry: Entry): string {
  const lines = firstLines(entryLines(entry), 300);
  const facts = [richHtml(richOf(entry.why ?? "")), safeHtml(entry.origin)]
    .filter((fact) => fact !== "")
    .map((fact) => ` · <span class="place">${fact}</span>`);
  const head = `${signs[entry.kind]} <code>${safeHtml(idText(entry.id))}</code>${facts.join("")}`;
  if (lines.length === 0) return `<p>${head}</p>`;
  if (entry.kind === "create" && entry.risk === "low") return `<details><summary>${head}</summary>${diffHtml(lines)}</details>`;
  return `<p>${head}</p>${diffHtml(lines)}`;
}

function footer(report: Report): string {
  const base =
    report.base === undefined ? "compared with nothing: everything counts as new" : `on base <code>${safeHtml(report.base.name)}</code>`;
  const charts = distinct(report.rendered.charts.map((chart) => chart.origin)).map((origin) => `<code>${safeHtml(origin)}</code>`);
  const rendered = charts.length === 0 ? "" : ` · rendered with ${charts.join(", ")} by ${safeHtml(report.rendered.engine)}`;
  return `Head <code>${safeHtml(report.head.name)}</code> ${base}${rendered}`;
}
