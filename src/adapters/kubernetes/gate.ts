/** Lets so many in at a time; the others wait in line. */
export interface Gate {
  /** Resolves when there is room; what it gives makes room again. `signal` ends the waiting: it rejects with the signal's reason. */
  enter(signal?: AbortSignal): Promise<() => void>;
}

export function createGate(size: number): Gate {
  let inside = 0;
  const line: (() => void)[] = [];
  const leave = (): void => {
    const next = line.shift();
    // The place goes from hand to hand: nobody who comes in between gets it.
    if (next === undefined) inside -= 1;
    else next();
  };
  const waited = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resume, refuse) => {
      const called = (): void => {
        signal?.removeEventListener("abort", gone);
        resume();
      };
      const gone = (): void => {
        line.splice(line.indexOf(called), 1);
        refuse(signal?.reason);
      };
      line.push(called);
      signal?.addEventListener("abort", gone, { once: true });
    });
  return {
    enter: async (signal) => {
      signal?.throwIfAborted();
      if (inside >= size) await waited(signal);
      else inside += 1;
      let isIn = true;
      return () => {
        if (isIn) leave();
        isIn = false;
      };
    },
  };
}
