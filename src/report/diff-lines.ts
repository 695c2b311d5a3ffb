import type { FieldChange } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import { writeYaml } from "../yaml/index.ts";
import { isHiddenChange } from "./fields.ts";
import type { Entry, SharedEdit, SharedEdits } from "./model.ts";
import { number } from "./rich.ts";
import { aroundDifference, scalarPair } from "./value-pair.ts";

/** One line of a diff for people. The sign is all the formatting it carries. */
export interface DiffLine {
  readonly sign: "+" | "-" | " " | "!";
  readonly text: string;
}

/** What differs in an object, a field at a time: `- http[0].timeout: 5s`, `+ http[0].timeout: 2s`; larger values as YAML under their path. */
export function entryLines(entry: Entry): readonly DiffLine[] {
  if (entry.kind === "create") return entry.body.map((text) => ({ sign: "+", text }));
  if (entry.kind === "delete") return entry.body.map((text) => ({ sign: "-", text }));
  return entry.fields.flatMap(fieldLines);
}

/** What several objects share, under a line that says how many. */
export function sharedLines({ edits, count }: SharedEdits): readonly DiffLine[] {
  return [{ sign: " ", text: `@@ the same in ${number(count)} objects @@` }, ...edits.flatMap(sharedEditLines)];
}

function sharedEditLines(edit: SharedEdit): readonly DiffLine[] {
  const [before, after] = aroundDifference(edit.path, edit.before, edit.after);
  const lines: DiffLine[] = [];
  if (before !== undefined) lines.push({ sign: "-", text: `${edit.path}: ${before}` });
  if (after !== undefined) lines.push({ sign: "+", text: `${edit.path}: ${after}` });
  return lines;
}

/** The first lines of a diff, and a line that counts the rest. */
export function firstLines(lines: readonly DiffLine[], most: number): readonly DiffLine[] {
  if (lines.length <= most) return lines;
  const rest = lines.length - most + 1;
  return [...lines.slice(0, most - 1), { sign: "!", text: `… ${number(rest)} more lines` }];
}

function fieldLines(field: FieldChange): readonly DiffLine[] {
  if (isHiddenChange(field)) return [{ sign: "!", text: `${field.path}: changed (value not shown)` }];
  if (field.lines !== undefined) return [{ sign: " ", text: `${field.path}:` }, ...unifiedLines(field.lines)];
  const [before, after] = aroundDifference(field.path, ...scalarPair(field.before, field.after));
  return [...valueLines("-", field.path, field.before, before), ...valueLines("+", field.path, field.after, after)];
}

/** Lines of a unified diff. Its file header says nothing here; hunk marks stay, so that a gap is seen as a gap. */
function unifiedLines(text: string): readonly DiffLine[] {
  const lines = text.split("\n").filter((line) => line !== "" && !/^(?:===|---|\+\+\+)/u.test(line));
  // Only where one side ends its last line and the other does not is the end of the line a difference.
  const isEndShown = lines.filter((line) => line.startsWith("\\")).length === 1;
  return lines.flatMap((line, index): readonly DiffLine[] => {
    const sign = line.charAt(0);
    if (sign === "\\") return isEndShown && !lines[index - 1]?.startsWith(" ") ? [{ sign: " ", text: `  ${line}` }] : [];
    if (sign === "+" || sign === "-") return [{ sign, text: `  ${withVisibleEnd(line.slice(1))}` }];
    return [{ sign: " ", text: `  ${line.startsWith("@@") ? line : line.slice(1)}` }];
  });
}

/** The line with the white space at its end made visible. */
function withVisibleEnd(line: string): string {
  return line.replace(/\s+$/u, (space) => space.replaceAll(" ", "·").replaceAll("\t", "\\t").replaceAll("\r", "\\r"));
}

function valueLines(sign: "+" | "-", path: string, value: Json | undefined, scalar: string | undefined): readonly DiffLine[] {
  if (value === undefined) return [];
  if (scalar !== undefined) return [{ sign, text: `${path}: ${scalar}` }];
  return [{ sign, text: `${path}:` }, ...yamlLines(value).map((line) => ({ sign, text: `  ${line}` }))];
}

/** A value as lines of YAML. */
export function yamlLines(value: Json): readonly string[] {
  return writeYaml(value).replace(/\n+$/u, "").split("\n");
}
