import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export interface Program {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string;
  readonly timeoutMs: number;
}

/** How it ended. `why` is a clause that follows the program's name; it quotes the end of stderr, bounded and cleaned. */
export type Ended = { readonly kind: "done"; readonly output: string } | { readonly kind: "failed"; readonly why: string };

const mostOutput = 256 * 1024;
const mostErrors = 64 * 1024;
const mostQuoted = 400;

/** Runs a program without a shell, bounded in time and output. It and what it started are ended together. Never throws for its sake. */
export async function runProgram({ program, args, folder, environment, input, timeoutMs }: Program): Promise<Ended> {
  // A group of its own, so that the whole of a script can be ended, not only its first process.
  const child = spawn(program, [...args], { cwd: folder, env: { ...environment }, shell: false, detached: true, windowsHide: true });
  const out = collect(child, "stdout", mostOutput);
  const err = collect(child, "stderr", mostErrors);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    end(child);
  }, timeoutMs);
  // A program that does not read its input closes the pipe; how it ended tells, not the pipe.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const code = await ending(child);
  clearTimeout(timer);

  if (isLate) return { kind: "failed", why: `did not end within ${timeoutMs / 1000} s${quoted(err.text())}` };
  if (out.isOver()) return { kind: "failed", why: `printed more than ${mostOutput / 1024} KiB` };
  if (code !== 0) return { kind: "failed", why: `${how(code)}${quoted(err.text())}` };
  return { kind: "done", output: out.text() };
}

function collect(child: ChildProcessWithoutNullStreams, stream: "stdout" | "stderr", most: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  child[stream].on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else if (stream === "stdout") end(child);
  });
  return { text: () => Buffer.concat(chunks).toString("utf8"), isOver: () => size > most };
}

/** The exit code, a signal, or why it could not be started. */
function ending(child: ChildProcessWithoutNullStreams): Promise<number | string> {
  return new Promise((settle) => {
    child.on("error", (error: NodeJS.ErrnoException) => settle(error.code ?? "unknown"));
    child.on("close", (code, signal) => settle(code ?? signal ?? "unknown"));
  });
}

function end({ pid, stdout, stderr }: ChildProcessWithoutNullStreams): void {
  // Somebody who left the group may hold the pipes open: they are not waited for.
  stdout.destroy();
  stderr.destroy();
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It ended by itself in between.
  }
}

function how(code: number | string): string {
  if (typeof code === "number") return `ended with exit code ${code}`;
  if (code.startsWith("SIG")) return `was ended by ${code}`;
  return code === "ENOENT" ? "could not be started: there is no such program" : `could not be started (${code})`;
}

/** The end of what it said, on one line, without control characters and without anything between PEM markers or long enough to be a key. */
function quoted(text: string): string {
  const clean = stripVTControlCharacters(text)
    .replace(/-----BEGIN [\s\S]*?(?:-----END [^\n]*-----|$)/gu, "***")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replace(/[A-Za-z0-9+/_=.-]{60,}/gu, "***")
    .trim();
  if (clean === "") return " and said nothing";
  return ` and said: ${clean.length > mostQuoted ? `…${clean.slice(-mostQuoted)}` : clean}`;
}
