import { stdout } from "node:process";

type Level = "info" | "warn" | "error";

/** What a line tells beside its sentence: numbers and short texts. */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** The bot's log: one JSON object a line. */
export type BotLog = Readonly<Record<Level, (said: string, fields?: Fields) => void>>;

interface Outlet {
  /** Takes out what nobody may see. */
  readonly redact: (text: string) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly write?: (line: string) => void;
}

/** Longer texts are cut: a pipe takes 4 KiB at once, and lines of several processes must not run into each other. */
const longest = 1_000;

/** A log whose every text goes through `redact` and is no longer than a kilobyte. */
export function createLog({ redact, now, write = (line) => void stdout.write(line) }: Outlet): BotLog {
  const short = (text: string): string => {
    const plain = redact(text);
    return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
  };
  const line =
    (level: Level) =>
    (said: string, fields: Fields = {}): void => {
      const shown = Object.entries(fields).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === "string" ? short(value) : value] as const],
      );
      write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, said: short(said), ...Object.fromEntries(shown) })}\n`);
    };
  return { info: line("info"), warn: line("warn"), error: line("error") };
}

/** What an error says, and nothing that hangs on it: errors of libraries carry requests and payloads along. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
