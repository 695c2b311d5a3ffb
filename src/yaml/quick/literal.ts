import { type Cursor, dash, newline, nextLine, space } from "./cursor.ts";

/** A text after `|` or `|-` whose lines stand deeper than `column`. */
export function literal(cursor: Cursor, column: number): string | undefined {
  const { text, end } = cursor;
  const isStripped = text.charCodeAt(cursor.at + 1) === dash;
  const start = cursor.at + (isStripped ? 3 : 2);
  if (text.charCodeAt(start - 1) !== newline || start >= end) return undefined;
  let indent = 0;
  while (text.charCodeAt(start + indent) === space) indent++;
  if (indent <= column || text.charCodeAt(start + indent) === newline) return undefined;

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
  if (at === end && cursor.isPadded) return undefined;
  cursor.at = at;
  nextLine(cursor);
  return text.slice(start + indent, isStripped ? last - 1 : last).replaceAll(`\n${" ".repeat(indent)}`, "\n");
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
