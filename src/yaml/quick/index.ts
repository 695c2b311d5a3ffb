import type { Json } from "../../model/json.ts";
import type { Chunk } from "../split.ts";
import { block, inline } from "./block.ts";
import { type Cursor, hash, newline, nextLine, openBrace, openBracket, skipSpaces } from "./cursor.ts";

/** Levels that are surely allowed; how deep a document may be is counted by the careful reader. */
const room = 40;

/** What only the careful reader judges: carriage returns, tabs, everything that is not printed, and half of a character. */
const careful = /[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff]/gu;

/**
 * Reads the documents of one text as nearly everybody writes them: mappings and lists in lines or in brackets, words, numbers, quotes without escapes,
 * `|` texts. Whatever is rarer, odd or wrong is left to the careful reader (`build`), which is the definition: where this one answers, that one gives the
 * same value and notes no oddity, and a test holds them to it.
 */
export class QuickReader {
  readonly #text: string;
  readonly #isPadded: boolean;
  readonly #mostKeys: number;
  readonly #plainUntil: number;
  /** Where the next character for the careful reader is. */
  #careful = -1;

  /** `mostKeys`: of one mapping. `plainUntil`: what `countEntries` saw of the text. */
  constructor(text: string, mostKeys: number, plainUntil = 0) {
    this.#mostKeys = mostKeys;
    this.#plainUntil = plainUntil;
    this.#isPadded = !text.endsWith("\n");
    this.#text = this.#isPadded ? `${text}\n` : text;
  }

  /**
   * The document's value, `null` for an empty one; `undefined` when it needs the careful reader. Ask in the order of the text.
   * @throws Unreadable when a mapping has too many keys.
   */
  read(chunk: Chunk): Json | undefined {
    const { start, end, contentEnd, hasTextAfterMark } = chunk;
    if (contentEnd !== end || hasTextAfterMark || this.#needsCare(start, end)) return undefined;
    const isLast = this.#isPadded && end === this.#text.length - 1;
    const cursor: Cursor = {
      text: this.#text,
      start,
      end: isLast ? end + 1 : end,
      isPadded: isLast,
      mostKeys: this.#mostKeys,
      at: start,
      column: 0,
    };
    if (cursor.end === start) return null;
    if (!skipMark(cursor)) return undefined;
    if (cursor.column < 0) return null;
    if (cursor.column > 0) return undefined;
    const first = cursor.text.charCodeAt(cursor.at);
    const value = first === openBracket || first === openBrace ? inline(cursor, -1, room) : block(cursor, room);
    return cursor.column === -1 ? value : undefined;
  }

  #needsCare(start: number, end: number): boolean {
    if (this.#careful < start) {
      careful.lastIndex = Math.max(start, this.#plainUntil);
      this.#careful = careful.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#careful < end;
  }
}

/** Over the `---` line, to the first line of content. */
function skipMark(cursor: Cursor): boolean {
  const { text } = cursor;
  if (text.startsWith("---", cursor.at)) {
    const mark = cursor.at + 3;
    cursor.at = mark;
    const next = skipSpaces(cursor);
    if (next === hash && cursor.at > mark) cursor.at = text.indexOf("\n", cursor.at);
    else if (next !== newline) return false;
    cursor.at++;
  }
  nextLine(cursor);
  return true;
}
