/** So many clusters are worked on at once. Work in a cluster that is worked on anyway needs no lane more; work in more clusters than there are lanes waits until it is alone. */
export class Lanes {
  readonly #most: number;
  readonly #busy = new Map<string, number>();
  readonly #waiting: { readonly clusters: readonly string[]; readonly begin: () => void }[] = [];

  constructor(most: number | undefined) {
    this.#most = most ?? Number.POSITIVE_INFINITY;
  }

  async take<T>(clusters: readonly string[], work: () => Promise<T>): Promise<T> {
    if (!this.#hasRoom(clusters)) await new Promise<void>((resolve) => this.#waiting.push({ clusters, begin: resolve }));
    else this.#enter(clusters);
    try {
      return await work();
    } finally {
      this.#leave(clusters);
    }
  }

  #hasRoom(clusters: readonly string[]): boolean {
    const more = clusters.filter((cluster) => !this.#busy.has(cluster)).length;
    return this.#busy.size === 0 || this.#busy.size + more <= this.#most;
  }

  #enter(clusters: readonly string[]): void {
    for (const cluster of clusters) this.#busy.set(cluster, (this.#busy.get(cluster) ?? 0) + 1);
  }

  #leave(clusters: readonly string[]): void {
    for (const cluster of clusters) {
      const left = (this.#busy.get(cluster) ?? 1) - 1;
      if (left === 0) this.#busy.delete(cluster);
      else this.#busy.set(cluster, left);
    }
    for (const next of this.#waiting.splice(0)) {
      if (!this.#hasRoom(next.clusters)) this.#waiting.push(next);
      else {
        this.#enter(next.clusters);
        next.begin();
      }
    }
  }
}
