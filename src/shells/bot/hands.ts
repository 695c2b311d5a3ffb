import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { join } from "node:path";
import type { Work } from "../../model/work.ts";
import type { BotLog } from "./log.ts";
import { lettingGo } from "./pauses.ts";
import type { Ended, FromHand, ToHand } from "./protocol.ts";

/** A process that carries out one work at a time: rendering takes the whole attention of a process, and whoever answers GitHub must not wait for it. */
export interface Hand {
  /** Never throws: a hand that dies has failed. */
  do(work: Work): Promise<Ended>;
  /** Asks what is under way to end soon. */
  stop(): void;
  /** Ends the process at once, whatever it does. */
  kill(): void;
}

export interface HandOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: BotLog;
}

/** A hand whose process starts with its first work, and again after a death. */
export function createHand({ env, log }: HandOptions): Hand {
  let child: ChildProcess | undefined;
  const tell = (message: ToHand): void => void (child?.connected && child.send(message));
  const started = (): ChildProcess => {
    const fresh = fork(entry(), ["--hand"], { env: { ...env }, execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
    stepBack(fresh);
    // Without a listener an error of the channel would end the bot; the death that goes with it is seen below.
    fresh.on("error", ({ message }) => log.error("A hand could not be reached", { why: message }));
    fresh.once("exit", () => {
      if (child === fresh) child = undefined;
    });
    log.info("A hand starts", { pid: fresh.pid });
    child = fresh;
    return fresh;
  };
  return {
    do: (work) => {
      const at = child ?? started();
      const ended = endOf(at, work.id);
      tell({ kind: "do", work });
      return ended;
    },
    stop: () => tell({ kind: "stop" }),
    kill: () => void child?.kill("SIGKILL"),
  };
}

/** Whoever answers GitHub goes first where there are fewer processors than processes. */
function stepBack({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + behind));
  } catch {
    // Not allowed here, or it ended already: then they share.
  }
}

/** As `nice -n 10`. */
const behind = 10;

/** What it says of this work, or that it died over it. */
function endOf(child: ChildProcess, id: string): Promise<Ended> {
  return new Promise((resolve) => {
    const settle = (ended: Ended): void => {
      child.off("message", heard);
      child.off("exit", died);
      resolve(ended);
    };
    const heard = (message: FromHand): void => {
      if (message.kind === "ended" && message.id === id) settle(message.ended);
    };
    const died = (code: number | null, signal: string | null): void => {
      const why = `its process ended in the middle (${signal ?? `exit code ${code}`})`;
      settle({ kind: "failed", failure: { code: "crash", why, wait: lettingGo } });
    };
    child.on("message", heard);
    child.once("exit", died);
  });
}

/** The program that this one is: in the sources beside this file, in dist/ the file `bot.js` beside or above this chunk. */
function entry(): string {
  const candidates = [join(import.meta.dirname, "main.ts"), join(import.meta.dirname, "bot.js"), join(import.meta.dirname, "..", "bot.js")];
  return candidates.find((file) => existsSync(file)) ?? candidates[0] ?? "";
}
