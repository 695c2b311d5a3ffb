import { idText } from "../../model/manifest.ts";
import { type Piece, ranks } from "../budget.ts";
import { clusterNames, counted, groupBy } from "../count.ts";
import { type DiffLine, entryLines, firstLines, sharedLines } from "../diff-lines.ts";
import { code, fence, inline } from "../markdown.ts";
import type { Block, Entry, Report } from "../model.ts";
import { listed, number, quoted, type Rich, richOf, say, strong, words } from "../rich.ts";
import { happenings, none, plusOne } from "../totals.ts";
import { dot, type Style, sectionEnd, sectionStart, signs, stageNames } from "./style.ts";

/** Lines of edits shared by many objects that are shown; the rest is counted. */
const mostShared = 40;

/** One block per distinct change: what it does, where it is the same, and the diffs. Grows with distinct changes, not with clusters. */
export function blocksSection(report: Report, style: Style): readonly Piece[] {
  const all = report.clusters.map((row) => row.name);
  return report.blocks.flatMap((block, index) => blockPieces(block, `block ${index}`, all, style));
}

function blockPieces(block: Block, together: string, all: readonly string[], style: Style): readonly Piece[] {
  const heading = blockHeading(block, all);
  const line = { text: `- ${inline(heading)}\n`, rank: ranks.names, together };
  const gone = { text: "", rank: ranks.groups };
  const hidden = { text: "", rank: ranks.names, together };
  const inner = [...sharedPieces(block), ...entryPieces(block, style)];
  return [
    { noun: "group", tellings: [{ text: sectionStart(style, heading), rank: 0 }, line, gone] },
    ...inner.map((piece) => ({ ...piece, tellings: [...piece.tellings, hidden] })),
    { tellings: [{ text: sectionEnd(style), rank: 0 }, hidden] },
  ];
}

/** `Routing and policy · same in east, west (2 objects: ✏️ 1 ➖ 1)`, with the cause when there is one; a single object by its name. */
export function blockHeading(block: Block, all: readonly string[]): Rich {
  const same = block.clusters.length > 1 ? "same in " : all.length > 1 ? "only in " : "in ";
  const cause = block.cause === undefined ? [] : [...dot, ...block.cause];
  const clusters = [...words(same), ...clusterNames(block.clusters, all)];
  const start = say`${strong(stageNames[block.stage])}${cause}${dot}`;
  const [first] = block.entries;
  if (first !== undefined && block.entries.length === 1)
    return say`${start}${words(signs[first.kind])} ${idText(first.id)}${dot}${clusters}`;
  return say`${start}${clusters} (${words(countsOf(block.entries))})`;
}

/** `2 objects: ✏️ 1 ➖ 1`, or `➕ 11 objects` when the same happens to all. */
function countsOf(entries: readonly Entry[]): string {
  const counts = entries.reduce((total, entry) => plusOne(total, entry.kind), none);
  const kinds = happenings.filter((kind) => counts[kind] > 0);
  const objects = counted(entries.length, "object");
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return `${signs[only]} ${objects}`;
  return `${objects}: ${kinds.map((kind) => `${signs[kind]} ${number(counts[kind])}`).join(" ")}`;
}

/** What many objects of the block have in common, told once: a version label on 48 objects is one line of the diff. */
function sharedPieces({ shared }: Block): readonly Piece[] {
  if (shared.length === 0) return [];
  const lines = firstLines(shared.flatMap(sharedLines), mostShared);
  const edits = shared.reduce((total, each) => total + each.edits.length, 0);
  const short = `${counted(edits, "edit")} shared by several objects\n\n`;
  return [
    {
      noun: "diff",
      tellings: [
        { text: `${diffFence(lines)}\n`, rank: 0 },
        { text: short, rank: ranks.bodies },
      ],
    },
  ];
}

function entryPieces(block: Block, style: Style): readonly Piece[] {
  const told = block.entries.filter((entry) => hasBody(entry, style));
  const brief = block.entries.filter((entry) => !hasBody(entry, style) && !isNameOnly(entry));
  const covered = brief.filter((entry) => entry.kind === "update");
  const listedByKind = groupBy(
    brief.filter((entry) => entry.kind !== "update"),
    (entry) => `${entry.kind} ${entry.kind === "unknown" ? "" : entry.id.kind} ${entry.why ?? ""}`,
  );
  return [
    ...told.map((entry) => entryPiece(entry, style)),
    ...block.entries.filter((entry) => !hasBody(entry, style) && isNameOnly(entry)).map(namePiece),
    ...listedByKind.map((entries) => listPiece(entries, style)),
    ...(covered.length === 0 ? [] : [coveredPiece(covered, style)]),
  ];
}

/** Deletions keep a line each: they are looked for by name. Those of a chart go by the dozen, and the list of deletions names them all. */
function isNameOnly(entry: Entry): boolean {
  return entry.kind === "replace" || (entry.kind === "delete" && !entry.isOfChart);
}

/** Objects that charts bring are known by their chart: they are listed, not shown, where room is dear. */
function hasBody(entry: Entry, style: Style): boolean {
  if (entryLines(entry).length === 0) return false;
  if (entry.kind === "delete" && entry.isOfChart && style.folds) return false;
  return entry.risk !== "low" || style.showsChartObjects || entry.kind === "update";
}

function entryPiece(entry: Entry, style: Style): Piece {
  const lines = firstLines(entryLines(entry), style.lines);
  const rank = entry.kind === "delete" ? ranks.goneBodies : entry.risk === "low" ? ranks.lowRisk : ranks.bodies;
  return {
    noun: "diff",
    tellings: [
      { text: `${nameLine(entry)}\n${diffFence(lines)}\n`, rank: 0 },
      { text: `${nameLine(entry)}\n`, rank },
    ],
  };
}

function namePiece(entry: Entry): Piece {
  return { tellings: [{ text: `${nameLine(entry)}\n`, rank: 0 }] };
}

function nameLine(entry: Entry): string {
  const why = entry.why === undefined ? "" : ` · ${whyText(entry.why)}`;
  const origin = entry.origin === "" || entry.origin === "mesh document" ? "" : ` · ${code(entry.origin)}`;
  const shared = entry.sharedEdits === 0 || entry.fields.length === 0 ? "" : ` · and ${counted(entry.sharedEdits, "shared edit")}`;
  return `${signs[entry.kind]} ${code(idText(entry.id))}${why}${origin}${shared}\n`;
}

/** A reason that marks its own names is a sentence; another one is a path or words to be set apart. */
function whyText(why: string): string {
  return why.includes("`") ? inline(richOf(why)) : code(why);
}

/** Objects of one kind in one line; a single one by its whole name. */
function listPiece(entries: readonly Entry[], style: Style): Piece {
  const [first] = entries;
  if (first === undefined || entries.length === 1)
    return { tellings: [{ text: first === undefined ? "" : `${nameLine(first)}\n`, rank: 0 }] };
  const why = first.why === undefined ? "" : ` · ${whyText(first.why)}`;
  const kinds = new Set(entries.map(({ id }) => id.kind));
  const names = shortList(entries, style.folds ? 12 : 500, (entry) =>
    kinds.size > 1 ? idText(entry.id) : idText({ ...entry.id, kind: "" }).trim(),
  );
  const noun = kinds.size > 1 ? "objects" : `× ${code(first.id.kind)}`;
  return { tellings: [{ text: `${signs[first.kind]} ${number(entries.length)} ${noun}: ${names}${why}\n\n`, rank: 0 }] };
}

/** Objects in which only the shared edits change: named where there is room, else counted by kind. */
function coveredPiece(entries: readonly Entry[], style: Style): Piece {
  const kinds = groupBy(entries, (entry) => entry.id.kind).map((group) => say`${group[0]?.id.kind ?? ""} × ${group.length}`);
  const names = style.folds && entries.length > 6 ? inline(listed(kinds)) : shortList(entries, 500, (entry) => idText(entry.id));
  return { tellings: [{ text: `✏️ Nothing else changes in ${counted(entries.length, "object")}: ${names}\n\n`, rank: 0 }] };
}

function shortList(entries: readonly Entry[], most: number, name: (entry: Entry) => string): string {
  const shown = entries.slice(0, most).map((entry) => quoted(name(entry)));
  const rest = entries.length - shown.length;
  return inline(listed(rest === 0 ? shown : [...shown, words(`${number(rest)} more`)]));
}

/** Diff lines between fences: the sign first, so that GitHub colours them. */
export function diffFence(lines: readonly DiffLine[]): string {
  return fence(
    "diff",
    lines.map(({ sign, text }) => (text.startsWith("@@") ? text : `${sign} ${text}`)),
  );
}
