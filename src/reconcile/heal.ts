import { textAt } from "../model/json.ts";
import { idKey } from "../model/manifest.ts";
import type { Surveyed } from "../model/survey.ts";
import { appliedHash } from "./applied.ts";
import type { Campaign } from "./campaign.ts";
import { type InventoryBook, pendingUid } from "./inventory.ts";

/**
 * Puts an inventory right that a run left behind when it died: what it had announced and made gets its UID, what it had announced and not made is forgotten, and
 * what it had written is recorded as written when there is nothing left to change about it.
 */
export function heal(campaign: Campaign, cluster: string, surveyed: Surveyed, inventory: InventoryBook): void {
  const wanted = campaign.wanted(cluster);
  const changing = new Set(
    campaign.job.study.changes.changes.flatMap(({ id, clusters }) => (clusters.includes(cluster) ? [idKey(id)] : [])),
  );
  for (const entry of inventory.entries) {
    const key = idKey(entry.id);
    const live = surveyed.objects.get(key);
    const manifest = wanted.get(key);
    if (entry.uid === pendingUid && live?.kind === "absent" && manifest === undefined) inventory.gone(entry.id);
    if (live?.kind !== "present" || textAt(live.object, "metadata", "labels", "isthmus.dev/mesh") !== campaign.mesh.name) continue;
    const uid = entry.uid === pendingUid ? (textAt(live.object, "metadata", "uid") ?? pendingUid) : entry.uid;
    const applied = manifest === undefined || changing.has(key) ? entry.applied : appliedHash(manifest);
    if (uid !== entry.uid || applied !== entry.applied) inventory.has({ ...entry, uid, applied });
  }
}
