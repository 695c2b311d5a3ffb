import { plainScalar } from "../schema.ts";
import { Unreadable } from "../unreadable.ts";
import { type Cursor, colon, doubleQuote, newline, singleQuote, space } from "./cursor.ts";
import { quoted } from "./quoted.ts";
import { endOfKey } from "./word.ts";

const longest = 200;
const longestSeen = 40;

/** A key and its colon; the cursor is left behind the colon. Undefined, with the cursor where it was, when there is none that is surely one. */
export function key(cursor: Cursor, isInFlow: boolean): string | undefined {
  const { text } = cursor;
  const start = cursor.at;
  const first = text.charCodeAt(start);
  const isQuoted = first === doubleQuote || first === singleQuote;
  const found = isQuoted ? quoted(cursor) : bareKey(cursor);
  const next = text.charCodeAt(cursor.at + 1);
  const isKey = text.charCodeAt(cursor.at) === colon && (next === space || next === newline || (isQuoted && isInFlow));
  if (found === undefined || !isKey || cursor.at - start > longest || found === "__proto__") {
    cursor.at = start;
    return undefined;
  }
  cursor.at++;
  return found;
}

/** Told at once, because the careful reader would read the whole document first. The key `name` was just read. */
export function tooManyKeys({ text, at, start }: Cursor, name: string): Unreadable {
  const last = text.charCodeAt(at - 2);
  const quotes = last === doubleQuote || last === singleQuote ? 2 : 0;
  return new Unreadable("key-limit", "too many keys in one mapping", at - 1 - quotes - name.length - start);
}

/** Keys that were read before, by a few of their characters: most keys are a few hundred words, and a string less to make is time saved. */
const seen = Array.from<string>({ length: 1024 }).fill("");

function bareKey(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const start = cursor.at;
  const end = endOfKey(text, start);
  const length = end - start;
  if (length === 0) return undefined;
  cursor.at = end;
  const slot = slotOf(text, start, end);
  const before = seen[slot] ?? "";
  if (before.length === length && text.startsWith(before, start)) return before;
  const found = text.slice(start, end);
  // `yes`, `null` and their like are no text.
  if (plainScalar(found) !== found) return undefined;
  if (length > longestSeen) return found;
  // The name of a property is a copy: a piece of a text would hold the whole text in memory for as long as it is remembered.
  const [copy = found] = Object.keys({ [found]: true });
  seen[slot] = copy;
  return copy;
}

function slotOf(text: string, start: number, end: number): number {
  const length = end - start;
  return (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + text.charCodeAt(start + (length >> 1)) * 131 + length * 17) & 1023;
}
