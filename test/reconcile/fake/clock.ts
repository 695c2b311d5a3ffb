import type { Clock } from "../../../src/world.ts";

/** Time that passes only when everybody waits: the earliest sleeper wakes, and it is then. */
export class FakeClock implements Clock {
  #time: number;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  #isPumping = false;
  #atWork = 0;

  constructor(start: number) {
    this.#time = start;
  }

  now(): number {
    return this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  /** As for a process that was stopped: time passes, and no timer fires. */
  jump(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** No time passes while this is done: making a key takes its own time, and a slow machine must not look like a long wait. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#atWork++;
    try {
      return await work;
    } finally {
      this.#atWork--;
    }
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { at: this.#time + milliseconds, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        resolve();
      });
      this.#pump();
    });
  }

  /** What is done in memory is done before the next turn of the event loop; two turns for good measure. */
  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    setImmediate(() =>
      setImmediate(() => {
        this.#isPumping = false;
        if (this.#atWork > 0) return this.#pump();
        const [next] = this.#sleepers.toSorted((a, b) => a.at - b.at);
        if (next === undefined) return;
        this.#sleepers = this.#sleepers.filter((other) => other !== next);
        this.#time = Math.max(this.#time, next.at);
        next.wake();
        if (this.#sleepers.length > 0) this.#pump();
      }),
    );
  }
}
