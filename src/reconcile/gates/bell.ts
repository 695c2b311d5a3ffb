import type { Clock, ClusterApi, Where } from "../../world.ts";

/** Objects of an API server that are watched. */
export interface Watched {
  readonly api: ClusterApi;
  readonly where: Where;
}

/** Shortens a pause: something happened to what is waited for. Who may not watch it, or cannot, pauses to the end. */
export class Bell {
  #hasRung = false;
  #wake: () => void = () => undefined;

  /** Watches from now on, until `signal` ends it. */
  constructor(watched: Watched, signal: AbortSignal) {
    void this.#listen(watched, signal);
  }

  /** Until it rings, and no longer than this. What rang since the last pause counts. */
  async pause(clock: Clock, milliseconds: number, stop: AbortSignal): Promise<void> {
    const over = new AbortController();
    const rings = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    if (!this.#hasRung) await Promise.race([clock.sleep(milliseconds, AbortSignal.any([stop, over.signal])), rings]);
    this.#hasRung = false;
    over.abort();
  }

  async #listen({ api, where }: Watched, signal: AbortSignal): Promise<void> {
    try {
      const events = api.watch(where, signal)[Symbol.asyncIterator]();
      while ((await events.next()).done !== true) {
        this.#hasRung = true;
        this.#wake();
      }
    } catch {
      // Whatever it was: looking now and then sees the same, only later, and tells what is wrong.
    }
  }
}
