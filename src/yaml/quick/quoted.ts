import { type Cursor, newline, singleQuote, space } from "./cursor.ts";

const backslash = 0x5c;

/** The text in quotes on one line, without escapes. */
export function quoted(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const quote = text.charCodeAt(cursor.at);
  const start = cursor.at + 1;
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === singleQuote && text.charCodeAt(at + 1) === singleQuote) return undefined;
      cursor.at = at + 1;
      return text.slice(start, at);
    }
    if (code === newline || code === backslash) return undefined;
  }
}

/** The text in single quotes over several lines that stand deeper than `column`, none of them empty; `''` is one quote. */
export function quotedLines(cursor: Cursor, column: number): string | undefined {
  const { text, end } = cursor;
  const lines: string[] = [];
  let start = cursor.at + 1;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === singleQuote) {
      if (text.charCodeAt(at + 1) === singleQuote) at++;
      else {
        lines.push(text.slice(start, at));
        cursor.at = at + 1;
        return lines.join(" ").replaceAll("''", "'");
      }
    } else if (code === newline) {
      // Space beside a break is not of the text; where there is some before it, the careful reader counts.
      if (text.charCodeAt(at - 1) === space) return undefined;
      lines.push(text.slice(start, at));
      start = at + 1;
      while (text.charCodeAt(start) === space) start++;
      if (start - at - 1 <= column || text.charCodeAt(start) === newline) return undefined;
      at = start - 1;
    }
  }
  return undefined;
}
