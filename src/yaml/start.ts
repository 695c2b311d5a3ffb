import type { Chunk } from "./split.ts";

/**
 * Where the value of a document begins that was read before: behind its `---` line, empty lines and comments. Undefined where a parser has to say it,
 * as with anchors, tags and directives.
 */
export function startOfContent(text: string, { start, contentEnd, hasTextAfterMark }: Chunk): number | undefined {
  if (hasTextAfterMark) return undefined;
  let at = text.startsWith("---", start) ? nextLine(text, start) : start;
  while (at < contentEnd) {
    while (text.charCodeAt(at) === space) at++;
    const first = text.charCodeAt(at);
    if (first === hash) at = nextLine(text, at);
    else if (first === newline) at++;
    else return at < contentEnd && begins(text, at, first) ? at : undefined;
  }
  return undefined;
}

const newline = 0x0a;
const space = 0x20;
const hash = 0x23;
const dash = 0x2d;

/** True for a letter, a quote, a bracket, and the dash of an entry: there a value stands where it seems to stand. */
function begins(text: string, at: number, first: number): boolean {
  if (first === dash) return text.charCodeAt(at + 1) === space;
  return /["'A-Za-z[{]/u.test(text.charAt(at));
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}
