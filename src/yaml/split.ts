/** The text of one document, with its `---` line when it has one. Offsets count from the start of the file, end exclusive. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** Where Kubernetes stops reading: at a line `...`, else at `end`. */
  readonly contentEnd: number;
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
  if (next !== start) chunks.push(chunkOf(text, start, next));
  while (next < text.length && chunks.length < most) {
    start = next;
    next = nextMark(text, start);
    chunks.push(chunkOf(text, start, next));
  }
  return chunks;
}

function chunkOf(text: string, start: number, end: number): Chunk {
  const isMarked = text.startsWith("---", start);
  const lineEnd = isMarked ? text.indexOf("\n", start) : -1;
  // A byte order mark may begin any document; the parser takes it only at the start of a text.
  const content = lineEnd >= 0 && lineEnd + 1 < end && text.charCodeAt(lineEnd + 1) === 0xfeff ? lineEnd + 2 : start;
  const hasTextAfterMark = isMarked && lineEnd !== start + 3 && /^---[ \t]+[^#\s]/u.test(text.slice(start, Math.min(end, start + 200)));
  return { start: content, end, contentEnd: documentEnd(text, content, end), hasTextAfterMark };
}

/** The start of the first line `...` in the chunk, else its end. Looks no further than the chunk: a file of many chunks would be searched as often. */
function documentEnd(text: string, start: number, end: number): number {
  const chunk = text.slice(start, end);
  for (let at = chunk.indexOf("\n..."); at >= 0; at = chunk.indexOf("\n...", at + 1)) {
    if (at + 4 >= chunk.length || /\s/u.test(chunk[at + 4] ?? "")) return start + at + 1;
  }
  return end;
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
