import { structuredPatch } from "diff";
import type { Json } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";
import { readValues, YamlError } from "../yaml/index.ts";
import { type At, inside } from "./path.ts";
import { push, type Walk } from "./walk.ts";

/** Lines that may differ before a comparison by line is given up: a count, not a time, so that every machine gives up at the same text. */
const mostEdits = 4_000;
/** Texts beyond this are not read as structures. Istio's largest (the injector's templates) is near 60 kB. */
const longestStructure = 1_000_000;

/** Two different texts: by structure when both are YAML or JSON inside the text, by line when they are long, else as they are. */
export function compareTexts(walk: Walk, at: At, before: string, after: string): void {
  const left = structureIn(before);
  const right = structureIn(after);
  if (left !== undefined && right !== undefined) {
    const nested: Walk = { ...walk, fields: [] };
    walk.compare(nested, inside(at), left, right);
    if (nested.fields.length > 0) {
      walk.fields.push(...nested.fields);
      return;
    }
  }
  // Equal as structures but not as bytes (a comment, another indent): it is written all the same, so it is shown.
  const isLong = before.includes("\n") || after.includes("\n");
  push(walk, at.shown, before, after, isLong ? changedLines(before, after) : undefined);
}

/** The object or list that a text spells, or `undefined` when it is just text. */
function structureIn(text: string): Json | undefined {
  const looksLike = text.includes("\n") || /^\s*[[{]/u.test(text);
  if (!looksLike || text.length > longestStructure) return undefined;
  try {
    const [value, ...more] = readValues(text);
    return more.length === 0 && (isObject(value) || isList(value)) ? value : undefined;
  } catch (error) {
    if (error instanceof YamlError) return undefined;
    throw error;
  }
}

/** A unified diff without file names; a sentence where the texts have too little in common to be worth one. */
export function changedLines(before: string, after: string): string {
  const patch = structuredPatch("", "", before, after, undefined, undefined, { context: 3, maxEditLength: mostEdits });
  if (patch === undefined) return `Too different to compare by line: ${lineCount(before)} lines before, ${lineCount(after)} after.`;
  return patch.hunks
    .map((hunk) => [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`, ...hunk.lines].join("\n"))
    .join("\n");
}

function lineCount(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
