import { type CommandName, commands } from "../catalog/commands.gen.ts";
import { isNear, nearest } from "../catalog/nearest.ts";
import { reason } from "../catalog/reason.ts";
import type { Command, Misread, Reason } from "../model/command.ts";
import { argumentsOf } from "./arguments.ts";
import { flagsOf } from "./flags.ts";
import { type Line, saidLines } from "./speech.ts";
import { type Word, wordsOf } from "./words.ts";

/** What a comment asks for, and what in it was meant for us and cannot be read. Both empty: the comment is none of our business. */
export interface Heard {
  readonly commands: readonly Command[];
  readonly misread: readonly Misread[];
}

/** Longer lines are not commands. GitHub's limit for a whole comment is 65,536. */
const longestLine = 1000;
const mostQuestions = 5;

/**
 * Reads the commands of one comment (`reference` 4.1): at most one that changes something, at most five questions; a line that is refused does not stop the
 * others. `shortForm`: also without `isthmus`, as `/plan`.
 */
export function parse(body: string, { shortForm }: { readonly shortForm: boolean }): Heard {
  // Reading Markdown is not needed for chatter.
  if (!/^[ \t>*+-]{0,3}\//mu.test(body)) return { commands: [], misread: [] };
  const commands: Command[] = [];
  const misread: Misread[] = [];
  for (const line of saidLines(body)) {
    const asked = addressed(line, shortForm);
    if (asked === undefined) continue;
    const read = commandOf(asked, line);
    const refused = "code" in read ? read : crowd(commands, read);
    if (refused !== undefined) misread.push({ line: line.number, text: line.text.trim(), reason: refused });
    else if (!("code" in read)) commands.push(read);
  }
  return { commands, misread };
}

interface Asked {
  readonly verb: string;
  readonly rest: string;
}

/** The verb and what follows, when the line speaks to us. */
function addressed({ text }: Line, shortForm: boolean): Asked | undefined {
  if (text.length > longestLine) return undefined;
  const long = /^ {0,3}\/isthmus(?:[ \t]+(\S+)(.*))?[ \t]*$/u.exec(text);
  if (long !== null) return { verb: long[1] ?? "help", rest: long[2] ?? "" };
  const short = /^ {0,3}\/([^\s/]+)(?=$|[ \t])(.*)$/u.exec(text);
  if (short === null || !shortForm) return undefined;
  const [, verb = "", rest = ""] = short;
  return isCommand(verb) || isSlip(verb) ? { verb, rest } : undefined;
}

function isCommand(verb: string): verb is CommandName {
  return Object.hasOwn(commands, verb);
}

/** Verbs of other bots, which are near to ours or common: none of our business without `/isthmus` before them. */
const others: ReadonlySet<string> = new Set(
  "approve lgtm hold unhold retest merge assign unassign cc close reopen label kind area priority test override check cherry-pick rebase release review ready shrug triage milestone title skip ok-to-test deploy".split(
    " ",
  ),
);

/** `/aply`, and letters that look like those of a command. */
function isSlip(verb: string): boolean {
  if (others.has(verb.toLowerCase())) return false;
  return Object.keys(commands).some((name) => isNear(verb, name));
}

function commandOf({ verb, rest }: Asked, line: Line): Command | Reason {
  if (!isCommand(verb)) return unknownVerb(verb);
  const words = wordsOf(rest);
  if ("code" in words) return words;
  const flags = flagsOf(
    verb,
    words.filter((word): word is Extract<Word, { kind: "flag" }> => word.kind === "flag"),
  );
  if (isReason(flags)) return flags;
  const given = argumentsOf(
    verb,
    words.flatMap((word) => (word.kind === "bare" ? [word.text] : [])),
  );
  if ("code" in given) return given;
  // The catalogue that made the types of flags also read them: see flags.ts.
  return { ...given, verb, flags, line: line.number, text: line.text.trim() } as Command;
}

function isReason(value: object): value is Reason {
  return "code" in value && "said" in value;
}

function unknownVerb(verb: string): Reason {
  if (/[^\x21-\x7e]/u.test(verb)) return reason("verb_look_alike", { verb });
  const near = nearest(verb, Object.keys(commands));
  return reason("verb_unknown", { verb, advice: near === undefined ? "" : `Did you mean /${near}? ` });
}

/** One deed and a handful of questions are a comment; more is refused, never queued. */
function crowd(before: readonly Command[], next: Command): Reason | undefined {
  const { does } = commands[next.verb];
  const alike = before.filter(({ verb }) => commands[verb].does === does);
  if (does === "sets" && alike[0] !== undefined) return reason("second_deed", { first: alike[0].text, second: next.text });
  return does === "asks" && alike.length === mostQuestions ? reason("too_many", { limit: mostQuestions }) : undefined;
}
