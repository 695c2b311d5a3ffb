/** One way to do it: wall time in milliseconds, peak memory of one process in MB. */
export interface Side {
  readonly ms: number;
  readonly mb: number;
}

/** What `on-clusters.ts` measured: from nothing, and with nothing to do. */
export interface OnClusters {
  readonly ours: { readonly fresh: Side; readonly again: Side };
  /** `undefined`: there is no helm here. */
  readonly helm: { readonly fresh: Side; readonly again: Side; readonly releases: number } | undefined;
}
