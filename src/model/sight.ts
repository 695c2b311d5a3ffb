import type { Expiry } from "./expiry.ts";

/** What a look by plan saw of a mesh, as it is kept for whoever asks later: plain data, no secret, bounded in size. Times are milliseconds since 1970. */
export interface Sight {
  readonly repository: string;
  /** By whose token GitHub is asked about the repository. */
  readonly installation: number;
  readonly folder: string;
  readonly at: number;
  /** Of the default branch. */
  readonly commit: string;
  /** `undefined`: no mesh could be read. */
  readonly mesh: string | undefined;
  readonly standing: string;
  /** The standing, as a sentence. */
  readonly said: string;
  readonly clusters: readonly ClusterSight[];
  /** The soonest first. */
  readonly ends: readonly Expiry[];
  readonly drift: readonly { readonly cluster: string; readonly object: string; readonly what: string }[];
  /** Checks that did not pass. */
  readonly failed: readonly { readonly cluster: string; readonly name: string; readonly observed: string }[];
}

export interface ClusterSight {
  readonly name: string;
  readonly wave: number;
  readonly role: string;
  readonly network: string;
  /** Why it could not be read. */
  readonly unreachable: string | undefined;
  readonly kubernetes: string | undefined;
  /** `default 1.31.0, 2 of 2 ready`. */
  readonly istiods: readonly string[];
  readonly lastRun:
    | { readonly id: string; readonly by: string; readonly state: string; readonly at: number; readonly open: number }
    | undefined;
  /** Who holds it now. */
  readonly holder: string | undefined;
}
