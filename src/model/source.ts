import type { Path } from "./json.ts";

/** A point in a text file of the repository. Lines and columns count from 1; columns are UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where a document was written, and where each value inside it was. */
export interface Source {
  readonly file: string;
  /** Number of the document in its file, from 0. */
  readonly index: number;
  /** The line on which the document begins, from 1. */
  readonly line: number;
  /**
   * The place of the value at `path`; of its key when `of` is `key`. Where the path leads nowhere, the place of the
   * nearest value above it, so a finding about something missing still points at the object that misses it.
   */
  place(path: Path, of?: "key" | "value"): Place;
}

/** True for the file `path` itself and for every file below it, should it stand for a folder. */
export function isWithin(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

/** The first character of a file: for findings about the file as a whole. */
export function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}
