import type { Json } from "../model/json.ts";
import type { OddityCode } from "./error.ts";

const plainWord = /^(?:true|false|True|False|TRUE|FALSE)$/u;
const decimal = /^-?(?:0|[1-9]\d*)$/u;
const octal = /^[-+]?0[oO]?[0-7_]+$/u;

/**
 * Why a person may have meant something else by this bare spelling than Kubernetes reads; `undefined` for ordinary numbers, `true`, `false`, `null`.
 * `value` is what Kubernetes reads.
 */
export function oddScalar(text: string, value: Json): OddityCode | undefined {
  if (typeof value === "boolean") return plainWord.test(text) ? undefined : "boolean-word";
  if (typeof value !== "number") return undefined;
  if (decimal.test(text)) return Number.isSafeInteger(value) ? undefined : "inexact-number";
  if (octal.test(text) && text !== "0") return "octal-number";
  return String(value) === text ? undefined : "reshaped-number";
}
