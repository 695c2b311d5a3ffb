import { listAt, textAt } from "../../model/json.ts";
import type { ObjectRef, Present } from "../../model/live.ts";
import { idText, type ObjectId } from "../../model/manifest.ts";
import { whyNeeded } from "../dependents.ts";
import { pendingUid } from "../inventory.ts";
import { isNeverPruned } from "../never-pruned.ts";
import { uidOf } from "../site.ts";
import type { Task } from "../task.ts";
import { heldBy } from "./held-by.ts";

/**
 * Deletes an object that nothing asks for any more, when it is ours by label, inventory and UID, and when nothing that stays needs it. Otherwise it stays, and the
 * outcome says why.
 * @throws Problem
 */
export async function removeItem(task: Task, id: ObjectId): Promise<void> {
  const { site } = task;
  const ref = refTo(task, id);
  const live = await site.api.read(ref);
  if (live.kind === "unknown") throw live.why;
  if (live.kind === "absent") {
    site.inventory.gone(id);
    site.saw(id, undefined);
    return;
  }
  const reason = await whyStays(task, id, live);
  if (reason !== undefined) {
    task.notes.push(`${idText(id)} in ${site.cluster.name} is kept: ${reason}.`);
    return;
  }
  await site.api.remove(ref, { uid: uidOf(live), until: await site.hold.until() });
  site.inventory.gone(id);
  site.saw(id, undefined);
  task.wrote(id, "deleted");
  if (listAt(live.object, "metadata", "finalizers").length > 0) await tellHeld(task, ref, live);
}

/** A finalizer may take its time, or for ever: what was asked to go and is still there is said, not waited for. */
async function tellHeld({ site, notes }: Task, ref: ObjectRef, old: Present): Promise<void> {
  const now = await site.api.read(ref);
  if (now.kind !== "present" || uidOf(now) !== uidOf(old)) return;
  notes.push(`${idText(ref)} in ${site.cluster.name} is deleted and still there, ${heldBy(now)}: it goes when that is done.`);
}

/** The version of the kind to ask by: as the inventory has it, or as the survey read it. */
function refTo({ site }: Task, id: ObjectId): ObjectRef {
  const known = site.inventory.of(id)?.apiVersion ?? textAt(site.last(id)?.object, "apiVersion");
  return { ...id, apiVersion: known ?? (id.group === "" ? "v1" : `${id.group}/v1`) };
}

/** Why an object that the plan deletes is kept, as the end of a sentence; `undefined`: it goes. @throws Problem when it cannot be told */
export async function whyStays(task: Task, id: ObjectId, live: Present): Promise<string | undefined> {
  return whyKept(task, id, live) ?? whyNeeded(task, id);
}

function whyKept({ site, campaign }: Task, id: ObjectId, live: Present): string | undefined {
  if (isNeverPruned(id)) return "Isthmus never deletes it";
  const entry = site.inventory.of(id);
  if (entry === undefined) return "the inventory does not name it, so it is not ours";
  if (textAt(live.object, "metadata", "labels", "isthmus.dev/mesh") !== campaign.mesh.name) return "it does not carry our label";
  if (entry.uid !== pendingUid && entry.uid !== uidOf(live)) return "somebody made it anew since we wrote it";
  return undefined;
}
