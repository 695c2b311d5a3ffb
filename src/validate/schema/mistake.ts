import type { Path } from "../../model/json.ts";

/** One way in which an object is not what its schema wants. */
export type Mistake =
  | { readonly kind: "unknown-field"; readonly path: Path; readonly field: string; readonly known: readonly string[] }
  | {
      readonly kind: "wrong-type";
      readonly path: Path;
      readonly seen: unknown;
      readonly expected: readonly string[];
      readonly isDuration: boolean;
    }
  | { readonly kind: "not-allowed"; readonly path: Path; readonly seen: unknown; readonly allowed: readonly string[] }
  | { readonly kind: "missing"; readonly path: Path; readonly field: string }
  | { readonly kind: "out-of-range"; readonly path: Path; readonly seen: unknown; readonly expected: string }
  | { readonly kind: "duration"; readonly path: Path; readonly seen: string }
  | { readonly kind: "exclusive"; readonly path: Path; readonly fields: readonly string[]; readonly present: readonly string[] };

/** A path as people write it: `spec.http[0].route`; keys that are no plain words in brackets and quotes. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : /^[\w-]+$/u.test(step) ? `.${step}` : `["${step}"]`))
    .join("")
    .replace(/^\./u, "");
}

/** A value as a message shows it: short, and of what kind it is. */
export function valueText(value: unknown): string {
  if (value === null) return "nothing (null)";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return value.length > 60 ? `the text "${value.slice(0, 59)}…"` : `the text "${value}"`;
  return `the ${typeof value} ${String(value)}`;
}
