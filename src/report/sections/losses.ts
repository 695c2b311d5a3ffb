import type { CertificateFacts } from "../../model/change.ts";
import { idText } from "../../model/manifest.ts";
import { fixed, type Piece, ranks } from "../budget.ts";
import { clusterNames, counted, distinct, groupBy } from "../count.ts";
import { distinctCertificates } from "../losses.ts";
import { cell, code, inline } from "../markdown.ts";
import type { CertificateRow, Deletion, Report } from "../model.ts";
import { number, quoted } from "../rich.ts";
import type { Style } from "./style.ts";

/** Names of deleted objects told per group of clusters; where everything is told, and where a reader should not meet a wall of names. */
const mostNames = { all: 500, brief: 12 } as const;

/** Everything that is deleted, counted always, named while there is room. */
export function deletionsSection(report: Report, style: Style): readonly Piece[] {
  const { deletions } = report;
  if (deletions.length === 0) return [];
  const clusters = distinct(deletions.flatMap((deletion) => deletion.clusters)).length;
  const objects = distinct(deletions.map((deletion) => idText(deletion.id))).length;
  const places = deletions.reduce((sum, deletion) => sum + deletion.clusters.length, 0);
  const across = places === objects ? "" : ` (${number(places)} across clusters)`;
  const heading = `**${counted(objects, "deletion")}${across} in ${counted(clusters, "cluster")}**\n\n`;
  const groups = groupBy(deletions, (deletion) => deletion.clusters.join());
  const all = report.clusters.map((row) => row.name);
  return [fixed(heading), ...groups.map((group) => deletionPiece(group, all, style)), fixed("\n")];
}

/** What somebody wrote comes before what charts brought, by name; what is too much is counted by kind. The blocks below name it. */
function deletionPiece(group: readonly Deletion[], all: readonly string[], style: Style): Piece {
  const where = inline(clusterNames(group[0]?.clusters ?? [], all));
  const most = style.folds ? mostNames.brief : mostNames.all;
  const sorted = group.length <= most ? group : group.toSorted((a, b) => Number(a.isOfChart) - Number(b.isOfChart));
  const names = sorted
    .slice(0, most)
    .map(({ id, replaced }) => `${code(idText(id))}${replaced === undefined ? "" : ` (deleted and created again: ${code(replaced)})`}`);
  const kinds = groupBy(sorted.slice(most), ({ id }) => id.kind).map(kindText);
  const rest = kinds.length === 0 ? "" : `; and ${kinds.join(", ")}`;
  const text = `- ➖ ${where}: ${names.join(", ")}${rest}\n`;
  return {
    noun: "deletion",
    count: group.length,
    tellings: [
      { text, rank: 0 },
      { text: `- ➖ ${where}: ${counted(group.length, "object")}\n`, rank: ranks.deletions },
      { text: "", rank: ranks.errors },
    ],
  };
}

/** How many of a kind; the name of what is alone, and of a few Secrets: which token or key goes is what a reviewer asks. */
function kindText(same: readonly Deletion[]): string {
  const kind = same[0]?.id.kind ?? "";
  if (same.length === 1 || (kind === "Secret" && same.length <= mostSecrets)) return same.map(({ id }) => code(idText(id))).join(", ");
  return `${same.length} × ${code(kind)}`;
}

const mostSecrets = 4;

/** One row per certificate that comes, goes or is replaced. The number of rows is never given up. */
export function certificatesSection(report: Report): readonly Piece[] {
  const certificates = distinctCertificates(report.certificates);
  if (certificates.length === 0) return [];
  const all = report.clusters.map((row) => row.name);
  const head = "| Certificate | Clusters | What | Issuer | Valid to | Key |\n| --- | --- | --- | --- | --- | --- |\n";
  return [
    fixed(`**Certificates**: ${counted(certificates.length, "certificate changes", "certificates change")}\n\n`),
    {
      tellings: [
        { text: head, rank: 0 },
        { text: "", rank: ranks.certificates, together: "certificates" },
      ],
    },
    ...certificates.map((row) => ({
      noun: "certificate row",
      tellings: [
        { text: certificateRow(row, all), rank: 0 },
        { text: "", rank: ranks.certificates, together: "certificates" },
      ],
    })),
    fixed("\n"),
  ];
}

function certificateRow(row: CertificateRow, all: readonly string[]): string {
  const facts = row.after ?? row.before;
  const cells = [
    cell(quoted(facts?.subject ?? "?")),
    cell(clusterNames(row.clusters, all)),
    certificateVerb(row),
    pair(row, (side) => side.issuer),
    pair(row, (side) => side.notAfter.slice(0, 10)),
    pair(row, (side) => `${side.keyKind} ${side.keyFingerprint.slice(0, 12)}`),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

/** `was → is`, or the one value when both sides have it. */
function pair({ before, after }: CertificateRow, fact: (side: CertificateFacts) => string): string {
  const [was, now] = [before && fact(before), after && fact(after)];
  if (was === undefined || now === undefined || was === now) return cell(quoted(now ?? was ?? "?"));
  return `${cell(quoted(was))} → ${cell(quoted(now))}`;
}

/** What happens to a certificate, in a word or two. */
export function certificateVerb({ before, after }: CertificateRow): string {
  if (before === undefined) return "➕ new";
  if (after === undefined) return "➖ removed";
  return before.keyFingerprint === after.keyFingerprint ? "✏️ renewed, same key" : "🔁 replaced, new key";
}
