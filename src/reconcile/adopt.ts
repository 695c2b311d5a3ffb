import { problem } from "../catalog/problem.ts";
import { type Adoption, ownershipPatch } from "../model/adoption.ts";
import { objectAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { idKey, idText, type Manifest } from "../model/manifest.ts";
import type { Outcome, Verdict } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { Problem } from "../model/problem.ts";
import type { Campaign } from "./campaign.ts";
import { fillsFor, holesOf } from "./fills.ts";
import { secretRef } from "./open.ts";
import { type Site, uidOf } from "./site.ts";
import { applyOne, own } from "./steps/objects.ts";
import { StoppedError } from "./stopped.ts";
import { Task } from "./task.ts";

/** Clusters in which something comes under our ownership, sorted. */
export function adopting(campaign: Campaign): readonly string[] {
  const { objects = [], releases = [] } = campaign.job.adoptions ?? {};
  const clusters = new Set([...objects, ...releases].map(({ cluster }) => cluster));
  return [...clusters].filter((cluster) => campaign.concerns(cluster)).sort();
}

/**
 * Takes over what others installed, before any step: one outcome per cluster, named `<cluster>/adopt`. A cluster in which it fails is left alone from there on.
 * Never throws for a cluster's sake.
 */
export async function adoptAll(campaign: Campaign): Promise<readonly Outcome[]> {
  const outcomes = adopting(campaign).map(async (name): Promise<Outcome> => {
    const site = campaign.sites.get(name);
    const why = campaign.refused.get(name);
    const id = `${name}/adopt`;
    if (site === undefined)
      return { step: id, clusters: [name], verdict: why === undefined ? { kind: "stopped" } : { kind: "failed", why }, writes: [] };
    const task = new Task(campaign, site, stepOf(name));
    campaign.world.watch({ kind: "step-started", step: id, clusters: [name] });
    const verdict = await site.turn.take(() => adoptIn(task));
    const outcome: Outcome = { step: id, clusters: [name], verdict, writes: task.writes };
    campaign.world.watch({ kind: "step-ended", outcome });
    return outcome;
  });
  return Promise.all(outcomes);
}

function stepOf(cluster: string): Step {
  const id = `${cluster}/adopt`;
  return {
    id,
    kind: "base",
    stage: "install",
    clusters: [cluster],
    after: [],
    writes: [],
    gate: undefined,
    wave: 0,
    irreversible: undefined,
  };
}

async function adoptIn(task: Task): Promise<Verdict> {
  const { site, campaign, step } = task;
  try {
    site.ledger.set(step.id, "intent");
    await site.save();
    await takeOver(task);
    site.ledger.set(step.id, "passed");
    await site.save();
    return { kind: "done" };
  } catch (error) {
    if (error instanceof StoppedError) return { kind: "stopped" };
    if (!(error instanceof Problem)) throw error;
    site.ledger.set(step.id, "failed", { why: error.message });
    await giveUp(campaign, site, error);
    return { kind: "failed", why: error };
  }
}

/** Nothing is applied over objects of which nobody knows whose they are. */
async function giveUp(campaign: Campaign, site: Site, why: Problem): Promise<void> {
  const name = site.cluster.name;
  campaign.sites.delete(name);
  campaign.refused.set(name, why);
  site.ledger.end(campaign.world.clock.now());
  await site.save().catch(onlyProblems);
  await site.hold.release();
}

function onlyProblems(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}

/**
 * First the books of every object, then the installer's records, then our label and the inventory: killed at any point, the next run still finds everything that is
 * not in the inventory, and by its annotations the release it came from.
 */
async function takeOver(task: Task): Promise<void> {
  const { site, campaign } = task;
  const mine = (campaign.job.adoptions?.objects ?? []).filter(({ cluster }) => cluster === site.cluster.name);
  for (const adoption of mine) await moveFields(task, adoption);
  for (const { cluster, release } of campaign.job.adoptions?.releases ?? []) {
    if (cluster !== site.cluster.name) continue;
    for (const { name, uid } of release.records) {
      await site.api.remove(secretRef(release.namespace, name), { uid, until: await site.hold.until() });
      task.wrote(secretRef(release.namespace, name), "deleted");
    }
  }
  for (const adoption of mine) await claimOne(task, adoption);
}

/** The fields of whoever installed it become ours. An object that changes all the time is tried a few times. */
async function moveFields({ site, campaign }: Task, { id, apiVersion, uid, cluster }: Adoption): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    if (campaign.stop.aborted) throw new StoppedError();
    const live = await site.api.read({ ...id, apiVersion });
    if (live.kind === "unknown") throw live.why;
    if (live.kind === "absent" || uidOf(live) !== uid) throw problem("object-moved", { cluster, object: idText(id) });
    const patch = ownershipPatch(live.object);
    if (patch === undefined) return;
    try {
      await site.api.patch({ ...id, apiVersion }, patch, { until: await site.hold.until() });
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "object-moved" || attempt === 5) throw error;
    }
  }
}

/** What its step will write anyway is left to it; everything else gets our label now, and loses what its installer marked it with. */
async function claimOne(task: Task, { id }: Adoption): Promise<void> {
  const { site, campaign } = task;
  const manifest = campaign.wanted(site.cluster.name).get(idKey(id));
  if (manifest === undefined || isChanging(campaign, site.cluster.name, manifest)) return;
  const before = site.last(id);
  const present = keepsItsContent(manifest) ? await label(task, manifest) : await applyOne(task, manifest, await fillsFor(task, manifest));
  if (keepsItsContent(manifest)) own(task, manifest, present);
  task.wrote(id, before === undefined ? "created" : "adopted");
}

function isChanging({ job }: Campaign, cluster: string, { id }: Manifest): boolean {
  return job.study.changes.changes.some((change) => change.clusters.includes(cluster) && idKey(change.id) === idKey(id));
}

/** A certificate or token that works stays as it is: its holes are not filled anew. */
function keepsItsContent(manifest: Manifest): boolean {
  return holesOf(manifest).some(({ hole }) => hole.kind === "certificate" || hole.kind === "token");
}

async function label({ site }: Task, { id, object }: Manifest): Promise<Present> {
  const labels = objectAt(object, "metadata", "labels");
  return site.api.patch({ ...id, apiVersion: "v1" }, { metadata: { labels } }, { until: await site.hold.until() });
}
