import { fixed, listPieces, type Piece, ranks } from "../budget.ts";
import { clusterNames, counted, distinct } from "../count.ts";
import { code, fence, inline } from "../markdown.ts";
import { mermaid } from "../mermaid.ts";
import type { Report } from "../model.ts";
import { planTree } from "../plan-tree.ts";
import { type Rich, richOf, say, strong, words } from "../rich.ts";
import { happenings, placeOfNothing } from "../totals.ts";
import { unknownLines } from "../unknown-lines.ts";
import { type Style, section, signs } from "./style.ts";

/** What changes, in sentences. The total stays when room is short, and after it what was not asked for. */
export function wordsSection(report: Report): readonly Piece[] {
  if (report.words.length === 0) return report.verdict === "nothing" ? [fixed(`**No change ${placeOfNothing(report)}.**\n\n`)] : [];
  const totals = report.words.length - (report.restrictedFrom === undefined ? 1 : 2);
  const pieces = report.words.map((sentence, index): Piece => {
    const text = `- ${inline(sentence)}\n`;
    if (index < 4 || index >= totals) return fixed(text);
    return {
      noun: "sentence",
      tellings: [
        { text, rank: 0 },
        { text: "", rank: ranks.words },
      ],
    };
  });
  // What the documents say may change although no object does: a phase of a rotation that was left out.
  const start = report.verdict === "nothing" ? `**No object changes ${placeOfNothing(report)}**, but:` : "**In words**";
  return [fixed(`${start}\n\n`), ...pieces, fixed("\n")];
}

/** What could not be told and why: never "no changes". */
export function unknownSection(report: Report): readonly Piece[] {
  const lines = unknownLines(report).map((line) => `> - ${inline(line)}\n`);
  if (lines.length === 0) return [];
  const title = `> [!WARNING]\n> **Unknown** (${counted(lines.length, "thing")} could not be told; this is not “no change”)\n>\n`;
  return [fixed(title), ...listPieces(lines, { noun: "unknown thing", most: 3, rank: ranks.errors }), fixed("\n")];
}

/** The picture, only when clusters, networks or gateways change. */
export function pictureSection(report: Report, style: Style): readonly Piece[] {
  if (report.topology === undefined) return [];
  const text = section(style, strong("Topology after this change"), fence("mermaid", mermaid(report.topology)));
  return [
    {
      noun: "picture",
      tellings: [
        { text, rank: 0 },
        { text: "", rank: ranks.folded },
      ],
    },
  ];
}

/** The plan as a tree. */
export function planSection(report: Report, style: Style): readonly Piece[] {
  if (report.plan.steps.length === 0) return [];
  const lines = planTree(report.plan, report.hiddenSteps).split("\n");
  const most = style.folds ? 80 : 2_000;
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), `… ${lines.length - most + 1} more lines`];
  const heading: Rich = [...strong("Plan"), ...words(` · ${counted(report.plan.steps.length, "step")}${wavesText(report)}, in this order`)];
  const text = section(style, heading, fence("text", shown));
  return [
    {
      noun: "plan",
      tellings: [
        { text, rank: 0 },
        { text: "", rank: ranks.folded },
      ],
    },
  ];
}

/** ` in 3 waves` where these are all; ` in wave 4` and ` in waves 1 and 3` where others have nothing to do, because the tree calls them by number. */
function wavesText({ plan: { waves } }: Report): string {
  const numbers = waves.map((wave) => wave.number);
  if (numbers.length === 0) return "";
  if (numbers.every((wave, index) => wave === index + 1) || numbers.length > 4) return ` in ${counted(numbers.length, "wave")}`;
  const named = numbers.length === 1 ? numbers.join("") : `${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
  return ` in ${numbers.length === 1 ? "wave" : "waves"} ${named}`;
}

/** What must be confirmed first and how, then what is worth knowing; what is unknown is told above all. */
export function confirmations(report: Report): readonly Rich[] {
  const { plan, confirming } = report;
  const of = (reason: string): readonly Rich[] =>
    plan.guards
      .filter((guard) => guard.reason === reason)
      .map(({ text, clusters }) => [...shownClusters(report, clusters), ...words(clusters.length === 0 ? "" : ": "), ...richOf(text)]);
  const deletions = of("prune_unconfirmed");
  return [...deletions, ...(deletions.length === 0 ? [] : [wayToConfirm(confirming)]), ...of("irreversible"), ...of("never_pruned")];
}

/** The clusters of the report by name; those that were not asked for as a number, because the text counts them too. */
function shownClusters(report: Report, clusters: readonly string[]): Rich {
  const rows = new Set(report.clusters.map(({ name }) => name));
  const shown = clusters.filter((cluster) => report.restrictedFrom === undefined || rows.has(cluster));
  const rest = clusters.length - shown.length;
  if (rest === 0) return clusterNames(shown, []);
  return [...clusterNames(shown, []), ...words(` and ${counted(rest, "cluster")} not shown here`)];
}

/** The number is of all clusters: `Plan.deletions` added up, which an apply compares with its own. */
function wayToConfirm(total: number): Rich {
  return say`After a look at them: comment ${`/apply --prune=${total}`}, or apply with ${`--confirm-deletions ${total}`} (input ${"confirm-deletions"}); the number counts all clusters. Or raise ${"spec.rollout.maxDeletions"} in the mesh document first.`;
}

/** What the plan wants confirmed before anything is applied. */
export function guardsSection(report: Report): readonly Piece[] {
  const guards = confirmations(report);
  if (guards.length === 0) return [];
  const lines = guards.map((sentence) => `- ${inline(sentence)}\n`);
  return [fixed("**Before it is applied**\n\n"), ...listPieces(lines, { noun: "confirmation", most: 5, rank: ranks.errors }), fixed("\n")];
}

/** What this change alters about Isthmus itself. */
export function governsSection(report: Report): readonly Piece[] {
  if (report.governs.length === 0) return [];
  const lines = report.governs.map((sentence) => `- ${inline(sentence)}\n`);
  const count = lines.length === 1 ? "" : ` (${counted(lines.length, "setting")})`;
  return [
    fixed(`**Takes effect only after the merge**${count}, this change was judged without it\n\n`),
    ...listPieces(lines, { noun: "setting", most: 8, rank: ranks.names }),
    fixed("\n"),
  ];
}

/** Clusters in which nothing happens. */
export function unchangedSection(report: Report): readonly Piece[] {
  const changed = new Set(report.blocks.flatMap((block) => block.clusters));
  const still = report.clusters.filter((row) => !changed.has(row.name) && !row.isUnknown).map((row) => row.name);
  if (still.length === 0 || changed.size === 0) return [];
  const text = `Nothing changes in ${inline(clusterNames(still, []))}.\n\n`;
  return [
    {
      noun: "note on unchanged clusters",
      tellings: [
        { text, rank: 0 },
        { text: "", rank: ranks.unchanged },
      ],
    },
  ];
}

/** What the report was made from, and how to read its signs. */
export function footer(report: Report): string {
  const base = report.base === undefined ? "compared with nothing: everything counts as new" : `on base ${code(report.base.name)}`;
  const charts = distinct(report.rendered.charts.map((chart) => chart.origin));
  const few = charts.slice(0, 3).map(code).join(", ");
  const rendered =
    charts.length === 0
      ? ""
      : ` · rendered with ${few}${charts.length > 3 ? ` and ${charts.length - 3} more` : ""} by ${code(report.rendered.engine)}`;
  const fields = report.normalised.reduce((total, { count }) => total + count, 0);
  const normalised =
    fields === 0
      ? ""
      : ` · ${counted(fields, "field")} of no meaning left out of the comparison (${counted(report.normalised.length, "rule")})`;
  return `<sub>Head ${code(report.head.name)} ${base}${rendered}${normalised}${legend(report)}</sub>\n`;
}

function legend(report: Report): string {
  const text = JSON.stringify([report.blocks, report.words]);
  const kinds = new Set(report.blocks.flatMap((block) => block.entries.map((entry) => entry.kind)));
  const meanings = {
    update: "changed",
    create: "new",
    delete: "deleted",
    replace: "deleted and created again",
    kept: "kept, though nothing asks for it any more",
    unknown: "unknown",
  } as const;
  const used = happenings.filter((kind) => kinds.has(kind));
  const legendSigns = used.map((kind) => `${signs[kind]} ${meanings[kind]}`).join(" ");
  const symbol = text.includes("⟨") ? `${code("⟨…⟩")} is each cluster's own value` : "";
  const hole = text.includes("⟦") ? `${code("⟦…⟧")} is known only when it is applied` : "";
  const parts = [legendSigns, symbol, hole].filter((part) => part !== "");
  return parts.length === 0 ? "" : `<br>${parts.join(" · ")}`;
}
