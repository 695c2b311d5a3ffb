import { type Fitted, fit, fixed, type Piece } from "./budget.ts";
import { counted } from "./count.ts";
import { withoutGoverns } from "./governs.ts";
import { code } from "./markdown.ts";
import type { Report } from "./model.ts";
import { othersSection, type Rival } from "./others.ts";
import { blocksSection } from "./sections/blocks.ts";
import { findingsSection, openText } from "./sections/findings.ts";
import { certificatesSection, deletionsSection } from "./sections/losses.ts";
import {
  footer,
  governsSection,
  guardsSection,
  pictureSection,
  planSection,
  unchangedSection,
  unknownSection,
  wordsSection,
} from "./sections/rest.ts";
import type { Style } from "./sections/style.ts";
import { tableSection } from "./sections/table.ts";
import { countsText } from "./totals.ts";

/** What a document holds beside the report: what stands before it, how large it may be, and where the rest is. */
export interface Frame {
  readonly start: string;
  readonly limit: number;
  readonly measure?: (text: string) => number;
  /** Where everything is told: `the job summary`, `check isthmus / plan (east)`. Finished Markdown. */
  readonly elsewhere: readonly string[];
  /** Other open pull requests that change the same clusters. Absent: nobody looked. */
  readonly others?: readonly Rival[];
}

/** Room for the line that says what was left out. */
const tail = 700;

/** The whole report in Markdown, in the order in which a reviewer asks, within the limit. */
export function document(report: Report, style: Style, frame: Frame): string {
  return assembled([...opening(report), ...sectionsOf(report, style, frame.others ?? [])], report, frame);
}

/** Findings only, for `lint` and `validate`. */
export function findingsDocument(report: Report, style: Style, frame: Frame): string {
  const open = openText(report);
  const title = open === "" ? "No findings" : open;
  return assembled([fixed(`## Mesh check · ${title}\n\n`), ...unknownSection(report), ...findingsSection(report, style)], report, frame);
}

function opening(report: Report): readonly Piece[] {
  return [fixed(`## ${headline(report)}\n\n`)];
}

function sectionsOf(report: Report, style: Style, others: readonly Rival[]): readonly Piece[] {
  return [
    ...unknownSection(report),
    ...wordsSection(report),
    ...tableSection(report),
    ...othersSection(others),
    ...findingsSection(withoutGoverns(report), style),
    ...guardsSection(report),
    ...deletionsSection(report, style),
    ...blocksSection(report, style),
    ...unchangedSection(report),
    ...certificatesSection(report),
    ...pictureSection(report, style),
    ...planSection(report, style),
    ...governsSection(report),
  ];
}

function assembled(pieces: readonly Piece[], report: Report, frame: Frame): string {
  const measure = frame.measure ?? ((text: string) => text.length);
  const end = footer(report);
  const room = frame.limit - measure(frame.start) - measure(end) - tail;
  const fitted = fit(pieces, room, measure);
  return `${frame.start}${fitted.texts.join("")}${whereTheRestIs(fitted, frame)}${end}`;
}

/** Always there: what was left out, counted, and where it is told; or that nothing was. */
function whereTheRestIs(fitted: Fitted, frame: Frame): string {
  const cut = [...fitted.shortened].map(([noun, count]) => counted(count, noun)).join(", ");
  const places = frame.elsewhere.length === 0 ? "" : ` Everything: ${frame.elsewhere.join(", ")}.`;
  if (cut === "") return frame.elsewhere.length === 0 ? "" : `Nothing is cut here.${places}\n\n`;
  return `**Cut to fit** (shortened or left out here): ${cut}.${places}\n\n`;
}

/** `Mesh plan 7c1e9ab4 · 3 clusters · 2 errors`. */
export function headline(report: Report): string {
  const plan = report.plan.digest.plan === "" ? "Mesh plan" : `Mesh plan ${code(report.plan.digest.plan.slice(0, 8))}`;
  const shown =
    report.restrictedFrom === undefined
      ? counted(report.clusters.length, "cluster")
      : `${report.clusters.length} of ${counted(report.restrictedFrom, "cluster")}`;
  return `${plan} · ${shown} · ${stateText(report)}`;
}

/** What the reviewer must know before anything else, in a few words. */
export function stateText(report: Report): string {
  return [verdictText(report), ...cautionsOf(report).map((caution) => `⚠️ ${caution}`)].join(" · ");
}

/** What asks for care whatever the findings say. */
function cautionsOf({ networkMoves, loosens, plan }: Report): readonly string[] {
  return [
    ...(networkMoves.length > 0 ? [`${counted(networkMoves.length, "cluster moves", "clusters move")} to another network`] : []),
    ...(loosens ? ["security gets looser"] : []),
    ...(plan.guards.some(({ reason }) => reason === "prune_unconfirmed") ? ["deletions need confirmation"] : []),
  ];
}

/** True when a reviewer should stop and look: an open finding, or a caution. */
export function asksForCare(report: Report): boolean {
  return openText(report) !== "" || cautionsOf(report).length > 0;
}

function verdictText(report: Report): string {
  const open = openText(report);
  const what = changeText(report);
  switch (report.verdict) {
    case "errors":
      return `❌ ${open}${what === "" ? "" : ` · ${what}`}`;
    case "unknown":
      return `❔ partly unknown${what === "" ? "" : ` · ${what}`}${open === "" ? "" : ` · ⚠️ ${open}`}`;
    case "nothing":
      return `no change · ${open === "" ? clean(report) : `⚠️ ${open}`}`;
    case "changes":
      return `${what} · ${open === "" ? clean(report) : `⚠️ ${open}`}`;
  }
}

/** Exact beside a list of notes or of accepted findings. The tick is a promise of ours: not beside a sentence that says "Looser" or tells of a move. */
function clean(report: Report): string {
  const accepted = report.findings.filter((finding) => finding.accepted !== undefined).length;
  return `${report.loosens || report.networkMoves.length > 0 ? "" : "✅ "}no errors, no warnings${accepted === 0 ? "" : ` (${accepted} accepted)`}`;
}

/** `3 changed objects, 71 new, 2 deleted (4 across clusters), 21 kept`; empty when nothing happens. */
export function changeText({ totals, places }: Report): string {
  return countsText(totals, "object", places);
}
