/** The text of one document, with its `---` line when it has one. Offsets count from the start of the file, end exclusive. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Set when the line beginning with `---` goes on with something else than a comment: Kubernetes refuses that. */
  readonly hasTextAfterMark: boolean;
}

/**
 * Cuts a stream where Kubernetes cuts it: at every line that begins with `---` followed by white space. That is a document boundary in YAML
 * too, inside any scalar, so no document is ever cut in two. One broken document then costs only itself. No more than `most` chunks are cut.
 */
export function split(text: string, most = Number.POSITIVE_INFINITY): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let next = isMark(text, start) ? start : nextMark(text, start);
  if (next !== start) chunks.push({ start, end: next, hasTextAfterMark: false });
  while (next < text.length && chunks.length < most) {
    start = next;
    next = nextMark(text, start);
    chunks.push({ start, end: next, hasTextAfterMark: /^---[ \t]+[^#\s]/u.test(text.slice(start, Math.min(next, start + 200))) });
  }
  return chunks;
}

function nextMark(text: string, from: number): number {
  for (let at = text.indexOf("\n---", from); at >= 0; at = text.indexOf("\n---", at + 1)) {
    if (isMark(text, at + 1)) return at + 1;
  }
  return text.length;
}

function isMark(text: string, at: number): boolean {
  if (!text.startsWith("---", at)) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === 0x20 || after === 0x09 || after === 0x0a || after === 0x0d;
}
