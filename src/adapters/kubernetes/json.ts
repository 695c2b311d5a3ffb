import type { Json } from "../../model/json.ts";

/** JSON as it stands on the wire: what comes in goes out again with the same value. */

interface RawJson {
  readonly rawJSON?: (text: string) => Json;
}

// Newer than TypeScript's library. Node below 22 has it not: there a number beyond 2^53 is rounded, as everywhere in JavaScript.
const { rawJSON } = JSON as unknown as RawJson;

/** Any number of sixteen digits or more: only then is the slow way taken. */
const longNumber = /[:[,]\s*-?\d{16}/u;

/**
 * Reads JSON. A whole number that a JavaScript number cannot hold becomes an object of `JSON.rawJSON`: it is written as it was read, and is not equal to its
 * rounded neighbour. @throws SyntaxError
 */
export function parseJson(text: string): Json {
  if (rawJSON === undefined || !longNumber.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown, context?: { readonly source?: string }) => {
    const source = context?.source;
    if (typeof value !== "number" || source === undefined || !/^-?\d+$/u.test(source)) return value;
    return String(value) === source ? value : rawJSON(source);
  });
}
