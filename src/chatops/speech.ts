import { parse, postprocess, preprocess } from "micromark";

/** A line of a comment that its author said in their own words. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** What is shown as code, as somebody else's words or not at all. Names are those of CommonMark's tokens. */
const notSaid: ReadonlySet<string> = new Set([
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "codeText",
  "htmlFlow",
  "htmlText",
  "definition",
]);

/** Emphasis and links hide no line, and reading them takes a time that grows with the square of a hostile comment. */
const unneeded = {
  disable: { null: ["attention", "labelStartLink", "labelStartImage", "labelEnd", "autolink", "hardBreakEscape", "characterReference"] },
};

/** Nobody nests so many quotes and lists; reading them would take seconds. */
const abyss = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){40}/u;

/**
 * The lines of a comment that begin outside of code, quotes and HTML, as CommonMark reads them: an example in a fence must never run, and no
 * pattern of ours would find the end of a fence in a list in a quote.
 */
export function saidLines(body: string): readonly Line[] {
  const lines = body.split(/\r\n|\r|\n/u).map((text, index) => ({ number: index + 1, text: abyss.test(text) ? "> deep" : text }));
  const hidden = hiddenLines(lines.map(({ text }) => text).join("\n"));
  return lines.filter(({ number }) => !hidden.has(number));
}

/** Lines whose first letter is inside of something that is not said. */
function hiddenLines(body: string): ReadonlySet<number> {
  const hidden = new Set<number>();
  const chunks = preprocess()(body, "utf8", true);
  const events = postprocess(
    parse({ extensions: [unneeded] })
      .document()
      .write(chunks),
  );
  for (const [edge, token] of events) {
    if (edge !== "enter" || !notSaid.has(token.type)) continue;
    const { start, end } = token;
    const isInline = token.type === "codeText" || token.type === "htmlText";
    // What ends in column 1 ended with the line before.
    const last = end.column === 1 ? end.line - 1 : end.line;
    for (let line = isInline ? start.line + 1 : start.line; line <= last; line++) hidden.add(line);
  }
  return hidden;
}
