/** What a file may cost at most. A file that wants more is a finding, not a wait. */
export interface YamlLimits {
  /** Collections inside collections. */
  readonly depth: number;
  /** Documents in one file, empty ones included. */
  readonly documents: number;
  /** Documents of one file that cannot be read: after so many the rest is not looked at. */
  readonly unreadable: number;
  /** Entries of one file, as `countEntries` counts them. */
  readonly entries: number;
  /** Keys of one mapping: an object that big would be refused by the API server for its size. */
  readonly keys: number;
  /** `&name` and `*name` in one file. */
  readonly aliases: number;
  /** Values that the aliases of one file stand for, all expanded: ten aliases to ten aliases to ten … are ten to the power of the levels. */
  readonly expanded: number;
}

/**
 * Far above any mesh that was seen, far below what hurts: 15,000 Istio objects in one file are 5 MB and 0.3 million entries, Istio's CRDs 20,000.
 */
export const defaultLimits: YamlLimits = {
  depth: 100,
  documents: 50_000,
  unreadable: 100,
  entries: 1_000_000,
  keys: 100_000,
  aliases: 20_000,
  expanded: 200_000,
};

/** What the documents of one file have used of the limits they share. */
export interface Spent {
  aliases: number;
  expanded: number;
}
