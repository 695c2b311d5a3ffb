import type { Json } from "../model/json.ts";

/**
 * How Kubernetes reads a scalar: YAML 1.1 as `sigs.k8s.io/yaml` has it, which is neither YAML 1.1 nor 1.2 as written. Every line here is
 * held against recorded answers of the real kubectl (`test/yaml/kubectl.json`). This is the only definition: the reader, the writer and the
 * findings about surprising spellings all ask it.
 */

const words = new Map<string, Json>([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
]);

/** Numbers that JSON cannot carry: Kubernetes refuses the whole document. */
const notJson = /^[-+]?\.(?:inf|Inf|INF)$|^\.(?:nan|NaN|NAN)$/u;
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt \t])/u;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/u;
const pointFloat = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/u;
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/u;

const largestUnsigned = 2n ** 64n - 1n;
const smallestSigned = -(2n ** 63n);

/** What a plain (unquoted) scalar means; `undefined` for a number JSON cannot carry (`.inf`, `.nan`). */
export function plainScalar(text: string): Json | undefined {
  const first = text.charCodeAt(0);
  // Most scalars begin with a letter that no word and no number begins with: they are text without another look.
  const isNumeric = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d;
  if (!isNumeric && first !== 0x2e) return text.length <= 5 ? wordOr(text) : text;
  if (notJson.test(text)) return undefined;
  if (first === 0x2e) return pointFloat.test(text) ? finiteOr(text.replaceAll("_", ""), text) : text;
  return numberOr(text);
}

function wordOr(text: string): Json {
  const word = words.get(text);
  return word === undefined ? text : word;
}

/** A number, where the text is one after its underscores are taken out; else the text, underscores and all. */
function numberOr(text: string): Json {
  if (text.length > 4 && timestamp.test(text)) return text;
  const digits = text.includes("_") ? text.replaceAll("_", "") : text;
  const whole = integer.exec(digits);
  if (whole !== null) {
    const exact = wholeNumber(whole);
    if (exact !== undefined) return exact;
  }
  return float.test(digits) ? finiteOr(digits, text) : text;
}

/** `undefined` when it fits neither 64 bits signed nor unsigned: then it is read as a float or as text. */
function wholeNumber(match: RegExpExecArray): number | undefined {
  const [, sign, hex, binary, octal, decimal] = match;
  const digits = hex ?? binary ?? octal ?? decimal ?? "";
  const radix = hex !== undefined ? 16 : binary !== undefined ? 2 : octal !== undefined ? 8 : 10;
  if (digits.length <= 12) {
    const small = Number.parseInt(digits, radix);
    return sign === "-" && small !== 0 ? -small : small;
  }
  const prefix = radix === 16 ? "0x" : radix === 2 ? "0b" : radix === 8 ? "0o" : "";
  const large = BigInt(`${prefix}${digits}`) * (sign === "-" ? -1n : 1n);
  return large < smallestSigned || large > (sign === "" ? largestUnsigned : largestUnsigned >> 1n) ? undefined : Number(large);
}

/** The float, with no negative zero; the text where it is too large for one. */
function finiteOr(digits: string, text: string): Json {
  const value = Number(digits);
  if (!Number.isFinite(value)) return text;
  return value === 0 ? 0 : value;
}

/** The text of a key that was not text: keys of a Kubernetes object always are. `undefined` where Kubernetes makes none of it. */
export function keyText(value: Json | undefined, spelling: string): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (value === undefined) return /^\.n/iu.test(spelling) ? ".nan" : spelling.startsWith("-") ? "-.inf" : ".inf";
  if (typeof value !== "number") return undefined;
  const whole = integer.exec(spelling.replaceAll("_", ""));
  if (whole === null || wholeNumber(whole) === undefined) return shortFloat(value);
  return wholeText(whole, value);
}

/** Decimal text of an integer key: exact also beyond 2^53. Beyond 63 bits Kubernetes knows no such key. */
function wholeText(whole: RegExpExecArray, value: number): string | undefined {
  if (Number.isSafeInteger(value)) return String(value);
  const [, sign, hex, binary, octal, decimal] = whole;
  const prefix = hex !== undefined ? "0x" : binary !== undefined ? "0b" : octal !== undefined ? "0o" : "";
  const exact = BigInt(`${prefix}${hex ?? binary ?? octal ?? decimal ?? "0"}`) * (sign === "-" ? -1n : 1n);
  return exact > largestUnsigned >> 1n ? undefined : exact.toString();
}

/** A float key is printed in single precision, with an exponent from a million on: what Go's `%g` of a float32 gives. */
function shortFloat(value: number): string {
  const single = Math.fround(value);
  if (single === 0) return "0";
  if (!Number.isFinite(single)) return single < 0 ? "-.inf" : ".inf";
  let scientific = "";
  for (let digits = 0; digits <= 16; digits++) {
    scientific = single.toExponential(digits);
    if (Math.fround(Number(scientific)) === single) break;
  }
  const [mantissa = "", power = "0"] = scientific.split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(Number(scientific));
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

/** What a scalar with an explicit tag means; `undefined` where the text is not of that tag and Kubernetes refuses the document. */
export function taggedScalar(tag: string, text: string): Json | undefined {
  switch (tag) {
    case "tag:yaml.org,2002:str":
      return text;
    case "tag:yaml.org,2002:binary":
      return decodeBinary(text);
    case "tag:yaml.org,2002:int":
      return ofType(plainScalar(text), "number", isWholeSpelling(text));
    case "tag:yaml.org,2002:float":
      return ofType(plainScalar(text), "number", true);
    case "tag:yaml.org,2002:bool":
      return ofType(plainScalar(text), "boolean", true);
    case "tag:yaml.org,2002:null":
      return plainScalar(text) === null ? null : undefined;
    case "tag:yaml.org,2002:timestamp":
      return isTimestamp(text) ? text : undefined;
    default:
      return text;
  }
}

function isWholeSpelling(spelling: string): boolean {
  const whole = integer.exec(spelling.replaceAll("_", ""));
  return whole !== null && wholeNumber(whole) !== undefined;
}

function isTimestamp(text: string): boolean {
  return timestamp.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10).replace(/-(\d)(?!\d)/gu, "-0$1")));
}

function ofType(value: Json | undefined, type: "number" | "boolean", isFit: boolean): Json | undefined {
  return typeof value === type && isFit ? value : undefined;
}

function decodeBinary(text: string): string | undefined {
  const input = text.replace(/[\r\n]/gu, "");
  if (input.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(input)) return undefined;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(atob(input), (character) => character.charCodeAt(0)));
}
