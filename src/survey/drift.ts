import { normalText } from "../catalog/normal-form.ts";
import type { Drift } from "../model/apply.ts";
import type { Change, Changes, FieldChange } from "../model/change.ts";
import { objectsOf } from "../model/desired.ts";
import { sha256 } from "../model/digest.ts";
import { holesIn } from "../model/hole.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import { isOurs, managersOf, ownedBy } from "../model/ownership.ts";
import type { Survey, Surveyed } from "../model/survey.ts";
import { inventoryEntry } from "./entries.ts";
import { fieldOwner } from "./field-path.ts";
import { type Scope, surveyedOf } from "./scope.ts";

/**
 * Which of the changes against the live state put back what somebody else did since Isthmus wrote the object; sorted by cluster and identity. An object that is
 * wanted just as it was applied differs only by drift; where the wish changed as well, the places that others have set since are drift, the rest is the change
 * itself. What was never ours has no drift.
 */
export function drift(scope: Scope, survey: Survey, { changes }: Changes): readonly Drift[] {
  const found = changes.flatMap((change) =>
    change.clusters.flatMap((cluster) => {
      const seen = surveyedOf(survey, cluster);
      return seen === undefined ? [] : (driftOf(change, cluster, { scope, seen }) ?? []);
    }),
  );
  return found.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

interface Around {
  readonly scope: Scope;
  readonly seen: Surveyed;
}

function driftOf(change: Change, cluster: string, { scope, seen }: Around): Drift | undefined {
  const { id, kind } = change;
  const entry = inventoryEntry(id, seen);
  if (entry === undefined || kind === "unknown" || kind === "delete") return undefined;
  if (kind === "create") return { cluster, id, paths: [], kind: "gone" };
  const wanted = wantedIn(scope, cluster).get(idKey(id));
  const isSettled = wanted !== undefined && sha256(normalText(wanted)) === entry.applied;
  const paths = change.fields.filter((field) => isDrift(field, change, { isSettled, seen })).map(({ path }) => path);
  return paths.length === 0 ? undefined : { cluster, id, paths, kind: "changed" };
}

/** A token that grew old or an address that moved is nobody's doing: there only who has the field now tells. */
function isDrift(
  field: FieldChange,
  { id, after }: Change,
  { isSettled, seen }: { readonly isSettled: boolean; readonly seen: Surveyed },
): boolean {
  const isJudged = id.kind === "Secret" && after?.origin.kind === "derived";
  const hasHole = typeof field.after === "string" && holesIn(field.after).length > 0;
  if (isSettled && !isJudged && !hasHole) return true;
  const live = seen.objects.get(idKey(id));
  if (live?.kind !== "present") return false;
  return fieldOwner(ownedBy(managersOf(live).filter((entry) => !isOurs(entry))), field.path) !== undefined;
}

const indexes = new WeakMap<Scope, Map<string, ReadonlyMap<string, Manifest>>>();

function wantedIn(scope: Scope, cluster: string): ReadonlyMap<string, Manifest> {
  const known = indexes.get(scope) ?? new Map<string, ReadonlyMap<string, Manifest>>();
  indexes.set(scope, known);
  const found = known.get(cluster) ?? new Map(objectsOf(scope.desired, cluster).map((manifest) => [idKey(manifest.id), manifest]));
  known.set(cluster, found);
  return found;
}

function keyOf({ cluster, id }: Drift): string {
  return `${cluster} ${idKey(id)}`;
}
