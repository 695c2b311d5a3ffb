import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One process from start to end: wall time in milliseconds and peak resident memory in MB (of the process tree's largest member where it can be read). */
export interface Measured {
  readonly wallMs: number;
  readonly peakMb: number;
  /** Processor time of all its threads, in milliseconds: says on a busy machine, too, what the work costs. */
  readonly cpuMs: number;
  /** Until the first byte on stdout, in milliseconds; the whole time when nothing was printed. */
  readonly firstMs: number;
  readonly code: number;
  readonly stdout: string;
}

/** Runs a command and measures it. Memory and processor time are read from /proc every 10 ms, so a shorter spike and the last instant can be missed. */
export async function measure(
  command: string,
  args: readonly string[],
  cwd: string,
  stderr: "ignore" | "inherit" = "ignore",
): Promise<Measured> {
  const started = process.hrtime.bigint();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", stderr] });
  const out: Buffer[] = [];
  let first: bigint | undefined;
  child.stdout.on("data", (chunk: Buffer) => {
    first ??= process.hrtime.bigint();
    out.push(chunk);
  });
  let peakKb = 0;
  let cpuMs = 0;
  const sampler = setInterval(() => {
    peakKb = Math.max(peakKb, peakOf(child.pid ?? 0));
    cpuMs = Math.max(cpuMs, cpuOf(child.pid ?? 0));
  }, 10);
  const code = await new Promise<number>((settle) => {
    child.on("error", () => settle(-1));
    child.on("close", (status) => settle(status ?? -1));
  });
  clearInterval(sampler);
  return {
    firstMs: Number((first ?? process.hrtime.bigint()) - started) / 1e6,
    wallMs: Number(process.hrtime.bigint() - started) / 1e6,
    peakMb: peakKb / 1024,
    cpuMs,
    code,
    stdout: Buffer.concat(out).toString("utf8"),
  };
}

function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    // The process has ended, or this is not Linux: then memory is reported as 0.
    return 0;
  }
}

/** Linux counts in hundredths of a second for every program, whatever the kernel uses inside. */
const tickMs = 10;

function cpuOf(pid: number): number {
  try {
    // The name of the program is in parentheses and may hold anything; after it, user and system time are the 12th and 13th field.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(")").at(-1)?.trim().split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * tickMs || 0;
  } catch {
    return 0;
  }
}

/** The median run of several, by wall time, with the highest memory seen. */
export async function median(runs: number, one: () => Promise<Measured>): Promise<Measured> {
  const results: Measured[] = [];
  for (let run = 0; run < runs; run++) results.push(await one());
  results.sort((a, b) => a.wallMs - b.wallMs);
  const middle = results[Math.floor(runs / 2)];
  if (middle === undefined) throw new Error("median of no runs");
  return { ...middle, peakMb: Math.max(...results.map((result) => result.peakMb)) };
}
