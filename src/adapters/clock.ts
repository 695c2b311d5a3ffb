import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../world.ts";

/** The clocks of this machine. `monotonic` goes on while the process is stopped (SIGSTOP), and never jumps when somebody sets the time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await wait(Math.max(0, milliseconds), undefined, signal === undefined ? {} : { signal });
    } catch {
      // Only the signal ends it early, and that is no error: who gave it knows.
    }
  },
};
