import type { Json } from "../model/json.ts";
import type { Place, Source } from "../model/source.ts";
import { build } from "./build.ts";
import { countEntries } from "./entries.ts";
import { type FatalCode, type Mistake, YamlError } from "./error.ts";
import { defaultLimits, type Spent, type YamlLimits } from "./limits.ts";
import { Lines } from "./lines.ts";
import type { Oddity } from "./noted.ts";
import { parse } from "./parse.ts";
import { Places } from "./places.ts";
import { QuickReader } from "./quick/index.ts";
import { type Chunk, split } from "./split.ts";
import { Unreadable } from "./unreadable.ts";

/** A document with the means to say where each of its values stands. */
export interface YamlDocument {
  readonly value: Json;
  readonly source: Source;
  /** Offsets of the document in the file's text, its `---` line included; `end` is exclusive. */
  readonly range: { readonly start: number; readonly end: number };
}

/**
 * Every document of a stream, as Kubernetes reads it. Empty documents are left out. JSON is read too.
 * @throws YamlError at the first document that cannot be read.
 */
export function readValues(text: string): readonly Json[] {
  const { passed, plainUntil } = countEntries(text, defaultLimits.entries);
  if (passed !== undefined) throw new YamlError("entry-limit", "too many entries", new Lines(text).at(passed));
  const values: Json[] = [];
  const reader = readerOf(text, defaultLimits, plainUntil);
  for (const chunk of split(text)) {
    try {
      const value = readChunk(reader, chunk, undefined);
      if (value !== null) values.push(value);
    } catch (error) {
      throw asYamlError(error, text, chunk, new Lines(text));
    }
  }
  return values;
}

/** What a file gave. */
export interface YamlFile {
  readonly documents: readonly YamlDocument[];
  readonly mistakes: readonly Mistake[];
  /** What it cost of limits that the files of a tree share. */
  readonly cost: { readonly entries: number; readonly expanded: number };
}

/**
 * Every document of a file with its places. One that cannot be read is a mistake and is left out; those before and after it are kept, unless a limit of
 * the file is passed. Mistakes come in the order of the text. Nothing in a mistake quotes a value, except the spelling of a number or boolean and the name
 * of a key.
 */
export function readDocuments(file: string, text: string, limits: YamlLimits = defaultLimits): YamlFile {
  const places = new Places(file, text, limits);
  const { count: entries, passed, plainUntil } = countEntries(text, limits.entries);
  if (passed !== undefined) {
    const mistake = limitMistake("entry-limit", limits.entries, places.at(passed), 0);
    return { documents: [], mistakes: [mistake], cost: { entries, expanded: 0 } };
  }
  const reader = readerOf(text, limits, plainUntil);
  const documents: YamlDocument[] = [];
  const mistakes: Mistake[] = [];
  let unreadable = 0;
  for (const [index, chunk] of split(text, limits.documents + 1).entries()) {
    const limit = index >= limits.documents ? "documents" : unreadable >= limits.unreadable ? "unreadable" : undefined;
    if (limit !== undefined) {
      mistakes.push(
        limitMistake(limit === "documents" ? "document-limit" : "unreadable-limit", limits[limit], places.at(chunk.start), index),
      );
      break;
    }
    const oddities: Oddity[] = [];
    try {
      const value = readChunk(reader, chunk, oddities);
      for (const oddity of oddities) {
        const isIgnored = oddity.code === "ignored-document";
        if (isIgnored) unreadable++;
        if (isIgnored || mistakes.length < mostMistakes) mistakes.push(mistakeOf(oddity, chunk, index, places));
      }
      if (value !== null) documents.push({ value, source: places.source(chunk, index), range: { start: chunk.start, end: chunk.end } });
    } catch (error) {
      const known = asYamlError(error, text, chunk, places.lines);
      const place = { file, line: known.line, column: known.column };
      mistakes.push({ code: known.code, facts: { reason: known.reason }, place, document: index, path: [] });
      if (known.code === "alias-limit") break;
      unreadable++;
    }
  }
  return { documents, mistakes, cost: { entries, expanded: reader.spent.expanded } };
}

/** More mistakes of one file tell nobody anything new: after so many, oddities are not told. */
const mostMistakes = 500;

function limitMistake(code: FatalCode, limit: number, place: Place, document: number): Mistake {
  return { code, facts: { limit }, place, document, path: [] };
}

/** What the reading of every document of a text needs. */
interface Reader {
  readonly text: string;
  readonly quick: QuickReader;
  readonly limits: YamlLimits;
  readonly spent: Spent;
}

function readerOf(text: string, limits: YamlLimits, plainUntil: number): Reader {
  return { text, quick: new QuickReader(text, limits.keys, plainUntil), limits, spent: { aliases: 0, expanded: 0 } };
}

function readChunk({ text, quick, limits, spent }: Reader, chunk: Chunk, oddities: Oddity[] | undefined): Json {
  const simple = quick.read(chunk);
  if (simple !== undefined) return simple;
  if (chunk.hasTextAfterMark) throw new Unreadable("syntax", "text after `---` on the same line: Kubernetes does not read that", 0);
  const { events, source } = parse(text.slice(chunk.start, chunk.contentEnd), limits);
  const value = build(events, source, { limits, spent }, oddities);
  if (oddities !== undefined) noteUnseen(text, chunk, source, oddities);
  return value;
}

/** Text that Kubernetes leaves out, and line ends that only YAML 1.1 knows. */
function noteUnseen(text: string, chunk: Chunk, source: string, oddities: Oddity[]): void {
  const ignored = chunk.contentEnd === chunk.end ? -1 : text.slice(chunk.contentEnd, chunk.end).search(/^(?!\.\.\.|[ \t]*(?:#|\r?$)|%)/mu);
  if (ignored >= 0) oddities.push({ code: "ignored-document", facts: {}, path: [], offset: chunk.contentEnd - chunk.start + ignored });
  const separator = source.search(/[\u0085\u2028\u2029]/u);
  if (separator >= 0) oddities.push({ code: "line-separator", facts: {}, path: [], offset: separator });
}

function mistakeOf(oddity: Oddity, chunk: Chunk, document: number, places: Places): Mistake {
  const place = places.at(chunk.start + oddity.offset);
  const first = oddity.firstOffset === undefined ? {} : { first: places.at(chunk.start + oddity.firstOffset).line };
  return { code: oddity.code, facts: { ...oddity.facts, ...first }, place, document, path: oddity.path };
}

/** What a merge left behind is a mistake of its own, wherever the parser stumbles over it. */
function conflictIn(text: string, { start, end }: Chunk, lines: Lines): YamlError | undefined {
  const found = /^<{7}(?: .*)?$[^]*?^>{7}(?: .*)?$/mu.exec(text.slice(start, end));
  if (found === null) return undefined;
  const at = lines.at(start + found.index);
  return new YamlError("syntax", `it holds a merge conflict, down to line ${lines.at(start + found.index + found[0].length).line}`, at);
}

function asYamlError(error: unknown, text: string, chunk: Chunk, lines: Lines): YamlError {
  const conflict = error instanceof Unreadable && error.code === "syntax" ? conflictIn(text, chunk, lines) : undefined;
  if (conflict !== undefined) return conflict;
  if (error instanceof Unreadable) return new YamlError(error.code, error.message, lines.at(chunk.start + Math.max(0, error.offset)));
  if (error instanceof RangeError) return new YamlError("depth-limit", "nested too deep", lines.at(chunk.start));
  throw error;
}
