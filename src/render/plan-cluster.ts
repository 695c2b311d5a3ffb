import type { Cluster, Mesh } from "../model/mesh.ts";
import { ambientGateways } from "./ambient-gateway.ts";
import { certificates } from "./certificates.ts";
import type { Derived } from "./derived.ts";
import { discovery } from "./discovery.ts";
import { exposure } from "./exposure.ts";
import { namespaces } from "./namespaces.ts";
import { type PlannedRelease, releasesOf } from "./releases.ts";
import { type View, viewOf } from "./view.ts";

/** What one cluster needs, before any chart is rendered. */
export interface ClusterPlan {
  readonly view: View;
  readonly releases: readonly PlannedRelease[];
  readonly objects: readonly Derived[];
}

/** Releases and derived objects of a cluster, with symbols for its identity; `plain` turns the symbols off. */
export function planCluster(mesh: Mesh, cluster: Cluster, plain = false): ClusterPlan {
  const view = viewOf(mesh, cluster, plain);
  const releases = releasesOf(view);
  // Values that already hold the brackets of symbols would be taken for symbols.
  if (!plain && JSON.stringify(releases.map((release) => release.given)).includes("⟨")) return planCluster(mesh, cluster, true);
  const objects = [...namespaces(view), ...certificates(view), ...discovery(view), ...ambientGateways(view), ...exposure(view)];
  return { view, releases, objects };
}
