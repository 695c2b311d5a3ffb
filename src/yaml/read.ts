import type { Json } from "../model/json.ts";
import type { Source } from "../model/source.ts";
import { build, type Oddity, Unreadable } from "./build.ts";
import { type Mistake, YamlError } from "./error.ts";
import { defaultLimits, type YamlLimits } from "./limits.ts";
import { Lines } from "./lines.ts";
import { parse } from "./parse.ts";
import { Places } from "./places.ts";
import { QuickReader } from "./quick/index.ts";
import { type Chunk, split } from "./split.ts";

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
  const values: Json[] = [];
  const quick = new QuickReader(text);
  for (const chunk of split(text)) {
    try {
      const value = quick.read(chunk) ?? readChunk(text, chunk, defaultLimits, undefined);
      if (value !== null) values.push(value);
    } catch (error) {
      throw asYamlError(error, chunk, new Lines(text));
    }
  }
  return values;
}

/**
 * Every document of a file with its places. One that cannot be read is a mistake and is left out; those before and after it are kept. Mistakes come in
 * the order of the text. Nothing in a mistake quotes a value, except the spelling of a number or boolean and the name of a key.
 */
export function readDocuments(
  file: string,
  text: string,
  limits: YamlLimits = defaultLimits,
): { readonly documents: readonly YamlDocument[]; readonly mistakes: readonly Mistake[] } {
  const places = new Places(file, text, limits);
  const quick = new QuickReader(text);
  const documents: YamlDocument[] = [];
  const mistakes: Mistake[] = [];
  const chunks = split(text, limits.documents + 1);
  let index = 0;
  for (const chunk of chunks.slice(0, limits.documents)) {
    const oddities: Oddity[] = [];
    try {
      const value = quick.read(chunk) ?? readChunk(text, chunk, limits, oddities);
      for (const oddity of oddities) mistakes.push(mistakeOf(oddity, chunk, index, places));
      if (value === null) continue;
      documents.push({ value, source: places.source(chunk, index), range: { start: chunk.start, end: chunk.end } });
    } catch (error) {
      const known = asYamlError(error, chunk, places.lines);
      const place = { file, line: known.line, column: known.column };
      mistakes.push({ code: known.code, facts: { reason: known.reason }, place, document: index, path: [] });
    }
    index++;
  }
  const beyond = chunks[limits.documents];
  if (beyond !== undefined)
    mistakes.push({
      code: "document-limit",
      facts: { limit: limits.documents },
      place: places.at(beyond.start),
      document: index,
      path: [],
    });
  return { documents, mistakes };
}

function readChunk(text: string, chunk: Chunk, limits: YamlLimits, oddities: Oddity[] | undefined): Json {
  if (chunk.hasTextAfterMark) throw new Unreadable("syntax", "text after `---` on the same line: Kubernetes does not read that", 0);
  const { events, source } = parse(text.slice(chunk.start, chunk.contentEnd), limits);
  const value = build(events, source, limits, oddities);
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

function asYamlError(error: unknown, chunk: Chunk, lines: Lines): YamlError {
  if (error instanceof Unreadable) return new YamlError(error.code, error.message, lines.at(chunk.start + Math.max(0, error.offset)));
  if (error instanceof RangeError) return new YamlError("depth-limit", "nested too deep", lines.at(chunk.start));
  throw error;
}
