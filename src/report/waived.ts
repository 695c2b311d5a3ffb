import type { Finding } from "../model/finding.ts";
import type { Waiver } from "../model/waiver.ts";
import { counted } from "./count.ts";
import { inline } from "./markdown.ts";
import { maskedText } from "./mask.ts";
import { richOf, say, words } from "./rich.ts";

const mostShown = 20;

/** What a waiver covers, why and until when, and how it ends. */
export function waivedText(
  covered: readonly Finding[],
  { rule, by, reason, until }: Pick<Waiver, "rule" | "by" | "reason" | "until">,
): string {
  const head = inline(say`Waived by ${by} until ${until}: ${words(counted(covered.length, "finding"))} of ${rule}. Why: ${reason}`);
  const lines = covered.slice(0, mostShown).map(({ source, clusters, message }) => {
    const place = source === undefined ? "the mesh" : `${source.file}:${source.line}`;
    return `- ${inline(say`${place} · ${clusters.join(", ") || "all"}: ${richOf(maskedText(message))}`)}`;
  });
  const rest = covered.length > mostShown ? [`- and ${covered.length - mostShown} more`] : [];
  const end =
    "It holds for this plan: what is found in a cluster that would get something else counts again. `/plan` brings the comment up to date; who deletes this answer takes the waiver back.";
  return `${head}\n\n${[...lines, ...rest].join("\n")}\n\n${end}\n`;
}
