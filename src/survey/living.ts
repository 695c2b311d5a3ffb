import { classOf, type Desired, type ManifestClass, objectsOf } from "../model/desired.ts";
import { textAt } from "../model/json.ts";
import type { Live } from "../model/live.ts";
import { byId, idKey, type Manifest } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import { pendingUid } from "../model/state.ts";
import type { Survey } from "../model/survey.ts";
import { leftBundle } from "./gateway-api.ts";
import { fillingsOf } from "./holes.ts";
import { isLabelled } from "./label.ts";
import { type Around, livingManifest } from "./living-manifest.ts";
import { pastOf } from "./origin.ts";
import { clustersOf, type Scope } from "./scope.ts";

/**
 * The live state as something that `diff` can compare with: what is wanted, with the values that are really there, and what we wrote before and nobody wants any
 * more. `diff(desired, living)` is empty exactly when nothing must be written. What could not be read is unknown, never missing.
 */
export function living(scope: Scope, survey: Survey): Desired {
  const fillings = fillingsOf(scope, survey);
  return {
    classes: clustersOf(scope).map((cluster) => classIn(cluster, { scope, survey, fillings })),
    engine: scope.desired.engine,
    charts: scope.desired.charts,
    findings: [],
    ...(scope.desired.identities === undefined ? {} : { identities: scope.desired.identities }),
  };
}

function classIn(cluster: Cluster, { scope, survey, fillings }: Omit<Around, "cluster" | "seen">): ManifestClass {
  const owner = classOf(scope.desired, cluster.name);
  const base = { members: [cluster.name], symbols: new Map(), releases: owner?.releases ?? [], gaps: [] };
  const seen = survey.clusters.get(cluster.name);
  if (seen?.kind !== "surveyed") {
    const why = seen === undefined ? "the cluster was not looked at" : `the cluster could not be read: ${seen.why.message}`;
    return { ...base, manifests: [], unknown: { all: why, objects: new Map() } };
  }
  const wanted = objectsOf(scope.desired, cluster.name);
  const around: Around = { scope, survey, fillings, cluster, seen };
  const left = leftBundle(around)?.ids ?? new Set();
  const there = wanted.flatMap((manifest) => (left.has(idKey(manifest.id)) ? manifest : (livingManifest(manifest, around) ?? [])));
  const manifests = [...there, ...unwanted(wanted, around)].sort(byId);
  return { ...base, manifests, unknown: { objects: unreadable(seen.objects) } };
}

function unreadable(objects: ReadonlyMap<string, Live>): ReadonlyMap<string, string> {
  const reasons = [...objects].flatMap(([key, live]) =>
    live.kind === "unknown" ? [[key, `it could not be read: ${live.why.message}`] as const] : [],
  );
  return new Map(reasons);
}

/** What we wrote, is still the very same object with our label, and is wanted no more. */
function unwanted(wanted: readonly Manifest[], { scope, cluster, seen }: Around): readonly Manifest[] {
  const keys = new Set(wanted.map(({ id }) => idKey(id)));
  const doubt = { owner: classOf(scope.desired, cluster.name), unread: scope.desired.unread };
  return (seen.inventory?.entries ?? []).flatMap(({ id, uid }) => {
    const live = seen.objects.get(idKey(id));
    if (keys.has(idKey(id)) || live?.kind !== "present") return [];
    // A run that died may have announced an object and made it without noting its UID: our label tells that it is the one.
    const isSame = uid === pendingUid || textAt(live.object, "metadata", "uid") === uid;
    if (!isLabelled(live.object, scope.mesh.name) || !isSame) return [];
    return [{ id, object: live.object, ...pastOf(id, live.object, doubt) }];
  });
}
