import type { Desk } from "../github/desk.ts";
import { harmless, type Log } from "./log.ts";
import { writeForLater } from "./result.ts";

/** The runner around the Action: a desk that is the job's log, and the files and commands by which a job tells things. */
export interface Runner extends Desk {
  /** From now on the runner replaces this text by `***` in the log. */
  hide(secret: string): void;
  /** Keeps a shard's part for a later step. @throws Problem `output-unwritable` */
  part(name: string, bytes: Buffer): Promise<void>;
  /** A text as a block of code that it cannot leave. */
  asCode(text: string): string;
}

/** The runner this process was started by. Commands go through the toolkit, which escapes them; everything else is made harmless first. */
export async function openRunner(env: Readonly<Record<string, string | undefined>>, log: Log): Promise<Runner> {
  const core = await import("@actions/core");
  const output: Desk["output"] = (facts) => {
    // Without the file the toolkit falls back to a command on stdout that runners no longer obey.
    if (!env["GITHUB_OUTPUT"]) return;
    for (const [name, value] of Object.entries(facts)) core.setOutput(name, harmless(value));
  };
  return {
    say: log.say,
    output,
    result: async (json) => output({ result: await writeForLater(env, "result.json", json) }),
    part: async (name, bytes) => output({ part: await writeForLater(env, name, bytes) }),
    hide: (secret) => {
      if (secret !== "") core.setSecret(secret);
    },
    error: (message) => core.error(harmless(message)),
    warning: (message) => core.warning(harmless(message)),
    missed: ({ what, why, remedy }) => core.warning(harmless(`${what} could not be written. ${why} ${remedy}`)),
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
