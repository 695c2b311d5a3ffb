import type { Applied } from "../../model/apply.ts";
import { isWhole } from "../../model/outcome.ts";
import { counted } from "../count.ts";
import { maskedText } from "../mask.ts";
import { shortened, visible } from "../visible.ts";
import { appliedChapters } from "./applied.ts";
import { chaptersWithin } from "./chapters.ts";
import { healthChapters } from "./health.ts";
import { ending, passed, tally } from "./receipt.ts";

/** GitHub takes 65,535 characters. */
const room = 60_000;
/** A title is one line of a list. */
const longestTitle = 140;

/** How a run ended, for the check run that told how it went: a line of plain text, and the whole of it as Markdown. */
export function runCheck(applied: Applied): { readonly title: string; readonly summary: string } {
  const chapters = [...appliedChapters(applied), ...(applied.health === undefined ? [] : healthChapters(applied.health))];
  return { title: oneLine(titleOf(applied)), summary: chaptersWithin(chapters, room) };
}

function titleOf({ refusals: [refusal], run, health }: Applied): string {
  if (refusal !== undefined) return `Refused: ${maskedText(refusal.text)}`;
  if (run === undefined || run.outcomes.length + run.refused.size === 0) return "Nothing to do: every cluster is as the mesh says";
  if (!isWhole(run)) return `${ending(run).replace(/:$/u, "")}: ${passed(run)}`;
  const failed = health?.checks.filter(({ verdict }) => verdict === "failed").length ?? 0;
  return failed === 0 ? `Applied: ${tally(run)}` : `Applied, but ${counted(failed, "check")} of the mesh failed`;
}

function oneLine(text: string): string {
  return shortened(visible(text).replace(/ +/gu, " ").trim(), longestTitle);
}
