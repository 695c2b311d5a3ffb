/** So short a text is walked through again for a line further up: that is quicker than to make a table of its lines. */
const short = 64 * 1024;

/** Turns offsets into lines and columns, both from 1. */
export class Lines {
  readonly #text: string;
  /** The line that was asked about last: mostly the next question is about one further down. */
  #line = 1;
  #start = 0;
  #next: number | undefined;
  /** Of all lines: made for the first question about one further up in a long text, and for texts with other line ends. */
  #starts: Int32Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The line and column of an offset; past the end, those of the end. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const sought = Math.max(0, Math.min(offset, this.#text.length));
    if (this.#next === undefined || sought < this.#start) this.#begin();
    if (this.#starts !== undefined) return lineIn(this.#starts, sought);
    for (let next = this.#next ?? 0; next <= sought; next = this.#nextStart()) {
      this.#line++;
      this.#start = next;
    }
    return { line: this.#line, column: sought - this.#start + 1 };
  }

  #begin(): void {
    const isAgain = this.#next !== undefined;
    if (isAgain ? this.#text.length > short : this.#text.includes("\r")) this.#starts ??= lineStarts(this.#text);
    this.#line = 1;
    this.#start = 0;
    this.#nextStart();
  }

  /** Where the line after the present one begins; nowhere after the last. */
  #nextStart(): number {
    const end = this.#text.indexOf("\n", this.#start);
    this.#next = end < 0 ? Number.POSITIVE_INFINITY : end + 1;
    return this.#next;
  }
}

function lineIn(starts: Int32Array, sought: number): { readonly line: number; readonly column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= sought) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: sought - (starts[low] ?? 0) + 1 };
}

/** Lines end with `\n`, `\r\n` or a lone `\r`, as in YAML and in editors. */
function lineStarts(text: string): Int32Array {
  let starts = new Int32Array(1024);
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d) continue;
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at++;
    if (count === starts.length) {
      const longer = new Int32Array(count * 2);
      longer.set(starts);
      starts = longer;
    }
    starts[count++] = at + 1;
  }
  return starts.subarray(0, count);
}
