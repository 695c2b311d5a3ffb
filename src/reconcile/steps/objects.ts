import { problem } from "../../catalog/problem.ts";
import { isEnding, type ObjectRef, type Present, refOf } from "../../model/live.ts";
import { idOf, idText, type Manifest } from "../../model/manifest.ts";
import type { Secret } from "../../model/secret.ts";
import { appliedHash } from "../applied.ts";
import { fillsFor } from "../fills.ts";
import { versionOf } from "../hold.ts";
import { type Site, uidOf } from "../site.ts";
import { StoppedError } from "../stopped.ts";
import type { Item, Task } from "../task.ts";
import { heldBy } from "./held-by.ts";
import { removeItem } from "./remove.ts";

/** Applies the objects of a step in their order, and deletes what it deletes after them. @throws Problem, StoppedError */
export async function writeObjects(task: Task, items: readonly Item[] = task.items): Promise<void> {
  for (const item of items) {
    if (task.campaign.stop.aborted) throw new StoppedError();
    if (item.manifest === undefined) await removeItem(task, item.id);
    else await writeOne(task, item, item.manifest);
  }
}

async function writeOne(task: Task, item: Item, manifest: Manifest): Promise<void> {
  const fill = await fillsFor(task, manifest);
  if (item.kind === "replace") await takeAway(task, manifest);
  else await vanished(task, manifest);
  const before = task.site.last(item.id);
  const present = await applyOne(task, manifest, fill);
  const isSame = before !== undefined && versionOf(before) === versionOf(present);
  task.wrote(item.id, before === undefined ? "created" : isSame ? "unchanged" : "configured");
}

/** Server-side apply under the lease; afterwards the object is ours by the inventory. */
export async function applyOne(task: Task, manifest: Manifest, fill: ReadonlyMap<string, string | Secret>): Promise<Present> {
  const { site, campaign } = task;
  const until = await site.hold.until();
  const force = campaign.mayForce(site.cluster.name, manifest.id);
  const present = await site.api.apply(manifest.object, { fill, until, ...(force ? { force } : {}) });
  own(task, manifest, present);
  return present;
}

/** Remembers what was written: for what comes later in this run, and in the inventory for later runs. */
export function own({ site }: Task, manifest: Manifest, present: Present): void {
  site.saw(manifest.id, present);
  const { apiVersion } = refOf(manifest.object, manifest.id);
  site.inventory.has({ id: manifest.id, apiVersion, uid: uidOf(present), applied: appliedHash(manifest) });
}

/** How long a deleted object may take to vanish before it is made anew: finalizers and graceful ends take their time. */
const vanishSeconds = 60;

/** The first half of a replacement: the old object goes, and is really gone before the new one is made. @throws Problem */
async function takeAway(task: Task, manifest: Manifest): Promise<void> {
  const { site } = task;
  const old = site.last(manifest.id);
  if (old === undefined) return;
  const ref = refOf(manifest.object, manifest.id);
  if (!isEnding(old)) await site.api.remove(ref, { uid: uidOf(old), until: await site.hold.until() });
  // Also when the run is to stop: an object that was taken away is not left missing.
  await gone(task, { ref, old, mayStop: false });
}

/** What somebody deleted and a finalizer still holds would take with it whatever is written to it: it goes first. @throws Problem, StoppedError */
export async function vanished(task: Task, { id, object }: Manifest): Promise<void> {
  const old = task.site.last(id);
  if (old !== undefined && isEnding(old)) await gone(task, { ref: refOf(object, id), old, mayStop: true });
}

interface Going {
  readonly ref: ObjectRef;
  readonly old: Present;
  readonly mayStop: boolean;
}

async function gone({ site, campaign }: Task, { ref, old, mayStop }: Going): Promise<void> {
  const { clock } = campaign.world;
  const end = clock.monotonic() + vanishSeconds * 1000;
  for (;;) {
    const live = await site.api.read(ref);
    if (live.kind === "unknown") throw live.why;
    if (live.kind === "absent") return site.saw(ref, undefined);
    // Somebody made it anew meanwhile: that one is there, and is looked at like any other.
    if (uidOf(live) !== uidOf(old)) return site.saw(ref, live);
    if (mayStop && campaign.stop.aborted) throw new StoppedError();
    if (clock.monotonic() > end) throw notGone(site, live);
    await clock.sleep(500);
  }
}

function notGone({ cluster }: Site, live: Present) {
  return problem("not-ready", {
    what: `The deletion of ${idText(idOf(live.object))}`,
    cluster: cluster.name,
    seconds: vanishSeconds,
    seen: `it is still there, ${heldBy(live)}`,
    remedy: "See why that is not done (`kubectl get -o yaml`); it is made anew by the next run.",
  });
}
