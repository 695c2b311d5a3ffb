import { textAt } from "../model/json.ts";
import { type Present, refOf } from "../model/live.ts";
import { idKey } from "../model/manifest.ts";
import type { Surveyed } from "../model/survey.ts";
import { appliedHash } from "./applied.ts";
import type { Campaign } from "./campaign.ts";
import { type InventoryBook, pendingUid } from "./inventory.ts";
import { uidOf } from "./site.ts";

/** A cluster as a run takes it over. */
interface Heir {
  readonly cluster: string;
  readonly surveyed: Surveyed;
  readonly inventory: InventoryBook;
  /** Whether the run before ended in the middle: then what it noted may be older than what it wrote. */
  readonly diedBefore: boolean;
}

/**
 * Puts an inventory right that a run left behind when it died: what it had announced and made gets its UID, what it had announced and not made, or deleted and not
 * struck out, is forgotten, and what it had written is recorded as written when there is nothing left to change about it.
 */
export function heal(campaign: Campaign, { cluster, surveyed, inventory, diedBefore }: Heir): void {
  const wanted = campaign.wanted(cluster);
  const changing = changingIn(campaign, cluster);
  for (const entry of inventory.entries) {
    if (!diedBefore && entry.uid !== pendingUid && entry.applied !== "") continue;
    const key = idKey(entry.id);
    const live = surveyed.objects.get(key);
    const manifest = wanted.get(key);
    if (live?.kind === "absent" && manifest === undefined) inventory.gone(entry.id);
    if (live?.kind !== "present" || !isLabelled(live, campaign)) continue;
    const uid = entry.uid === pendingUid ? uidOf(live) : entry.uid;
    const applied = manifest === undefined || changing.has(key) ? entry.applied : appliedHash(manifest);
    if (uid !== entry.uid || applied !== entry.applied) inventory.has({ ...entry, uid, applied });
  }
}

/** What carries our label, is wanted and is as it should be is ours, although no inventory names it: the system namespace is made before there is one. */
export function claim(campaign: Campaign, { cluster, surveyed, inventory }: Omit<Heir, "diedBefore">): void {
  const changing = changingIn(campaign, cluster);
  for (const [key, manifest] of campaign.wanted(cluster)) {
    const live = surveyed.objects.get(key);
    if (inventory.of(manifest.id) !== undefined || changing.has(key)) continue;
    if (live?.kind !== "present" || !isLabelled(live, campaign)) continue;
    const { apiVersion } = refOf(manifest.object, manifest.id);
    inventory.has({ id: manifest.id, apiVersion, uid: uidOf(live), applied: appliedHash(manifest) });
  }
}

/** What will be written, and what comes under our ownership in a way of its own. */
function changingIn({ job }: Campaign, cluster: string): ReadonlySet<string> {
  const changes = job.study.changes.changes.filter(({ clusters }) => clusters.includes(cluster));
  const adopted = (job.adoptions?.objects ?? []).filter((adoption) => adoption.cluster === cluster);
  return new Set([...changes, ...adopted].map(({ id }) => idKey(id)));
}

function isLabelled({ object }: Present, { mesh }: Campaign): boolean {
  return textAt(object, "metadata", "labels", "isthmus.dev/mesh") === mesh.name;
}
