import type { DiffLine } from "./diff-lines.ts";
import { escapeHtml } from "./markdown.ts";
import type { Rich } from "./rich.ts";
import { shortened, visible } from "./visible.ts";

/** A user's text for HTML: every character seen, none of them with a meaning. */
export function safeHtml(text: string, longest = 2_000): string {
  return escapeHtml(shortened(visible(text), longest));
}

/** A sentence. */
export function richHtml(rich: Rich): string {
  return rich
    .map((span) =>
      span.kind === "code"
        ? `<code>${safeHtml(span.text)}</code>`
        : span.kind === "strong"
          ? `<b>${safeHtml(span.text)}</b>`
          : safeHtml(span.text),
    )
    .join("");
}

/** Diff lines, coloured by their sign, which stays in the text for those who do not see colours. */
export function diffHtml(lines: readonly DiffLine[]): string {
  const classes = { "+": "add", "-": "del", "!": "note", " ": "" } as const;
  return `<pre>${lines.map(({ sign, text }) => `<span class="${classes[sign]}">${escapeHtml(sign)} ${safeHtml(text)}</span>`).join("")}</pre>`;
}

/** A table of finished cells. */
export function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<table><thead>${cells("th", head)}</thead><tbody>${rows.map((row) => cells("td", row)).join("")}</tbody></table>`;
}

/** A section with a heading; nothing when it has no content. */
export function sectionHtml(heading: string, body: string): string {
  return body === "" ? "" : `<section><h2>${heading}</h2>${body}</section>`;
}

/** Something folded, open when it is what a reader came for. */
export function foldedHtml(heading: Rich, body: string, isOpen: boolean): string {
  return `<details${isOpen ? " open" : ""}><summary>${richHtml(heading)}</summary>${body}</details>`;
}

function cells(tag: "th" | "td", row: readonly string[]): string {
  return `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
}
