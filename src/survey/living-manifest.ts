import { liveRules } from "../catalog/live-rules.ts";
import { normalText } from "../catalog/normal-form.ts";
import { isNamespace } from "../model/adoption.ts";
import { sha256 } from "../model/digest.ts";
import { isHandedOver } from "../model/field-managers.ts";
import { isObject, type JsonObject, textAt } from "../model/json.ts";
import { isEnding, type Present } from "../model/live.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { Cluster } from "../model/mesh.ts";
import { isOurs, managersOf, ownedBy } from "../model/ownership.ts";
import type { InventoryEntry, Survey, Surveyed } from "../model/survey.ts";
import { entryFor } from "./entries.ts";
import { type Fillings, fits } from "./holes.ts";
import { meshLabel } from "./label.ts";
import { isInstallersMark } from "./marks.ts";
import { type Frame, project, type Spot } from "./project.ts";
import type { Scope } from "./scope.ts";
import { isSecret, secretOwned, secretView } from "./secret-view.ts";
import { judgeSecret } from "./secrets.ts";

/** Everything that is known around one object. */
export interface Around {
  readonly scope: Scope;
  readonly survey: Survey;
  readonly fillings: Fillings;
  readonly cluster: Cluster;
  readonly seen: Surveyed;
}

/**
 * The live object in the words of the wanted one: equal to it by meaning when nothing must be written. `undefined` when it is not there, not known, or was deleted and is
 * only waiting for its finalizers: it must be made anew then, whatever it holds.
 */
export function livingManifest(wanted: Manifest, around: Around): Manifest | undefined {
  const live = around.seen.objects.get(idKey(wanted.id));
  if (live?.kind !== "present" || isEnding(live)) return undefined;
  const object = projected(wanted, live, around);
  const judged = judgeSecret(wanted, live, around);
  if (judged === undefined) return { ...wanted, object };
  // What a Secret holds was judged; its labels and annotations are like those of any object.
  const content = judged.kind === "equal" ? wanted.object : judged.object;
  return { ...wanted, object: { ...content, metadata: object["metadata"] } };
}

/**
 * The projection that shows what must be written. Inside things that are only ever set as a whole, what we took out cannot be told from what the server filled
 * in; so it is only looked for where our text changed since it was applied and nothing else shows how.
 */
function projected(wanted: Manifest, live: Present, around: Around): JsonObject {
  const entry = entryFor(wanted, around.seen);
  const applied = sha256(normalText(wanted));
  const mild = projection(wanted, live, { around, entry, applied, isStrict: false });
  if (entry === undefined || entry.applied === applied) return mild;
  const seemsEqual = normalText({ ...wanted, object: mild }) === normalText(wanted);
  return seemsEqual ? projection(wanted, live, { around, entry, applied, isStrict: true }) : mild;
}

interface Stand {
  readonly around: Around;
  readonly entry: InventoryEntry | undefined;
  readonly applied: string;
  readonly isStrict: boolean;
}

function projection(wanted: Manifest, live: Present, { around, entry, applied, isStrict }: Stand): JsonObject {
  const entries = managersOf(live);
  const rules = liveRules(wanted.id);
  const isAdopted = around.cluster.adopt && entry === undefined && !entries.some(isOurs) && !isNamespace(live.object);
  const frame: Frame = {
    id: wanted.id,
    rules,
    isSettled: entry?.applied === applied,
    isStrict,
    isMark: isAdopted ? isInstallersMark : () => false,
    fits: (text, other) => fits(text, other, around.fillings),
  };
  const isSealed = isSecret(wanted.id);
  const owned = (some: typeof entries) => (isSealed ? secretOwned(ownedBy(some)) : ownedBy(some));
  const at: Spot = {
    path: "",
    own: owned(entries.filter((other) => isOurs(other) || (isAdopted && isHandedOver(other)))),
    any: owned(entries.filter(({ subresource }) => subresource === "")),
    theirs: owned(entries.filter(({ manager, subresource }) => rules.isController(manager, subresource))),
  };
  const result = project(frame, at, wanted.object, isSealed ? secretView(wanted.object, live.object) : live.object);
  const object = isObject(result) ? result : live.object;
  return entry === undefined ? adopted(object, live, around.scope.mesh.name) : object;
}

/** An object that was never ours lacks our label: giving it one is adoption, not a change. */
function adopted(object: JsonObject, live: Present, mesh: string): JsonObject {
  if (textAt(live.object, "metadata", "labels", meshLabel) !== undefined) return object;
  const metadata = isObject(object["metadata"]) ? object["metadata"] : {};
  const labels = isObject(metadata["labels"]) ? metadata["labels"] : {};
  return { ...object, metadata: { ...metadata, labels: { ...labels, [meshLabel]: mesh } } };
}
