import type { Place } from "../model/source.ts";

/** A point in a text of its own: line and column from 1. */
export interface At {
  readonly line: number;
  readonly column: number;
}

/**
 * The place in the file of a point inside a text that is written there as a block (`mesh: |`), as configuration inside a ConfigMap is. `place` is where the value
 * begins. A text that is written in another way has its lines elsewhere, so then the place of the value stands for all of them.
 */
export function inBlock(place: Place, file: string, { line, column }: At): Place {
  const lines = file.split(/\r\n|\r|\n/u);
  const own = lines[place.line - 1] ?? "";
  const header = /^\|(\d?)[+-]?(\d?)[+-]?[ \t]*(?:#.*)?$/u.exec(own.slice(place.column - 1));
  if (header === null) return place;
  const below = lines.slice(place.line);
  const given = Number(header[1] || header[2]);
  const indent = given > 0 ? indentOf(own) + given : indentOf(below.find((text) => text.trim() !== "") ?? "");
  // What is missing at the end of the text is missed on its last line.
  const next = below.findIndex((text) => text.trim() !== "" && indentOf(text) < indent);
  const last = below.slice(0, next < 0 ? undefined : next).findLastIndex((text) => text.trim() !== "");
  if (line > last + 1) return { file: place.file, line: place.line + last + 1, column: (below[last]?.length ?? 0) + 1 };
  return { file: place.file, line: place.line + line, column: indent + column };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
