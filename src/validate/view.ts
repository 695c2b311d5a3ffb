import type { Changes } from "../model/change.ts";
import type { ReleaseRecord } from "../model/desired.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Cluster, Mesh, Revision } from "../model/mesh.ts";
import type { Plan } from "../model/plan.ts";
import type { Repository } from "../model/repository.ts";

/** One object, for rules that need no other to judge it. Run once per distinct object, however many clusters hold it. */
export interface ObjectView {
  readonly manifest: Manifest;
}

/**
 * The objects one cluster should have, rendered and written ones together. `K` is the union of the kinds that may be listed: `Service`,
 * `apps/Deployment`, `networking.istio.io/Gateway` (group and kind; the core group has no prefix).
 *
 * A cluster rule runs once per class of clusters that render alike. So it sees of the cluster's document only what takes part in
 * rendering; a rule that needs more of it (CIDRs, labels, addresses) has scope `mesh`.
 */
export interface ClusterView<K extends string = never> {
  readonly name: string;
  readonly istioName: string;
  readonly network: string;
  readonly role: Cluster["role"];
  readonly systemNamespace: string;
  readonly clusterDomain: string;
  readonly trustDomain: string;
  readonly mesh: Mesh;
  /** False when only configuration is known (plain files) or a chart failed: then "there is no such object" cannot be said of what an install brings. */
  readonly isInstalled: boolean;
  /** False when a file could not be read or a cluster's document could not be used: then "nobody wrote such an object" cannot be said. */
  readonly isRead: boolean;
  /** The revisions the documents want in it. */
  readonly revisions: readonly Revision[];
  readonly platform: string | undefined;
  /** Its Helm releases, with values. */
  readonly releases: readonly ReleaseRecord[];
  /** The kinds it has objects of, sorted. */
  kinds(): readonly string[];
  /** Every object of a kind, sorted by identity. */
  list(kind: K): readonly Manifest[];
  get(kind: K, namespace: string, name: string): Manifest | undefined;
  /** A fact computed once per cluster and shared by all rules: `compute` is its key, so give a function that lives as long as the module. */
  remember<T>(compute: (view: ClusterView<K>) => T): T;
}

/** Every cluster of one mesh. */
export interface MeshView<K extends string = never> {
  readonly mesh: Mesh;
  readonly repository: Repository;
  /** In the mesh's order: sorted by name. */
  readonly clusters: readonly ClusterView<K>[];
  /** As in `ClusterView`. */
  readonly isRead: boolean;
  cluster(name: string): ClusterView<K> | undefined;
  /** The cluster's document. */
  document(name: string): Cluster | undefined;
}

/** What a pull request does: the mesh before (absent when everything is new) and after, the differences, and the order of work. */
export interface ChangeView<K extends string = never> {
  readonly before: MeshView<K> | undefined;
  readonly after: MeshView<K>;
  readonly changes: Changes;
  readonly plan: Plan;
}
