import type { Clock } from "../../world.ts";

/** How clusters are reached. */
export interface ClustersOptions {
  /** Kubeconfig files that mesh documents name are read relative to this folder. */
  readonly folder: string;
  /** Where variables are read from, and what credential plugins are started with. Default: that of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  /** Connections that are open at a time per cluster, idle ones and port-forwards counted; default 8, at least 3; whoever watches needs 4, or nothing else gets through beside the watch. */
  readonly concurrency?: number;
  readonly limits?: Partial<Limits>;
  /** From 0 to below 1, for the jitter of pauses; default `Math.random`. */
  readonly random?: () => number;
}

/** Milliseconds. */
export interface Limits {
  /** Until a connection stands. */
  readonly connectMs: number;
  /** Until one attempt is answered. The API server waits up to 30 s for a webhook, so less would call slow webhooks dead. */
  readonly requestMs: number;
  /**
   * Until a call ends, with all attempts and pauses; a write is never *sent* later than this after it was asked for, also by a process that was stopped in
   * between. A lease must have more time left than this before a write begins.
   */
  readonly totalMs: number;
  /** Until a credential plugin ends. */
  readonly pluginMs: number;
  /** Until a watch without any event, bookmarks included, is begun anew. */
  readonly quietMs: number;
}

export const defaultLimits: Limits = { connectMs: 10_000, requestMs: 35_000, totalMs: 60_000, pluginMs: 60_000, quietMs: 90_000 };
