import type { Json } from "../../model/json.ts";
import {
  type Cursor,
  closeBrace,
  closeBracket,
  comma,
  doubleQuote,
  newline,
  nextLine,
  openBrace,
  openBracket,
  singleQuote,
  skipSpaces,
  space,
} from "./cursor.ts";
import { key, tooManyKeys } from "./key.ts";
import { quoted } from "./quoted.ts";
import { plainWord } from "./word.ts";

/** A collection in brackets, whose lines after the first stand deeper than `column`. `room`: how many more levels it may have. */
export function flow(cursor: Cursor, column: number, room: number): Json | undefined {
  if (room <= 0) return undefined;
  const isList = cursor.text.charCodeAt(cursor.at) === openBracket;
  cursor.at++;
  return isList ? list(cursor, column, room - 1) : mapping(cursor, column, room - 1);
}

function list(cursor: Cursor, column: number, room: number): Json | undefined {
  const items: Json[] = [];
  let next = nextToken(cursor, column);
  if (next === closeBracket) return closed(cursor, items);
  for (;;) {
    const item = value(cursor, next, column, room);
    if (item === undefined) return undefined;
    items.push(item);
    next = nextToken(cursor, column);
    if (next === closeBracket) return closed(cursor, items);
    if (next !== comma) return undefined;
    cursor.at++;
    next = nextToken(cursor, column);
  }
}

function mapping(cursor: Cursor, column: number, room: number): Json | undefined {
  const object: Record<string, Json> = {};
  let left = cursor.mostKeys;
  let next = nextToken(cursor, column);
  if (next === closeBrace) return closed(cursor, object);
  for (;;) {
    const name = next < 0 ? undefined : key(cursor, true);
    // Not only a key written twice: also `constructor`, which every object has.
    if (name === undefined || object[name] !== undefined) return undefined;
    if (left-- === 0) throw tooManyKeys(cursor, name);
    const found = value(cursor, nextToken(cursor, column), column, room);
    if (found === undefined) return undefined;
    object[name] = found;
    next = nextToken(cursor, column);
    if (next === closeBrace) return closed(cursor, object);
    if (next !== comma) return undefined;
    cursor.at++;
    next = nextToken(cursor, column);
  }
}

function closed<T>(cursor: Cursor, value: T): T {
  cursor.at++;
  return value;
}

function value(cursor: Cursor, first: number, column: number, room: number): Json | undefined {
  if (first < 0) return undefined;
  switch (first) {
    case openBracket:
    case openBrace:
      return flow(cursor, column, room);
    case doubleQuote:
    case singleQuote:
      return quoted(cursor);
    default:
      return plainWord(cursor);
  }
}

/** The next character that is no space, also on a later line; -1 where that line stands too far left. */
function nextToken(cursor: Cursor, column: number): number {
  const found = cursor.text.charCodeAt(cursor.at);
  if (found !== space && found !== newline) return found;
  const next = skipSpaces(cursor);
  if (next !== newline) return next;
  cursor.at++;
  nextLine(cursor);
  return cursor.column > column ? cursor.text.charCodeAt(cursor.at) : -1;
}
