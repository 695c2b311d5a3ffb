/** One thing that was looked at to see whether the mesh works. */
export interface Check {
  /** `istiod-ready`, `clusters-synced`, `roots-equal`, `endpoints-seen`, `gateway-handshake`, `request-across`…: the file in `verify/probes/`. */
  readonly name: string;
  /** Where it was looked at. */
  readonly cluster: string;
  /** The other cluster it is about, when there is one. */
  readonly peer: string | undefined;
  readonly verdict: "passed" | "failed" | "unknown";
  /** What was observed, as a sentence. */
  readonly observed: string;
  /** What to do, unless it passed. */
  readonly remedy: string | undefined;
}

/** Everything that was observed in one verification, sorted by cluster, name, peer. */
export interface Health {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly checks: readonly Check[];
}
