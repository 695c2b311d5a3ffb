import { canonical, type Json } from "../../model/json.ts";
import { defaultLimits } from "../limits.ts";
import { readDocuments, type YamlFile } from "../read.ts";
import { split } from "../split.ts";
import { Unreadable } from "../unreadable.ts";
import { changed, type Edit } from "./change.ts";
import { nodeOf } from "./nodes.ts";
import { spliceOf } from "./splice.ts";

export { type Edit, editsBetween } from "./change.ts";

export type Edited = { readonly kind: "edited"; readonly text: string } | { readonly kind: "refused"; readonly why: string };

/**
 * A file with some values of one of its documents changed, and every character that does not speak of them as it was: comments, order, quotes, other documents. What
 * the new text reads as is compared with what it should; where they differ, or where something is written in a way that cannot be edited so, nothing is.
 */
export function editYaml(text: string, document: number, edits: readonly Edit[]): Edited {
  const before = documentsIn(text);
  const old = before.documents.find(({ source }) => source.index === document);
  const chunk = split(text)[document];
  const wanted = old && changed(old.value, edits);
  if (chunk === undefined || wanted === undefined) return { kind: "refused", why: "the file has no such place" };
  const after = chunkAfter(text.slice(chunk.start, chunk.contentEnd), edits);
  if (typeof after !== "string") return { kind: "refused", why: after.why };
  const edited = `${text.slice(0, chunk.start)}${after}${text.slice(chunk.contentEnd)}`;
  return reads(edited, { before, document, wanted })
    ? { kind: "edited", text: edited }
    : { kind: "refused", why: "what was written did not read back as it should" };
}

function documentsIn(text: string): YamlFile {
  return readDocuments("", text);
}

/** One edit after the other: each is looked up in the text that the ones before it left. */
function chunkAfter(chunk: string, edits: readonly Edit[]): string | { readonly why: string } {
  const eol = chunk.includes("\r\n") ? "\r\n" : "\n";
  let text = chunk;
  for (const edit of edits) {
    const root = rootOf(text);
    if (root === undefined) return { why: "what was written did not read back as it should" };
    const splice = spliceOf(text, root, edit);
    if ("why" in splice) return splice;
    text = `${text.slice(0, splice.start)}${splice.text.replaceAll("\n", eol)}${text.slice(splice.end)}`;
  }
  return text;
}

function rootOf(text: string) {
  try {
    return nodeOf(text, defaultLimits);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

function reads(
  text: string,
  { before, document, wanted }: { readonly before: YamlFile; readonly document: number; readonly wanted: Json },
): boolean {
  const after = documentsIn(text);
  if (after.documents.length !== before.documents.length || after.mistakes.length !== before.mistakes.length) return false;
  return after.documents.every(({ value, source }, index) => {
    const old = before.documents[index];
    const expected = source.index === document ? wanted : old?.value;
    return source.index === old?.source.index && canonical(value) === canonical(expected);
  });
}
