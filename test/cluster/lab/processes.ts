import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A process the lab started, in a process group of its own. */
export interface Running {
  readonly name: string;
  readonly pid: number;
  /** Resolves with how it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** To the whole group. Nothing happens when it has ended. */
  signal(signal: NodeJS.Signals): void;
}

export interface Start {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** File that takes its output; appended to. */
  readonly log: string;
}

/** All processes of one lab: started, remembered in a file for the case that the lab dies, ended together. */
export class Processes {
  readonly #running = new Set<Running>();
  #isEnding = false;
  readonly #register: string;

  constructor(folder: string) {
    this.#register = join(folder, registerName);
  }

  start({ name, command, env, cwd, log }: Start): Running {
    const [program, ...args] = command;
    if (program === undefined) throw new Error(`${name}: no program`);
    const output = openSync(log, "a");
    const child = spawn(program, args, {
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...env },
      ...(cwd === undefined ? {} : { cwd }),
    });
    closeSync(output);
    const running = this.#remember(name, child);
    this.#running.add(running);
    void running.ended.then(() => this.#running.delete(running));
    return running;
  }

  /** Starts it again whenever it ends, a second later, as a kubelet does with the parts of a control plane. */
  keep(start: Start): void {
    if (this.#isEnding) return;
    void this.start(start).ended.then(() => setTimeout(() => this.keep(start), 1000));
  }

  #remember(name: string, child: ChildProcess): Running {
    const pid = child.pid ?? 0;
    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      child.once("error", () => resolve({ code: 127, signal: null }));
      child.once("exit", (code, signal) => resolve({ code, signal }));
    });
    if (pid !== 0) appendFileSync(this.#register, `${JSON.stringify({ name, pid, started: startTime(pid) })}\n`);
    return { name, pid, ended, signal: (signal) => pid !== 0 && this.#has(pid) && signalGroup(pid, signal) };
  }

  #has(pid: number): boolean {
    return [...this.#running].some((running) => running.pid === pid);
  }

  /** The process groups that run now. */
  get pids(): readonly number[] {
    return [...this.#running].map(({ pid }) => pid);
  }

  /** SIGKILL: nothing in a lab is worth a slow end, and a stopped process hears nothing else. */
  async endAll(): Promise<void> {
    this.#isEnding = true;
    const running = [...this.#running];
    for (const { pid } of running) signalGroup(pid, "SIGKILL");
    await Promise.all(running.map(({ ended }) => ended));
  }
}

const registerName = "processes.jsonl";

/** Ends what a lab that died left behind in `folder`. A number that was given to another process since is left alone: it started at another time. */
export function endLeftovers(folder: string): void {
  const register = join(folder, registerName);
  if (!existsSync(register)) return;
  for (const line of readFileSync(register, "utf8").split("\n").filter(Boolean)) {
    const { pid, started } = JSON.parse(line) as { pid: number; started: string };
    if (startTime(pid) === started) signalGroup(pid, "SIGKILL");
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what was wanted.
  }
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot; the name in field 2 may hold anything, so count from its end. */
function startTime(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
