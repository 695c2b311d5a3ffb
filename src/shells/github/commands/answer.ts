import type { Reason } from "../../../model/command.ts";
import { type Chapter, chaptersWithin, refusals } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import type { Answer } from "./errand.ts";

/** Room for one answer; five may stand in one comment. */
const room = 50_000;

/** Chapters as far as they fit. */
export function told(chapters: readonly Chapter[]): string {
  return chaptersWithin(chapters, room);
}

/** A command that is refused after all, for what only carrying it out shows. */
export function notDone(text: string, reasons: readonly Reason[]): Answer {
  return {
    text: refusals([{ text, reasons }]),
    isNamed: true,
    code: exitCodes.fine,
    facts: { decision: "fail", "reason-code": reasons[0]?.code ?? "refused" },
  };
}
