import type { Json } from "../../model/json.ts";
import { oddScalar } from "../oddities.ts";
import { plainScalar } from "../schema.ts";
import { type Cursor, colon, dash, dot, nine, zero } from "./cursor.ts";

/** For each ASCII character: 1 it may stand in a bare word anywhere, 2 such a word may also begin with it. */
const word = new Uint8Array(128);
for (const character of "-+=@%*;)<>|&!") word[character.charCodeAt(0)] = 1;
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./$^(~") word[character.charCodeAt(0)] = 2;

/** A bare scalar inside brackets: one word. */
export function plainWord(cursor: Cursor): Json | undefined {
  const { text } = cursor;
  const start = cursor.at;
  if (!beginsWord(text, start)) return undefined;
  let at = start + 1;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    const isWithin = isWord(code) || (code === colon && isWord(text.charCodeAt(at + 1)));
    if (!isWithin) break;
  }
  cursor.at = at;
  return scalarOf(text, start, at);
}

/** True where a bare scalar surely begins, in lines and in brackets. */
export function beginsWord(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first !== dash) return word[first] === 2;
  const second = text.charCodeAt(at + 1);
  // `-1`, and the flags of programs: `--port`.
  return word[second] === 2 || (second === dash && word[text.charCodeAt(at + 2)] === 2);
}

/** Where a bare key ends that begins at `start`; `start` when none surely does. */
export function endOfKey(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (word[first] !== 2 || (first >= zero && first <= nine) || first === dot) return start;
  let at = start + 1;
  while (isWord(text.charCodeAt(at))) at++;
  return at;
}

function isWord(code: number): boolean {
  return (word[code] ?? 0) !== 0;
}

/** What a bare scalar means; undefined where that may surprise somebody. */
export function scalarOf(text: string, start: number, end: number): Json | undefined {
  const first = text.charCodeAt(start);
  if (first > nine && end - start > 5) return text.slice(start, end);
  if (first >= zero && first <= nine) {
    const whole = wholeNumber(text, start, end);
    if (whole >= 0) return whole;
  }
  const found = text.slice(start, end);
  const value = plainScalar(found);
  return value === undefined || typeof value === "string" || oddScalar(found, value) === undefined ? value : undefined;
}

/** A decimal number without sign and leading zero; -1 for everything else. */
function wholeNumber(text: string, start: number, end: number): number {
  if (end - start > 15 || (text.charCodeAt(start) === zero && end - start > 1)) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
