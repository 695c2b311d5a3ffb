import { type Cursor, dash, newline, nextLine, space, zero } from "./cursor.ts";

/** A text after `|` or `|-` whose lines stand deeper than `column`; a number between the two says by how much. */
export function literal(cursor: Cursor, column: number): string | undefined {
  const { text, end } = cursor;
  const given = text.charCodeAt(cursor.at + 1) - zero;
  const isGiven = given > 0 && given < 10;
  const mark = cursor.at + (isGiven ? 2 : 1);
  const isStripped = text.charCodeAt(mark) === dash;
  const start = mark + (isStripped ? 2 : 1);
  if (text.charCodeAt(start - 1) !== newline || start >= end) return undefined;
  const indent = isGiven ? column + given : indentOf(text, start, end);
  if (indent <= column || (!isGiven && text.charCodeAt(start + indent) === newline)) return undefined;

  let last = start;
  let at = start;
  while (at < end) {
    if (text.charCodeAt(at) === newline) {
      at++;
      continue;
    }
    const found = indentOf(text, at, indent);
    if (found > 0 && isBlank(text, at + found)) return undefined;
    if (found < indent) {
      if (found > column) return undefined;
      break;
    }
    at = text.indexOf("\n", at) + 1;
    last = at;
  }
  if (last === start) return undefined;
  cursor.at = at;
  nextLine(cursor);
  // Where the file ends without a line break, kubectl puts one.
  return text
    .slice(start - 1, isStripped ? last - 1 : last)
    .replaceAll(`\n${" ".repeat(indent)}`, "\n")
    .slice(1);
}

/** Spaces at the beginning of a line, as far as `most`. */
function indentOf(text: string, start: number, most: number): number {
  let at = start;
  while (at - start < most && text.charCodeAt(at) === space) at++;
  return at - start;
}

/** True when nothing but space follows on the line. */
function isBlank(text: string, start: number): boolean {
  let at = start;
  while (text.charCodeAt(at) === space) at++;
  return text.charCodeAt(at) === newline;
}
