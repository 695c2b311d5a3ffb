import { YAMLException } from "js-yaml";
import type { YamlLimits } from "./limits.ts";
import { parseRelaxed, type Relaxed } from "./relax.ts";
import { tabRefusal } from "./strict.ts";
import { Unreadable } from "./unreadable.ts";

/**
 * The events of one chunk of a stream, and the text their offsets are of: the chunk's, character for character, save line breaks inside brackets.
 * @throws Unreadable, in words that quote nothing of the text.
 */
export function parse(chunk: string, limits: YamlLimits): Relaxed {
  const relaxed = parseOrRefuse(chunk, limits);
  const tab = tabRefusal(relaxed.events, relaxed.source);
  if (tab !== undefined) throw new Unreadable("syntax", "tab characters must not be used in indentation", tab);
  return relaxed;
}

function parseOrRefuse(chunk: string, limits: YamlLimits): Relaxed {
  try {
    return parseRelaxed(chunk, limits.depth);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const isDepth = error.reason.startsWith("nesting exceeded");
    throw new Unreadable(
      isDepth ? "depth-limit" : "syntax",
      isDepth ? "nested too deep" : harmlessReason(error.reason),
      error.mark?.position ?? 0,
    );
  }
}

/** Reasons that the parser words with a piece of the text: our words for them. That piece may be a password after a misplaced `*` or `!`. */
const quoting: readonly (readonly [start: string, words: string])[] = [
  ["tag name cannot contain", "a tag contains a character that tags cannot have"],
  ["undeclared tag handle", "a tag begins with a handle that is not declared"],
  ["there is a previously declared suffix", "a tag handle is declared twice"],
];

function harmlessReason(reason: string): string {
  const own = quoting.find(([start]) => reason.startsWith(start));
  if (own !== undefined) return own[1];
  // Every other reason of the parser is a fixed sentence; a new one that quotes would carry a double quote, a backtick or a colon and text.
  return /["`]|: \S/u.test(reason) ? "this is not valid YAML" : reason;
}
