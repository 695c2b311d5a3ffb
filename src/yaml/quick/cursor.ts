/** Where the quick reader stands in a document. Moved by everything that reads; one per document. */
export interface Cursor {
  /** Ends with a line break. */
  readonly text: string;
  /** Where the document begins. */
  readonly start: number;
  /** Where the document ends: after a line break. */
  readonly end: number;
  /** True when the last line break is not of the document but was put there for the reader. */
  readonly isPadded: boolean;
  /** Keys that one mapping may have. */
  readonly mostKeys: number;
  at: number;
  /** Of the line of content that `nextLine` found; -1 at the end of the document. */
  column: number;
}

export const newline = 0x0a;
export const space = 0x20;
export const hash = 0x23;
export const dash = 0x2d;
export const dot = 0x2e;
export const zero = 0x30;
export const nine = 0x39;
export const colon = 0x3a;
export const comma = 0x2c;
export const doubleQuote = 0x22;
export const singleQuote = 0x27;
export const openBracket = 0x5b;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** From the start of a line to the first character of the next line that holds more than space and comments. */
export function nextLine(cursor: Cursor): void {
  const { text, end } = cursor;
  for (let start = cursor.at; start < end; ) {
    let at = start;
    while (text.charCodeAt(at) === space) at++;
    const first = text.charCodeAt(at);
    if (first === newline) start = at + 1;
    else if (first === hash) start = text.indexOf("\n", at) + 1;
    else {
      cursor.at = at;
      cursor.column = at - start;
      return;
    }
  }
  cursor.at = end;
  cursor.column = -1;
}

/** To the next line of content, when nothing but space and a comment is left of this one; else false. */
export function endLine(cursor: Cursor): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === space) at++;
  const next = text.charCodeAt(at);
  if (next === hash && at > cursor.at) at = text.indexOf("\n", at);
  else if (next !== newline) return false;
  cursor.at = at + 1;
  nextLine(cursor);
  return true;
}

export function skipSpaces(cursor: Cursor): number {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === space) at++;
  cursor.at = at;
  return text.charCodeAt(at);
}
