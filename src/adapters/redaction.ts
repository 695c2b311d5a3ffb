import type { Secret } from "../model/secret.ts";

/** A shorter line of a secret is not looked for: it would take words out of every sentence. */
const shortest = 8;

/** What credentials look like wherever they come from: an answer that somebody quotes, an address with a password. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/gu, "***"],
  [/\b(?:gh[pousr]_[A-Za-z0-9_]{8,}|github_pat_[A-Za-z0-9_]{8,})/gu, "***"],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*/gu, "***"],
  [/\b(?<scheme>bearer|basic|token) +[A-Za-z0-9._~+/=-]{8,}/giu, "$<scheme> ***"],
  [/\b(?<scheme>[a-z][a-z0-9+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/giu, "$<scheme>***@"],
];

/** Takes the given secrets, line by line and as JSON would write them, and everything that looks like a credential out of a text. For logs: the last lock, not the only one. */
export function createRedaction(secrets: readonly Secret[]): (text: string) => string {
  const values = secrets.flatMap((secret) => [secret.open(), ...secret.open().split(/\r?\n|\\n/u)]).map((value) => value.trim());
  const known = [...new Set(values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]))]
    .filter((value) => value.length >= shortest)
    .sort((one, other) => other.length - one.length);
  return (text) => {
    const without = known.reduce((rest, value) => rest.replaceAll(value, "***"), text);
    return shapes.reduce((rest, [shape, instead]) => rest.replace(shape, instead), without);
  };
}
