import type { Json } from "../../model/json.ts";
import {
  type Cursor,
  dash,
  doubleQuote,
  endLine,
  hash,
  newline,
  nextLine,
  openBrace,
  openBracket,
  singleQuote,
  skipSpaces,
  space,
} from "./cursor.ts";
import { flow } from "./flow.ts";
import { key, tooManyKeys } from "./key.ts";
import { literal } from "./literal.ts";
import { plainLines } from "./plain.ts";
import { quoted, quotedLines } from "./quoted.ts";

const bar = 0x7c;

/** The list or mapping that begins at the cursor, first on its line. `room`: how many more levels it may have. */
export function block(cursor: Cursor, room: number): Json | undefined {
  if (isDash(cursor)) return list(cursor, cursor.column, room);
  const name = key(cursor, false);
  return name === undefined ? undefined : mapping(cursor, cursor.column, room, name);
}

function mapping(cursor: Cursor, column: number, room: number, first: string): Json | undefined {
  const object: Record<string, Json> = {};
  let left = cursor.mostKeys;
  for (let name: string | undefined = first; name !== undefined; name = key(cursor, false)) {
    // Not only a key written twice: also `constructor`, which every object has.
    if (object[name] !== undefined) return undefined;
    if (left-- === 0) throw tooManyKeys(cursor, name);
    const value = entry(cursor, column, room);
    if (value === undefined) return undefined;
    object[name] = value;
    if (cursor.column !== column) return cursor.column < column ? object : undefined;
  }
  return undefined;
}

function list(cursor: Cursor, column: number, room: number): Json | undefined {
  const items: Json[] = [];
  for (;;) {
    const value = item(cursor, column, room);
    if (value === undefined) return undefined;
    items.push(value);
    if (cursor.column > column) return undefined;
    if (cursor.column < column || !isDash(cursor)) return items;
  }
}

/** What stands behind `key:`, up to the next line of content. */
function entry(cursor: Cursor, column: number, room: number): Json | undefined {
  const next = skipSpaces(cursor);
  if (next !== newline && next !== hash) return inline(cursor, column, room);
  toNextLine(cursor);
  if (cursor.column > column) return room > 0 ? below(cursor, column, room) : undefined;
  // A list may stand at the column of its key.
  if (cursor.column === column && isDash(cursor)) return room > 0 ? list(cursor, column, room - 1) : undefined;
  return null;
}

/** What stands on the lines after a key at `column`: as generators write it, also brackets on a line of their own. */
function below(cursor: Cursor, column: number, room: number): Json | undefined {
  const first = cursor.text.charCodeAt(cursor.at);
  return first === openBracket || first === openBrace ? inline(cursor, column, room) : block(cursor, room - 1);
}

/** What stands behind the dash at the cursor. */
function item(cursor: Cursor, column: number, room: number): Json | undefined {
  const start = cursor.at;
  cursor.at++;
  const next = skipSpaces(cursor);
  if (next === newline || next === hash) {
    toNextLine(cursor);
    if (cursor.column <= column) return null;
    return room > 0 ? block(cursor, room - 1) : undefined;
  }
  const inner = column + cursor.at - start;
  if (room > 0 && isDash(cursor)) return list(cursor, inner, room - 1);
  const name = room > 0 ? key(cursor, false) : undefined;
  return name === undefined ? inline(cursor, column, room) : mapping(cursor, inner, room - 1, name);
}

/** A value on the line of its key or dash, which stands at `column`. */
export function inline(cursor: Cursor, column: number, room: number): Json | undefined {
  const first = cursor.text.charCodeAt(cursor.at);
  if (first === bar) {
    const text = literal(cursor, column);
    return cursor.column > column ? undefined : text;
  }
  const value = inlineValue(cursor, first, column, room);
  // A line that stands deeper goes on with this value.
  return value === undefined || !endLine(cursor) || cursor.column > column ? undefined : value;
}

function inlineValue(cursor: Cursor, first: number, column: number, room: number): Json | undefined {
  switch (first) {
    case openBracket:
    case openBrace:
      return flow(cursor, column, room);
    case doubleQuote:
      return quoted(cursor);
    case singleQuote:
      return quoted(cursor) ?? quotedLines(cursor, column);
    default:
      return plainLines(cursor, column);
  }
}

function toNextLine(cursor: Cursor): void {
  cursor.at = cursor.text.indexOf("\n", cursor.at) + 1;
  nextLine(cursor);
}

function isDash({ text, at }: Cursor): boolean {
  if (text.charCodeAt(at) !== dash) return false;
  const next = text.charCodeAt(at + 1);
  return next === space || next === newline;
}
