import type { Finding } from "./finding.ts";
import type { Manifest } from "./manifest.ts";
import type { Mesh } from "./mesh.ts";
import type { Place } from "./source.ts";
import type { Tree } from "./tree.ts";

/** What `load` makes of a tree: the mesh, the configuration placed per cluster, and what is wrong with the documents. */
export interface Repository {
  readonly tree: Tree;
  /** `undefined` when there is no mesh document, or none that can be used: the findings say why. */
  readonly mesh: Mesh | undefined;
  /**
   * Names of clusters that have a document which cannot be used, sorted: they are not in the mesh, and nothing is known of them. That is not the same as
   * having been removed.
   */
  readonly leftOut?: readonly string[];
  /**
   * Files of the mesh and of `config/` of which a part could not be read, and links or submodules in the place of a folder, sorted: objects that came from
   * them are unknown, not gone.
   */
  readonly unreadFiles?: readonly string[];
  /**
   * Objects from `config/`, per cluster name, each list sorted by identity. Clusters that receive the same objects share one list, so a
   * thousand clusters cost no more than the distinct placements.
   */
  readonly config: ReadonlyMap<string, readonly Manifest[]>;
  readonly acceptances: readonly Acceptance[];
  readonly lock: Lock | undefined;
  readonly findings: readonly Finding[];
}

/** A finding somebody decided to live with, from the default branch. */
export interface Acceptance {
  readonly rule: string;
  /** Narrow it to one object (`Kind namespace/name`), one file or one cluster; each absent one matches all. */
  readonly object: string | undefined;
  readonly file: string | undefined;
  readonly cluster: string | undefined;
  readonly reason: string;
  /** Last day on which it counts, `2026-12-31`, UTC. */
  readonly until: string;
  readonly place: Place;
}

/** `isthmus.lock`: what every chart used must be, byte for byte. */
export interface Lock {
  readonly charts: readonly LockedChart[];
  readonly place: Place;
}

export interface LockedChart {
  /** `bundled`, a repository URL, `oci://…` or `path:folder`. */
  readonly source: string;
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  /** Where the lock says so; absent in one that is to be written. */
  readonly place?: Place;
}
