import type { Finding } from "../../model/finding.ts";
import type { Place } from "../../model/source.ts";
import { code, folded, inline } from "../markdown.ts";
import { type Rich, words } from "../rich.ts";

/** How a Markdown document of ours is written. The comment folds and is brief; the job summary and check pages tell everything. */
export interface Style {
  /** Diffs and lists are folded. */
  readonly folds: boolean;
  /** Most lines of one object's diff. */
  readonly lines: number;
  /** Objects that charts bring for the first time are shown whole. */
  readonly showsChartObjects: boolean;
  /** Address under which the head's files are seen, without a slash at the end: `https://github.com/o/r/blob/<sha>`. */
  readonly files: string | undefined;
  /** Address of the folder with a page per rule, without a slash at the end. */
  readonly rules: string | undefined;
}

/** Something that can be folded, as the style wants it. */
export function section(style: Style, heading: Rich, body: string): string {
  return `${sectionStart(style, heading)}${body.trim()}${sectionEnd(style)}`;
}

/** The beginning of a section whose body is written in pieces; `sectionEnd` closes it. */
export function sectionStart(style: Style, heading: Rich): string {
  if (!style.folds) return `### ${inline(heading.map((span) => (span.kind === "strong" ? { ...span, kind: "plain" } : span)))}\n\n`;
  return folded(heading, "\u0000").split("\u0000")[0] ?? "";
}

/** The end of what `sectionStart` began. */
export function sectionEnd(style: Style): string {
  return style.folds ? "\n\n</details>\n\n" : "\n\n";
}

/** `file:line`, linked when the files have an address. The address is ours: each part of the path is encoded. */
export function placeLink(style: Style, place: Place): string {
  const text = code(`${place.file}:${place.line}`);
  if (style.files === undefined) return text;
  const path = place.file.split("/").map(encoded).join("/");
  return `[${text}](${style.files}/${path}#L${place.line})`;
}

/** The rule's name in brackets, linked to its page when there is one. */
export function ruleLink(style: Style, finding: Finding): string {
  const name = finding.rule.replace(/[^\w-]/gu, "?");
  return style.rules === undefined ? `\\[${name}\\]` : `[\\[${name}\\]](${style.rules}/${encoded(name)}.md)`;
}

/** A part of an address. Lone surrogates cannot be encoded, brackets would end the link. */
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(
    /[()'*!]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** What parts of a mesh are called in tables and headings. */
export const stageNames = {
  namespaces: "Namespaces",
  certificates: "Certificates",
  install: "Istio install",
  gateways: "Gateways",
  discovery: "Discovery",
  config: "Routing and policy",
  others: "Other objects",
} as const;

/** What happens to an object, as a sign. */
export const signs = { create: "➕", update: "✏️", replace: "🔁", delete: "➖", kept: "📌", unknown: "❔" } as const;

/** ` · `, between facts of a line. */
export const dot: Rich = words(" · ");
