import type { Shortfall } from "./publish.ts";

/** Where a run tells whoever started it how it goes: a job's log and summary, or the bot's log. What is told may hold texts of strangers: the desk makes them harmless. */
export interface Desk {
  say(text: string): void;
  error(message: string): void;
  warning(message: string): void;
  /** Something that GitHub was to be told and was not. */
  missed(shortfall: Shortfall): void;
  /** On a line of a file, where there are no check runs to hold it. */
  note(note: Note): void;
  /** Lines that are shown folded under a title. */
  group(title: string, lines: readonly string[]): void;
  /** Adds to the page of the run; does nothing where there is none. */
  summary(markdown: string): Promise<void>;
  /** For programs that come after. */
  output(facts: Facts): void;
  /** Keeps a JSON text for programs that come after. @throws Problem `output-unwritable` */
  result(json: string): Promise<void>;
}

/** A note on a line of a file. */
export interface Note {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly message: string;
  /** From the top of the Git repository; empty for none. */
  readonly file: string;
  readonly line: number;
}

/** What a run hands on about itself; `src/shells/action/outputs.ts` says what each means. Those that are absent are not told. */
export type Facts = Partial<Record<Fact, string>>;

export type Fact =
  | "result"
  | "decision"
  | "reason-code"
  | "plan-digest"
  | "run-id"
  | "comment-url"
  | "errors"
  | "warnings"
  | "matrix"
  | "part";
