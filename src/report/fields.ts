import type { Change, FieldChange } from "../model/change.ts";
import type { Json } from "../model/json.ts";
import { isCopyOfObject, isSecret, maskedData, maskedText, maskedValue, notShown } from "./mask.ts";

/** The field changes of one object as they may be shown: a secret says that it changed, never from what to what. */
export function maskedFields(change: Pick<Change, "id" | "fields">): readonly FieldChange[] {
  const secret = isSecret(change.id);
  return change.fields.map((field) => {
    const hidden = secret && (/^(?:data|stringData)\b/u.test(field.path) || isCopyOfObject(field.path));
    const mask = hidden ? maskedData : maskedValue;
    const before = field.before === undefined ? undefined : mask(field.before);
    const after = field.after === undefined ? undefined : mask(field.after);
    const lines = field.lines === undefined ? undefined : hidden ? notShown : maskedText(field.lines);
    return { path: maskedText(field.path), before, after, lines };
  });
}

/** True when the field differs but both sides show the same: only a secret does that. */
export function isHiddenChange(field: FieldChange): boolean {
  return (
    field.lines === notShown ||
    (field.before !== undefined && field.after !== undefined && JSON.stringify(field.before) === JSON.stringify(field.after))
  );
}

/**
 * A value on one line when it is a scalar; `undefined` when it takes several lines. A text that would read as something else (`"8080"`, `"true"`, `""`)
 * or whose white space would not be seen (`"1 "`) stands in quotes, so that different values are never written alike.
 */
export function scalarText(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return "null";
  if (typeof value === "object") return Object.keys(value).length === 0 ? (Array.isArray(value) ? "[]" : "{}") : undefined;
  if (typeof value !== "string") return String(value);
  if (value.includes("\n")) return undefined;
  return isAmbiguous(value) ? quotedText(value) : value;
}

/** True for a text that, written bare, looks like a value of another type, like nothing, or like a text without its white space. */
function isAmbiguous(text: string): boolean {
  if (text.trim() !== text || text === "" || /[^\S ]|[\p{Cc}\p{Cf}]/u.test(text)) return true;
  return /^(?:null|true|false|\[\]|\{\}|".*")$/u.test(text) || !Number.isNaN(Number(text));
}

/** A text in quotes, with codes for what is not seen. `onlyAscii` also for letters that may be written in two ways. */
export function quotedText(text: string, onlyAscii = false): string {
  const unseen = onlyAscii ? /[^ -~]/gu : /[^\S ]|[\p{Cc}\p{Cf}]/gu;
  return JSON.stringify(text).replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
