/** A list as far as it is told. */
export interface Bounded<T> {
  readonly kept: readonly T[];
  /** How many are not in it. */
  readonly leftOff: number;
}

/**
 * A list that stays small for any number of clusters: up to `most` entries it is whole; beyond that only what is open is told, up to as many, and the rest is counted.
 * Everybody reads what is open; nobody reads thirty thousand checks that passed.
 */
export function bounded<T>(all: readonly T[], most: number, isOpen: (entry: T) => boolean): Bounded<T> {
  const kept = all.length <= most ? all : all.filter(isOpen).slice(0, most);
  return { kept, leftOff: all.length - kept.length };
}
