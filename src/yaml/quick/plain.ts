import type { Json } from "../../model/json.ts";
import { type Cursor, colon, dash, hash, newline, space } from "./cursor.ts";
import { beginsWord, scalarOf } from "./word.ts";

const question = 0x3f;

/** A bare scalar up to the end of its line or a comment, and its further lines, which stand deeper than `column`. */
export function plainLines(cursor: Cursor, column: number): Json | undefined {
  const { text } = cursor;
  const start = cursor.at;
  if (!beginsWord(text, start)) return undefined;
  const end = endOfText(text, start);
  const next = end < 0 ? -1 : continued(text, end, column);
  cursor.at = end;
  if (end < 0) return undefined;
  return next < 0 ? scalarOf(text, start, end) : folded(cursor, start, next, column);
}

/** Lines of one text, joined by spaces. Only of words: numbers do not go over lines. */
function folded(cursor: Cursor, first: number, second: number, column: number): string | undefined {
  const { text } = cursor;
  const lines = [text.slice(first, cursor.at)];
  for (let start = second; start >= 0; ) {
    const end = mayContinue(text.charCodeAt(start)) ? endOfText(text, start) : -1;
    if (end < 0) return undefined;
    lines.push(text.slice(start, end));
    cursor.at = end;
    start = continued(text, end, column);
  }
  return lines.join(" ");
}

/** Nearly everything is text there; what begins an entry elsewhere is left to the careful reader. */
function mayContinue(first: number): boolean {
  return first !== colon && first !== dash && first !== question;
}

/** Where the bare text on this line ends, trailing space left out; -1 where a colon makes it something else. */
function endOfText(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; ; at++) {
    const code = text.charCodeAt(at);
    if (code === newline) return end;
    if (code === space) continue;
    // A comment begins after space only; `endLine` looks for that again.
    if (code === hash && text.charCodeAt(at - 1) === space) return end;
    if (code === colon) {
      const next = text.charCodeAt(at + 1);
      if (next === space || next === newline) return -1;
    }
    end = at + 1;
  }
}

/** Where the text goes on that stops at `end`; -1 when the next line is empty, a comment, or stands no deeper than `column`. */
function continued(text: string, end: number, column: number): number {
  // Trailing space is rare, a comment after it rarer: then the next line is looked at as a line of its own.
  if (text.charCodeAt(end) !== newline) return -1;
  let at = end + 1;
  while (text.charCodeAt(at) === space) at++;
  const first = text.charCodeAt(at);
  return at - end - 1 > column && first !== newline && first !== hash ? at : -1;
}
