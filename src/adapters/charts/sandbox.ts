import { isSpent, mark } from "./effort.ts";

/**
 * What the engine sees of the world: nothing. WebAssembly can only call what it is given; the engine was compiled for WASI, whose calls are
 * answered here by hand so that every one of them can be read. No files, no sockets, no environment, no time, no randomness.
 */

/** Why a run of the engine was ended from outside; the engine cannot be used after it. */
export class Stopped extends Error {}

export interface Sandbox {
  readonly imports: WebAssembly.Imports;
  /** The engine's memory, known only once it exists. */
  attach(memory: WebAssembly.Memory): void;
  /** Ends the run that now begins with `Stopped` once it has worked for `limitMs`. */
  watch(limitMs: number): void;
  /** The engine's clock, in nanoseconds of its own: how often it asked, not how long it ran. */
  now(): bigint;
  /** What Go printed since then: its last words, when it had to stop. */
  said(): string;
}

const success = 0;
const badDescriptor = 8;
const unsupported = 52;
/** Go's packages read the name of the program. */
const programName = "helm";

/** Where the clock of a run begins. The shipped module was started earlier, when it was built: its clock may not go back. */
export const present = 1_000_000_000n;

/** A sandbox for one instance of `module`. */
export function createSandbox(module: WebAssembly.Module, beginning = present): Sandbox {
  let memory: WebAssembly.Memory | undefined;
  let begun = mark();
  let limit = Number.POSITIVE_INFINITY;
  let ticks = beginning;
  let said = "";
  // Looked up each time: the memory moves when it grows.
  const buffer = () => memory?.buffer ?? new ArrayBuffer(0);
  const view = () => new DataView(buffer());
  const bytes = (at: number, size: number) => new Uint8Array(buffer(), at, size);

  const answers: Record<string, (...args: number[]) => number> = {
    args_sizes_get: (count = 0, size = 0) => {
      view().setUint32(count, 1, true);
      view().setUint32(size, programName.length + 1, true);
      return success;
    },
    args_get: (list = 0, text = 0) => {
      view().setUint32(list, text, true);
      bytes(text, programName.length + 1).set(Buffer.from(`${programName}\0`));
      return success;
    },
    environ_sizes_get: (count = 0, size = 0) => {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return success;
    },
    environ_get: () => success,
    // Go asks for the time whenever it collects garbage and whenever it has nothing to do, so a loop in a template passes here, too: every
    // step of a template allocates. This is where a run that takes too long is ended.
    clock_time_get: (clock = 0, _precision = 0, at = 0) => {
      if (isSpent(begun, limit)) throw new Stopped("time");
      ticks += 1000n;
      view().setBigUint64(at, clock === 0 ? 0n : ticks, true);
      return success;
    },
    // Sleeping ends at once: the one event that was waited for is that the time is over.
    poll_oneoff: (subscriptions = 0, events = 0, _count = 0, happened = 0) => {
      if (isSpent(begun, limit)) throw new Stopped("time");
      bytes(events, 32).fill(0);
      bytes(events, 8).set(bytes(subscriptions, 8));
      view().setUint32(happened, 1, true);
      return success;
    },
    sched_yield: () => success,
    // Go seeds its hash tables from here. Templates that want randomness are refused in the engine (engine/functions.go).
    random_get: (at = 0, size = 0) => {
      bytes(at, size).fill(7);
      return success;
    },
    // Only Go's own last words are written: warnings of charts, or why it has to stop.
    fd_write: (_descriptor = 0, vectors = 0, count = 0, written = 0) => {
      let total = 0;
      for (let index = 0; index < count; index++) {
        const at = view().getUint32(vectors + 8 * index, true);
        const size = view().getUint32(vectors + 8 * index + 4, true);
        if (said.length < 2000) said += Buffer.from(bytes(at, Math.min(size, 2000))).toString("utf8");
        total += size;
      }
      view().setUint32(written, total, true);
      return success;
    },
    fd_fdstat_get: () => badDescriptor,
    fd_prestat_get: () => badDescriptor,
    proc_exit: () => {
      throw new Stopped("exit");
    },
  };

  const wanted = WebAssembly.Module.imports(module).map(({ name }) => [name, answers[name] ?? (() => unsupported)] as const);
  return {
    imports: { wasi_snapshot_preview1: Object.fromEntries(wanted) },
    attach: (given) => {
      memory = given;
    },
    watch: (limitMs) => {
      begun = mark();
      limit = limitMs;
      said = "";
    },
    now: () => ticks,
    said: () => said,
  };
}
