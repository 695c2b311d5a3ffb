import type { FieldChange } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import { writeYaml } from "../yaml/index.ts";
import { isHiddenChange, scalarText } from "./fields.ts";
import type { Entry, SharedEdit, SharedEdits } from "./model.ts";
import { number } from "./rich.ts";

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
  const lines: DiffLine[] = [];
  if (edit.before !== undefined) lines.push({ sign: "-", text: `${edit.path}: ${edit.before}` });
  if (edit.after !== undefined) lines.push({ sign: "+", text: `${edit.path}: ${edit.after}` });
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
  return [...valueLines("-", field.path, field.before), ...valueLines("+", field.path, field.after)];
}

/** Lines of a unified diff. Its file header says nothing here; hunk marks stay, so that a gap is seen as a gap. */
function unifiedLines(text: string): readonly DiffLine[] {
  const lines = text.split("\n").filter((line) => line !== "" && !/^(?:===|---|\+\+\+|\\ No newline)/u.test(line));
  return lines.map((line) => {
    const sign = line.charAt(0);
    if (sign === "+" || sign === "-") return { sign, text: `  ${line.slice(1)}` };
    return { sign: " ", text: `  ${line.startsWith("@@") ? line : line.slice(1)}` };
  });
}

function valueLines(sign: "+" | "-", path: string, value: Json | undefined): readonly DiffLine[] {
  if (value === undefined) return [];
  const scalar = scalarText(value);
  if (scalar !== undefined) return [{ sign, text: `${path}: ${scalar}` }];
  return [{ sign, text: `${path}:` }, ...yamlLines(value).map((line) => ({ sign, text: `  ${line}` }))];
}

/** A value as lines of YAML. */
export function yamlLines(value: Json): readonly string[] {
  return writeYaml(value).replace(/\n+$/u, "").split("\n");
}
