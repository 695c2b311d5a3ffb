import { spawn } from "node:child_process";

/** What a git command printed, and how it ended. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs git without a shell and without anything that a repository's own configuration could start: no hooks, no file-system monitor, no pager,
 * no prompt. Never throws for a failing command; `code` is -1 when git itself is missing.
 */
export async function runGit(folder: string, args: readonly string[], input?: string): Promise<GitResult> {
  const safe = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "protocol.ext.allow=never", "--no-pager"];
  const child = spawn("git", [...safe, ...args], {
    cwd: folder,
    env: { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
  // A git that ends early closes its end of the pipe; its exit code tells, not the pipe.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input ?? "");
  const code = await new Promise<number>((settle) => {
    child.on("error", () => settle(-1));
    child.on("close", (status) => settle(status ?? -1));
  });
  return { code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8").trim() };
}
