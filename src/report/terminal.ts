import type { Rich } from "./rich.ts";
import { shortened, visible } from "./visible.ts";

/** How text is dressed for a terminal. Without colour every function hands its text through. */
export interface Dress {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Whether there is colour is the caller's knowledge: a library that looks at the environment would give other bytes elsewhere. */
export function dress(colour: boolean): Dress {
  const style = (open: number, close: number) => (text: string) =>
    colour && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39), cyan: style(36, 39) };
}

/** A user's text for a terminal: one line, no control character. */
export function safe(text: string, longest = 400): string {
  return shortened(visible(text), longest);
}

/** A sentence for a terminal. Code is coloured, or quoted where there is no colour. */
export function spoken(rich: Rich, { cyan, bold }: Dress, colour: boolean): string {
  return rich
    .map((span) =>
      span.kind === "code"
        ? colour
          ? cyan(safe(span.text))
          : `\`${safe(span.text)}\``
        : span.kind === "strong"
          ? bold(safe(span.text))
          : safe(span.text),
    )
    .join("");
}

/** Breaks a line at spaces so that no more than `width` columns are seen; further lines are indented. Escape sequences have no width. */
export function wrapped(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  const start = /^ */u.exec(text)?.[0] ?? "";
  let line = start;
  for (const word of text.slice(start.length).split(" ")) {
    const candidate = line.trim() === "" ? `${line}${word}` : `${line} ${word}`;
    if (line.trim() !== "" && seenWidth(candidate) > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = candidate;
  }
  return [...lines, line].join("\n");
}

/** Columns a text takes; wide characters are counted once, which only makes a line break late. */
export function seenWidth(text: string): number {
  // oxlint-disable-next-line no-control-regex -- escape sequences are what is taken out
  return text.replace(/\u001b\[\d+m/gu, "").length;
}

/**
 * The last pass over everything that is printed. A log line that begins with `::` or holds `##[` is a command to the runner of GitHub
 * Actions; whoever names a cluster so must not command it.
 */
export function uncommanded(text: string): string {
  // oxlint-disable-next-line no-control-regex -- colour may stand before the colons
  return text.replaceAll("##[", "# #[").replace(/^(\s*(?:\u001b\[\d+m)*\s*):(?=:)/gmu, "$1: ");
}
