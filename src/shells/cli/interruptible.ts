import type { Terminal } from "./terminal.ts";

/**
 * The first Ctrl-C (or SIGTERM) ends the work where nothing is left half done, and says so in `words`; the second ends the process where it stands.
 * `end` gives the signals back.
 */
export function interruptible(terminal: Pick<Terminal, "tell">, words: string): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    terminal.tell(`isthmus: ${words}`);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    end: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
