import type { Json, Path } from "../model/json.ts";
import { isList, isObject } from "../model/json.ts";

/** A path as people write it: `spec.rollout.waves[0][1]`; `the document` for the root. */
export function pathText(path: Path): string {
  const text = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return text === "" ? "the document" : text.replace(/^\./u, "");
}

/** What kind of value it is, for a sentence that says "is …". */
export function kindText(value: Json | undefined): string {
  if (value === undefined || value === null) return "empty";
  if (isList(value)) return "a list";
  if (isObject(value)) return "an object";
  if (typeof value === "string") return "a text";
  return `the ${typeof value} ${String(value)}`;
}

/** What was seen, fit to be shown: nothing long and nothing that may carry a password is repeated. */
export function seenText(value: Json | undefined): string {
  if (typeof value !== "string") return kindText(value);
  const isShown = value.length <= 80 && !value.includes("@") && !value.includes("-----");
  return isShown ? value : `a text of ${value.length} characters`;
}

/** Names in a row, cut when there are many: `a, b, c and 40 more`. */
export function listText(names: readonly string[], most = 12): string {
  if (names.length === 0) return "there is none";
  if (names.length <= most) return names.join(", ");
  return `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
