/** A moment from which work is measured. */
export interface Mark {
  readonly wall: number;
  readonly cpu: number;
}

export function mark(): Mark {
  return { wall: performance.now(), cpu: cpuMs() };
}

/**
 * Milliseconds of work since then: of the clock on the wall, or of the processor where that is less. On a machine that is busy with other things a chart is not called
 * slow for what they take.
 */
export function workedSince({ wall, cpu }: Mark): number {
  return Math.min(performance.now() - wall, cpuMs() - cpu);
}

/** Whether so much work was done; the processor is only asked once the wall clock says so, because that is dear. */
export function isSpent(since: Mark, limitMs: number): boolean {
  return performance.now() - since.wall > limitMs && cpuMs() - since.cpu > limitMs;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
