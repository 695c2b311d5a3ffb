import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Json } from "../model/json.ts";
import { plainScalar, taggedScalar } from "./schema.ts";

/** A scalar as its document means it; `undefined` where Kubernetes refuses it. `source` is the text the event's offsets are of. */
export function scalarValue(event: ScalarEvent, source: string): Json | undefined {
  const text = event.fast && event.valueStart >= 0 ? source.slice(event.valueStart, event.valueEnd) : getScalarValue(source, event);
  if (event.tagStart >= 0) return withTag(event, source, text);
  return event.style === SCALAR_STYLE.PLAIN ? plainScalar(text) : text;
}

function withTag(event: ScalarEvent, source: string, text: string): Json | undefined {
  const tag = source.slice(event.tagStart, event.tagEnd);
  if (tag === "!") return text;
  return taggedScalar(longTag(tag), text);
}

function longTag(tag: string): string {
  if (tag.startsWith("!!")) return `tag:yaml.org,2002:${tag.slice(2)}`;
  return tag.startsWith("!<") ? tag.slice(2, -1) : tag;
}

/** True for the key `<<` that merges: bare, not in quotes. */
export function isMergeKey(event: ScalarEvent, source: string): boolean {
  if (event.valueEnd - event.valueStart !== 2 || source.charCodeAt(event.valueStart) !== 0x3c || !source.startsWith("<<", event.valueStart))
    return false;
  return event.tagStart >= 0 ? source.slice(event.tagStart, event.tagEnd) === "!!merge" : event.style === SCALAR_STYLE.PLAIN;
}

/** Where a reader sees a scalar begin: at its quote, at the `|` of a block, else at its first character. -1 for an empty one. */
export function scalarOffset(event: ScalarEvent, source: string): number {
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return blockHeader(event.valueStart, source);
  }
}

function blockHeader(valueStart: number, source: string): number {
  const isBreak = (at: number): boolean => source[at] === "\n" || source[at] === "\r";
  let end = valueStart;
  while (end > 0 && isBreak(end - 1) && valueStart - end < 2) end--;
  if (source[end] === "\n" && source[end - 1] === "\r") end--;
  let start = end;
  while (start > 0 && !isBreak(start - 1)) start--;
  const found = source.slice(start, end).search(/[|>][-+0-9]*[ \t]*(?:#.*)?$/u);
  return found < 0 ? valueStart : start + found;
}
