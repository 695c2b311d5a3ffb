import { textAt } from "../model/json.ts";
import { idKey, type Manifest, type ObjectId } from "../model/manifest.ts";
import type { InventoryEntry, Surveyed } from "../model/survey.ts";

const indexes = new WeakMap<Surveyed, ReadonlyMap<string, InventoryEntry>>();

/** The inventory's entry of an object, unless another object of that name is there by now: then it is not the one we wrote. */
export function entryFor({ id }: Pick<Manifest, "id">, seen: Surveyed): InventoryEntry | undefined {
  const key = idKey(id);
  const entry = entriesOf(seen).get(key);
  const live = seen.objects.get(key);
  return live?.kind === "present" && textAt(live.object, "metadata", "uid") !== entry?.uid ? undefined : entry;
}

/** The inventory's entry by this identity, whatever became of the object since. */
export function inventoryEntry(id: ObjectId, seen: Surveyed): InventoryEntry | undefined {
  return entriesOf(seen).get(idKey(id));
}

function entriesOf(seen: Surveyed): ReadonlyMap<string, InventoryEntry> {
  const known = indexes.get(seen) ?? new Map((seen.inventory?.entries ?? []).map((entry) => [idKey(entry.id), entry]));
  indexes.set(seen, known);
  return known;
}
