import type { Step } from "../model/plan.ts";

interface Ranked {
  readonly step: Step;
  readonly depth: number;
}

/** Steps in an order that respects `after`; of those that may come next, the lowest wave, then the shallowest, then the first by id. */
export function byWaveAndDepth(ranked: readonly Ranked[]): readonly Step[] {
  const waiting = new Map(ranked.map(({ step }) => [step.id, step.after.length]));
  const followers = new Map<string, Ranked[]>();
  for (const entry of ranked) {
    for (const id of entry.step.after) {
      const list = followers.get(id);
      if (list === undefined) followers.set(id, [entry]);
      else list.push(entry);
    }
  }
  const ready = new Heap(ranked.filter(({ step }) => step.after.length === 0));
  const result: Step[] = [];
  for (let next = ready.take(); next !== undefined; next = ready.take()) {
    result.push(next.step);
    for (const follower of followers.get(next.step.id) ?? []) {
      const left = (waiting.get(follower.step.id) ?? 0) - 1;
      waiting.set(follower.step.id, left);
      if (left === 0) ready.add(follower);
    }
  }
  return result;
}

function compare(a: Ranked, b: Ranked): number {
  return a.step.wave - b.step.wave || a.depth - b.depth || (a.step.id < b.step.id ? -1 : 1);
}

/** The smallest first. A class, because it holds what is ready while it changes. */
class Heap {
  readonly #items: Ranked[] = [];

  constructor(items: readonly Ranked[]) {
    for (const item of items) this.add(item);
  }

  add(item: Ranked): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapped(parent, at)) return;
      at = parent;
    }
  }

  take(): Ranked | undefined {
    const items = this.#items;
    const [first] = items;
    const last = items.pop();
    if (last === undefined || items.length === 0) return first;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = this.#smaller(left + 1, left) ? left + 1 : left;
      if (child >= items.length || !this.#swapped(at, child)) return first;
      at = child;
    }
  }

  #smaller(a: number, b: number): boolean {
    const [left, right] = [this.#items[a], this.#items[b]];
    return left !== undefined && right !== undefined && compare(left, right) < 0;
  }

  /** Puts the smaller of the two on top; true when they were the wrong way round. */
  #swapped(top: number, below: number): boolean {
    const [a, b] = [this.#items[top], this.#items[below]];
    if (a === undefined || b === undefined || compare(a, b) <= 0) return false;
    this.#items[top] = b;
    this.#items[below] = a;
    return true;
  }
}
