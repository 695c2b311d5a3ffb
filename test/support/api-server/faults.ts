import type { Fault, FaultAnswer } from "../../cluster/lab/types.ts";

export type { Fault } from "../../cluster/lab/types.ts";

/** Decides which requests go wrong: the first fault that matches and is not used up. The same words as the lab's. */
export class Faults {
  #active: { readonly fault: Fault; seen: number; hit: number }[] = [];

  set(faults: readonly Fault[]): void {
    this.#active = faults.map((fault) => ({ fault, seen: 0, hit: 0 }));
  }

  for(method: string, url: string): FaultAnswer | undefined {
    for (const active of this.#active) {
      const { methods, path, after = 0, times = Number.POSITIVE_INFINITY, answer } = active.fault;
      if ((methods !== undefined && !methods.includes(method)) || (path !== undefined && !new RegExp(path, "u").test(url))) continue;
      active.seen += 1;
      if (active.seen <= after || active.hit >= times) continue;
      active.hit += 1;
      return answer;
    }
    return undefined;
  }
}
