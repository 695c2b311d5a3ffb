import { stdout } from "node:process";

/** The job's log. Everything an Action prints goes through it. */
export interface Log {
  say(text: string): void;
}

/**
 * A log that no text can command. The runner obeys lines such as `::set-output …` and `##[…]` wherever they come from, and a file name, a YAML text or a chart's
 * error message comes from whoever wrote the pull request.
 */
export function createLog(write: (text: string) => void = (text) => void stdout.write(text)): Log {
  return { say: (text) => write(`${harmless(text)}\n`) };
}

/** The same text for a reader, and no command for the runner: no line that starts one, no control character that hides or moves text. */
export function harmless(text: string): string {
  return text.split(lineEnd).map(harmlessLine).join("\n");
}

// .NET's line reader, which the runner uses, ends a line at a lone carriage return too; terminals know more.
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

function harmlessLine(line: string): string {
  return line
    .replace(/(?!\t)[\p{Cc}\p{Cf}]/gu, "\ufffd")
    .replace(/^(?<space>\s*)::/u, "$<space>: :")
    .replaceAll("##[", "# #[");
}
