import type { FlagEntry } from "../catalog/commands.gen.ts";
import { type CommandName, commands } from "../catalog/commands.gen.ts";
import { nearest } from "../catalog/nearest.ts";
import { reason } from "../catalog/reason.ts";
import type { Reason } from "../model/command.ts";
import { secondsIn } from "../model/duration.ts";
import type { Word } from "./words.ts";

type FlagWord = Extract<Word, { kind: "flag" }>;

/** What a flag may hold, an example of it, and its value in the program or `undefined` when the text is no such thing. */
const kinds: Readonly<
  Record<
    FlagEntry["takes"],
    { readonly expected: string; readonly example: string; readonly read: (text: string) => string | number | true | undefined }
  >
> = {
  nothing: { expected: "no value", example: "", read: () => undefined },
  digest: {
    expected: "the digest of a plan, 8 to 64 letters of 0-9 and a-f",
    example: "7c1e9ab4",
    read: (text) => (/^[0-9a-f]{8,64}$/u.test(text) ? text : undefined),
  },
  count: { expected: "a whole number", example: "1", read: (text) => (/^\d{1,6}$/u.test(text) ? Number(text) : undefined) },
  duration: { expected: "a time such as 90s, 15m, 2h or 1h30m", example: "15m", read: secondsOf },
  text: { expected: "a text in quotation marks", example: '"why"', read: textOf },
  date: { expected: "a day such as 2027-01-31", example: "2027-01-31", read: dayOf },
};

/** The flags of one command by their names, or the first reason why they cannot be. */
export function flagsOf(verb: CommandName, words: readonly FlagWord[]): Readonly<Record<string, string | number | true>> | Reason {
  const entries = commands[verb].flags;
  const found: Record<string, string | number | true> = {};
  for (const { name, value } of words) {
    const entry = entries.find((other) => other.name === name);
    if (entry === undefined) return unknownFlag(verb, name, entries);
    if (name in found) return reason("flag_twice", { flag: name });
    const read = valueOf(entry, value);
    if (typeof read === "object") return read;
    found[name] = read;
  }
  const missing = entries.find(({ name, must }) => must && !(name in found));
  if (missing === undefined) return found;
  return reason("flag_missing", { verb, flag: missing.name, summary: missing.summary, example: kinds[missing.takes].example });
}

function valueOf(entry: FlagEntry, value: string | undefined): string | number | true | Reason {
  const { expected, example, read } = kinds[entry.takes];
  if (entry.takes === "nothing" && value === undefined) return true;
  if (value === undefined) return reason("flag_without_value", { flag: entry.name, expected, example });
  const found = read(value);
  if (found !== undefined) return found;
  if (entry.takes === "nothing") return reason("flag_needless_value", { flag: entry.name, value });
  return reason("flag_value", { flag: entry.name, expected, value, example });
}

function unknownFlag(verb: CommandName, name: string, entries: readonly FlagEntry[]): Reason {
  const known = entries.map((entry) => entry.name);
  if (known.length === 0) return reason("flag_none", { verb, flag: name });
  const near = nearest(name, known);
  const advice = near === undefined ? "" : `Did you mean --${near}? `;
  return reason("flag_unknown", { verb, flag: name, advice, known: known.map((flag) => `--${flag}`).join(", ") });
}

/** Ninety days: longer waits and locks are a mistake. */
const longest = 90 * 24 * 3600;

function secondsOf(text: string): number | undefined {
  const total = secondsIn(text);
  return total !== undefined && Number.isInteger(total) && total > 0 && total <= longest ? total : undefined;
}

/** A text for the record: one line, no letters that are not seen or that turn the line around. */
function textOf(text: string): string | undefined {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return clean === "" || clean.length > 300 ? undefined : clean;
}

function dayOf(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? undefined : text;
}
