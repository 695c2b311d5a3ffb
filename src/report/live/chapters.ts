import { inline } from "../markdown.ts";
import type { Rich } from "../rich.ts";
import { type Dress, dress, spoken, uncommanded, wrapped } from "../terminal.ts";

/** A heading and lines under it: what is told about running clusters, for every audience. */
export interface Chapter {
  readonly heading: Rich;
  readonly tone: Tone;
  readonly lines: readonly Line[];
}

/** One thing that is told. `below` says what to do about it, or why. */
export interface Line {
  readonly tone: Tone;
  readonly text: Rich;
  readonly below: readonly Rich[];
}

/** `good` passed, `bad` failed, `unknown` could not be seen, `open` has not happened yet, `plain` is only said. */
export type Tone = "good" | "bad" | "unknown" | "open" | "plain";

const marks: Readonly<Record<Tone, string>> = { good: "✓", bad: "✗", unknown: "?", open: "◦", plain: "•" };

export interface ChapterOptions {
  readonly colour: boolean;
  readonly width: number;
}

/** Chapters for a terminal. Ends in a line break. */
export function chaptersText(chapters: readonly Chapter[], { colour, width }: ChapterOptions): string {
  const pen = dress(colour);
  const parts = chapters.map(({ heading, tone, lines }) => {
    const head = paint(pen, tone)(pen.bold(spoken(heading, { ...pen, bold: same, cyan: same }, colour)));
    return [wrapped(head, width), ...lines.flatMap((line) => lineText(line, { pen, colour, width }))].join("\n");
  });
  return uncommanded(`${parts.join("\n\n")}\n`);
}

function lineText({ tone, text, below }: Line, { pen, colour, width }: { pen: Dress; colour: boolean; width: number }): readonly string[] {
  const first = `  ${paint(pen, tone)(marks[tone])} ${spoken(text, pen, colour)}`;
  return [wrapped(first, width, "    "), ...below.map((rich) => wrapped(`    ${spoken(rich, pen, colour)}`, width, "    "))];
}

/** Chapters as Markdown for a job summary or a comment. Ends in a line break. */
export function chaptersMarkdown(chapters: readonly Chapter[]): string {
  return chapters
    .map(({ heading, lines }) => {
      const list = lines.map(({ tone, text, below }) =>
        // The mark of what is only said is a bullet, and a list has one already.
        [`- ${tone === "plain" ? "" : `${marks[tone]} `}${inline(text)}`, ...below.map((rich) => `  <br>${inline(rich)}`)].join("\n"),
      );
      return `### ${inline(heading)}\n\n${list.join("\n")}${list.length === 0 ? "" : "\n"}`;
    })
    .join("\n");
}

/** The first chapters that together take no more than `most` characters of Markdown, and a line about the others: a reply holds as much as a comment does. */
export function chaptersWithin(chapters: readonly Chapter[], most: number): string {
  let room = most;
  const kept = chapters.findIndex((chapter) => {
    room -= chaptersMarkdown([chapter]).length + 1;
    return room < 0;
  });
  if (kept < 0) return chaptersMarkdown(chapters);
  const left = chapters.length - kept;
  return `${chaptersMarkdown(chapters.slice(0, kept))}\n*${left === 1 ? "1 more part is" : `${left} more parts are`} on the page of the run.*\n`;
}

function paint(pen: Dress, tone: Tone): (text: string) => string {
  switch (tone) {
    case "good":
      return pen.green;
    case "bad":
      return pen.red;
    case "unknown":
      return pen.yellow;
    case "open":
      return pen.dim;
    case "plain":
      return same;
  }
}

function same(text: string): string {
  return text;
}
