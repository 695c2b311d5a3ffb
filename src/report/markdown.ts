import type { Rich } from "./rich.ts";
import { shortened, visible } from "./visible.ts";

/** Names and values longer than this are shortened where they stand in a sentence or a cell. */
const longest = 160;

/** What a user wrote, as a code span: no Markdown, HTML, mention, reference or link comes out of it. */
export function code(text: string): string {
  const shown = shortened(visible(text), longest).trim() || "(empty)";
  const ticks = "`".repeat(longestRun(shown) + 1);
  const space = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${ticks}${space}${shown}${space}${ticks}`;
}

/** A sentence of ours is never this long; the words of another program in it may be. */
const longestProse = 2_000;

/** Words as Markdown text in which no character has a meaning. */
export function prose(text: string): string {
  const start = /^(?:[-+=]|\d+(?=[.)]))/u;
  return neutral(
    shortened(visible(text), longestProse)
      .replace(/[\\`*_[\]<>#|~&]/gu, escapeOne)
      .replace(start, (mark) => (/\d/u.test(mark) ? `${mark}\\` : `\\${mark}`)),
  );
}

// An entity for what GitHub would still find in the text after Markdown is gone; a backslash for what only Markdown reads.
function escapeOne(character: string): string {
  if (character === "<") return "&lt;";
  if (character === ">") return "&gt;";
  if (character === "&") return "&amp;";
  return `\\${character}`;
}

/** What GitHub reads as a mention, a reference, an address or mathematics: each gets a character without width after its first part. */
const meant = /@|#(?=\d)|\bgh(?=-\d)|:(?=\/\/)|\bwww(?=\.)|\$/giu;

/** GitHub looks for these after Markdown was rendered, so an escape does not help. One pass: a second would read the first one's entities. */
function neutral(text: string): string {
  return text.replace(meant, (found) => `${found}&#8203;`);
}

/** A sentence. */
export function inline(rich: Rich): string {
  return rich
    .map((span) => (span.kind === "code" ? code(span.text) : span.kind === "strong" ? `**${prose(span.text)}**` : prose(span.text)))
    .join("");
}

/** A sentence inside an HTML tag such as `<summary>`, where Markdown is not read. */
export function inlineHtml(rich: Rich): string {
  return rich
    .map((span) => {
      const text = escapeHtml(shortened(visible(span.text), longest));
      if (span.kind === "code") return `<code>${text}</code>`;
      return span.kind === "strong" ? `<b>${neutral(text)}</b>` : neutral(text);
    })
    .join("");
}

/** Text for HTML, also inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** Text between fences that nothing inside can close. Each line is made visible and kept within `width`. */
export function fence(language: string, lines: readonly string[], width = 300): string {
  const shown = lines.map((line) => shortened(visible(line), width));
  const longestInside = shown.reduce((most, line) => Math.max(most, longestRun(line)), 0);
  const ticks = "`".repeat(Math.max(3, longestInside + 1));
  return `${ticks}${language}\n${shown.join("\n")}\n${ticks}\n`;
}

/** Something folded. The empty lines around the body make GitHub read it as Markdown. */
export function folded(heading: Rich, body: string): string {
  return `<details><summary>${inlineHtml(heading)}</summary>\n\n${body.trim()}\n\n</details>\n\n`;
}

/** A table. Cells are finished Markdown: `cell` makes one of a sentence. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], aligned: "centre" | "left" = "left"): string {
  const rule = head.map((_, index) => (index > 0 && aligned === "centre" ? ":-:" : "---"));
  return `${[head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
}

/** A sentence inside a table cell: a bar would end the cell, also within a code span. */
export function cell(rich: Rich): string {
  return rich.length === 0 ? "" : inline(rich).replaceAll("\\|", "|").replaceAll("|", "\\|");
}

function longestRun(text: string): number {
  return (text.match(/`+/gu) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
