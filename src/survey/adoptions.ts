import { type Adoption, type Adoptions, isNamespace, type RetiredRelease } from "../model/adoption.ts";
import { objectsOf } from "../model/desired.ts";
import { isHandedOver, writerOf } from "../model/field-managers.ts";
import { textAt } from "../model/json.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import { managersOf } from "../model/ownership.ts";
import type { Survey, Surveyed } from "../model/survey.ts";
import { entryFor } from "./entries.ts";
import { leftBundle } from "./gateway-api.ts";
import { gitOpsTool } from "./gitops.ts";
import { helmReleaseOf } from "./helm-releases.ts";
import { meshLabel } from "./label.ts";
import { type Scope, surveyedOf } from "./scope.ts";

/**
 * What comes under our ownership where a cluster is to be adopted: every wanted object that is there and is in no inventory of ours. What belongs to another
 * mesh or to a GitOps tool is not among them; `prerequisites` refuses it.
 */
export function adoptions(scope: Scope, survey: Survey): Adoptions {
  const found = scope.mesh.clusters.flatMap((cluster) => {
    const seen = surveyedOf(survey, cluster.name);
    return seen === undefined || !cluster.adopt ? [] : [{ seen, cluster, objects: adoptedIn(scope, cluster, seen) }];
  });
  return {
    objects: found.flatMap(({ objects }) => objects),
    releases: found.flatMap(({ cluster, seen, objects }) => retiredIn(cluster, seen, objects)),
  };
}

function adoptedIn(scope: Scope, cluster: Cluster, seen: Surveyed): readonly Adoption[] {
  // An inventory that could not be read may hold them all.
  if (seen.unreadState?.has("inventory")) return [];
  const left = leftBundle({ scope, cluster, seen })?.ids ?? new Set();
  const wanted = objectsOf(scope.desired, cluster.name).filter(({ id }) => !left.has(idKey(id)));
  return wanted.flatMap((manifest) => adopted(manifest, { cluster, seen, mesh: scope.mesh.name }) ?? []);
}

function adopted(
  manifest: Manifest,
  { cluster, seen, mesh }: { readonly cluster: Cluster; readonly seen: Surveyed; readonly mesh: string },
): Adoption | undefined {
  const { id } = manifest;
  const live = seen.objects.get(idKey(id));
  if (live?.kind !== "present" || entryFor(manifest, seen) !== undefined) return undefined;
  const label = textAt(live.object, "metadata", "labels", meshLabel) ?? mesh;
  if (label !== mesh || gitOpsTool(live) !== undefined) return undefined;
  const moving = isNamespace(live.object) ? [] : managersOf(live).filter(isHandedOver);
  const managers = [...new Set(moving.map(({ manager }) => manager))].sort();
  return {
    cluster: cluster.name,
    id,
    apiVersion: textAt(live.object, "apiVersion") ?? "",
    uid: textAt(live.object, "metadata", "uid") ?? "",
    release: helmReleaseOf(live),
    managers,
    from: [...new Set(managers.map((manager) => writerOf(manager)?.name ?? manager))].sort(),
  };
}

/** Releases that the adopted objects belonged to. One that also holds something the mesh does not want is retired all the same: we must not run its uninstall. */
function retiredIn(cluster: Cluster, seen: Surveyed, objects: readonly Adoption[]): readonly RetiredRelease[] {
  const named = new Set(objects.flatMap(({ release }) => (release === undefined ? [] : [`${release.namespace}/${release.name}`])));
  const releases = (seen.helmReleases ?? []).filter(({ namespace, name }) => named.has(`${namespace}/${name}`));
  return releases.map((release) => ({ cluster: cluster.name, release }));
}
