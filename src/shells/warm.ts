/**
 * Begins to compile the chart engine while the rest of the program is still being loaded: half a second that nobody waits for. What goes wrong is
 * told by whoever needs the engine.
 */
export function warmEngine(): void {
  const starting = import("../adapters/charts/engine.ts").then(({ startEngine }) => startEngine());
  starting.catch(() => undefined);
}
