/** What a file may cost at most. A file that wants more is a finding, not a wait. */
export interface YamlLimits {
  /** Collections inside collections. */
  readonly depth: number;
  /** Documents in one file, empty ones included. */
  readonly documents: number;
  /** `*name` in one document. */
  readonly aliases: number;
  /** Values that the aliases of one document stand for, all expanded: ten aliases to ten aliases to ten … are ten to the power of the levels. */
  readonly expanded: number;
}

/** Far above any mesh that was seen, far below what hurts. */
export const defaultLimits: YamlLimits = { depth: 100, documents: 50_000, aliases: 10_000, expanded: 200_000 };
