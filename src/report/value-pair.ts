import type { Json } from "../model/json.ts";
import { quotedText, scalarText } from "./fields.ts";

type Pair = readonly [string | undefined, string | undefined];

/** Both sides of a change as `scalarText` writes them; two texts in one way, so that what differs is the text and not its quotes. */
export function scalarPair(before: Json | undefined, after: Json | undefined): Pair {
  const texts: Pair = [scalarText(before), scalarText(after)];
  if (typeof before !== "string" || typeof after !== "string" || texts[0] === undefined || texts[1] === undefined) return texts;
  // The same letters, composed differently: only their codes differ to the eye.
  if (before.normalize("NFKC") === after.normalize("NFKC") && before.trim() === before && after.trim() === after) {
    return [quotedText(before, true), quotedText(after, true)];
  }
  const isQuoted = texts[0] !== before || texts[1] !== after;
  return isQuoted ? [quotedText(before), quotedText(after)] : texts;
}

/** Every reader's line has room for this much; the narrowest, a fence in Markdown, cuts at 300 with the sign. */
const room = 280;
/** How much of what is alike stands before the difference. */
const context = 40;

/**
 * Two values as they fit on a line: where the first difference would lie behind the cut, the text around it with `…` for what is left out. A value that
 * has no other side is left to the cut at its end.
 */
export function aroundDifference(path: string, before: string | undefined, after: string | undefined): Pair {
  if (before === undefined || after === undefined) return [before, after];
  const space = Math.max(room - path.length - 2, 3 * context);
  if (Math.max(before.length, after.length) <= space) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same++;
  if (same + context <= space) return [before, after];
  const start = same - context;
  return [part(before, start, space), part(after, start, space)];
}

/** `space` units from `start` on, never with half a character. */
function part(text: string, start: number, space: number): string {
  const from = /[\udc00-\udfff]/u.test(text.charAt(start)) ? start + 1 : start;
  const end = from + space - 2;
  const to = /[\ud800-\udbff]/u.test(text.charAt(end - 1)) ? end - 1 : end;
  return `…${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}
