import { harmless, type Log } from "./log.ts";
import type { Outputs } from "./outputs.ts";

/** A note on a line of a file that the runner shows, with the job's own means. */
export interface JobNote {
  readonly level: "error" | "warning";
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

/** The runner around the Action: the log, and the files and commands by which a job tells things. */
export interface Runner extends Log {
  /** From now on the runner replaces this text by `***` in the log. */
  hide(secret: string): void;
  output(values: Outputs): void;
  error(message: string): void;
  warning(message: string): void;
  note(note: JobNote): void;
  /** Lines that the log shows folded under a title. */
  group(title: string, lines: readonly string[]): void;
  /** Adds to the job summary; does nothing where there is none. */
  summary(markdown: string): Promise<void>;
  /** A text as a block of code that it cannot leave. */
  asCode(text: string): string;
}

/** The runner this process was started by. Commands go through the toolkit, which escapes them; everything else is made harmless first. */
export async function openRunner(env: Readonly<Record<string, string | undefined>>, log: Log): Promise<Runner> {
  const core = await import("@actions/core");
  return {
    say: log.say,
    hide: (secret) => {
      if (secret !== "") core.setSecret(secret);
    },
    output: (values) => {
      // Without the file the toolkit falls back to a command on stdout that runners no longer obey.
      if (!env["GITHUB_OUTPUT"]) return;
      for (const [name, value] of Object.entries(values)) core.setOutput(name, harmless(value));
    },
    error: (message) => core.error(harmless(message)),
    warning: (message) => core.warning(harmless(message)),
    note: ({ level, title, message, file, line }) => core[level](harmless(message), { title: harmless(title), file, startLine: line }),
    group: (title, lines) => {
      core.startGroup(harmless(title));
      for (const line of lines) log.say(line);
      core.endGroup();
    },
    summary: async (markdown) => {
      if (env["GITHUB_STEP_SUMMARY"]) await core.summary.addRaw(markdown).write();
    },
    asCode: (text) => {
      const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
      const fence = "`".repeat(longest + 1);
      return `${fence}text\n${harmless(text)}\n${fence}`;
    },
  };
}
