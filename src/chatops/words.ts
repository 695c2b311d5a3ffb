import { reason } from "../catalog/reason.ts";
import type { Reason } from "../model/command.ts";

/** A word of a command: something it is about, or a flag. */
export type Word =
  | { readonly kind: "bare"; readonly text: string }
  | { readonly kind: "flag"; readonly name: string; readonly value: string | undefined };

/** What phones make of `--` and of `"` while their owner types. */
const dashes = /^(?:--|[\u2012-\u2015\u2212]{1,2})/u;
const quotes = /["\u201c\u201d\u201e]/u;

/** One word: anything without white space, of which a part may stand in quotation marks. */
const word = /(?:[^\s"\u201c\u201d\u201e]|["\u201c\u201d\u201e][^"\u201c\u201d\u201e]*["\u201c\u201d\u201e])+/gu;

/**
 * The words of what stands behind the verb. Nothing is interpolated and nothing is escaped: a quotation mark ends at the next one. Outside of quotation
 * marks only ASCII is taken: a letter that looks like another must not choose a cluster.
 */
export function wordsOf(text: string): readonly Word[] | Reason {
  if (hasOpenQuote(text)) return reason("quote_open", {});
  const words: Word[] = [];
  for (const [found] of text.matchAll(word)) {
    const read = found.replace(dashes, "--");
    const strange = unlikeAscii(withoutQuoted(read));
    if (strange !== undefined) return reason("not_ascii", { word: found, letter: codePoint(strange) });
    words.push(wordOf(read));
  }
  return words;
}

function hasOpenQuote(text: string): boolean {
  return (text.match(new RegExp(quotes, "gu"))?.length ?? 0) % 2 === 1;
}

function wordOf(text: string): Word {
  const flag = /^--([^=]*)(?:=(.*))?$/su.exec(text);
  if (flag === null) return { kind: "bare", text: unquoted(text) };
  const [, name = "", value] = flag;
  return { kind: "flag", name, value: value === undefined ? undefined : unquoted(value) };
}

function withoutQuoted(text: string): string {
  return text.replace(/["\u201c\u201d\u201e][^"\u201c\u201d\u201e]*["\u201c\u201d\u201e]/gu, "");
}

function unquoted(text: string): string {
  return text.replace(new RegExp(quotes, "gu"), "");
}

function unlikeAscii(text: string): string | undefined {
  return /[^\x21-\x7e]/u.exec(text)?.[0];
}

/** `U+0430`: the letter itself would be read as the one it imitates. */
export function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
