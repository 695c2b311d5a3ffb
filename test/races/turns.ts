/** Somebody whose requests wait for their turn. */
export interface Actor {
  readonly name: string;
  readonly done: Promise<void>;
}

/** Something that happens outside, at once; gives who begins because of it. */
export type Happening = () => readonly Actor[];

/**
 * Decides who goes on. Every request of an actor waits at the turnstile; when all of them wait (or are at their end), the next choice lets one of them through, or lets the
 * next thing happen outside. The same choices give the same order of everything that GitHub sees.
 */
export class Turns {
  readonly #waiting = new Map<string, (() => void)[]>();
  readonly #running = new Set<string>();
  /** What was let through, for whoever reads a failure. */
  readonly told: string[] = [];

  /** Waits for the turn of this actor; of nobody else. */
  enter(actor: string, what: string): Promise<void> {
    if (!this.#running.has(actor)) return Promise.resolve();
    return new Promise((go) => {
      const queue = this.#waiting.get(actor) ?? [];
      queue.push(() => {
        this.told.push(`${actor}: ${what}`);
        go();
      });
      this.#waiting.set(actor, queue);
    });
  }

  /** Says that an actor begins; from now on its requests wait. */
  begin({ name, done }: Actor): void {
    this.#running.add(name);
    const end = (): void => {
      this.#running.delete(name);
      this.told.push(`${name} is at its end`);
    };
    void done.then(end, end);
  }

  /** Plays until nobody is left and everything has happened. */
  async play(choices: readonly number[], outside: readonly { readonly what: string; readonly happen: Happening }[]): Promise<void> {
    const [rest, left] = [[...choices], [...outside]];
    for (;;) {
      await this.#settled();
      const options = [...this.#waiting]
        .filter(([, queue]) => queue.length > 0)
        .map(([name]) => name)
        .sort();
      if (options.length === 0 && left.length === 0) return;
      const choice = (rest.shift() ?? 0) % (options.length + Math.min(1, left.length));
      const actor = options[choice];
      if (actor !== undefined) this.#waiting.get(actor)?.shift()?.();
      else {
        const next = left.shift();
        this.told.push(`outside: ${next?.what}`);
        for (const begun of next?.happen() ?? []) this.begin(begun);
      }
    }
  }

  /** Ends when everybody waits; one that computes or waits for something else for long is not waited for. */
  async #settled(): Promise<void> {
    const end = performance.now() + longestMs;
    const isBusy = (): boolean => [...this.#running].some((name) => (this.#waiting.get(name) ?? []).length === 0);
    while (isBusy() && performance.now() < end) await new Promise((done) => setTimeout(done, 2));
  }
}

/** Beyond every request, look and wait of a run; who waits longer waits for another actor. */
const longestMs = 20_000;
