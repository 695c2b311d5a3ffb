import type { ProblemCode } from "../catalog/problems.gen.ts";
import { objectAt, textAt } from "../model/json.ts";
import { idKey, type Manifest } from "../model/manifest.ts";
import type { Refused } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import { Problem } from "../model/problem.ts";
import type { ClusterApi } from "../world.ts";
import type { Campaign } from "./campaign.ts";
import { holesOf } from "./fills.ts";
import { heardNothing } from "./silent.ts";
import { standIns } from "./stand-ins.ts";
import { type Item, itemsOf, type Task } from "./task.ts";

/**
 * Tries every object that can be tried before the first write is, in all clusters at once, and tells all that would be refused. What depends on a kind or
 * namespace that is not there yet is tried right before its step. A cluster that does not answer is refused alone. Never throws for a cluster's sake.
 */
export async function rehearse(campaign: Campaign): Promise<readonly Refused[]> {
  const names = [...new Set(campaign.job.study.plan.steps.flatMap(({ clusters }) => clusters))].sort();
  const found = await Promise.all(names.map((name) => rehearseCluster(campaign, name)));
  return found.flat();
}

async function rehearseCluster(campaign: Campaign, name: string): Promise<readonly Refused[]> {
  const cluster = campaign.clusters.get(name);
  if (cluster === undefined || campaign.refused.has(name)) return [];
  const hall = hallOf(campaign, name, campaign.world.clusters.of(cluster));
  try {
    const mine = campaign.job.study.plan.steps.filter(({ clusters }) => clusters.includes(name));
    const tried = mine.flatMap((step) => itemsOf(campaign, step, name).map((item) => tryOne(campaign, hall, step, item)));
    return (await Promise.all(tried)).filter((refused) => refused !== undefined);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    campaign.refused.set(name, error);
    heardNothing(campaign, error);
    return [];
  }
}

/** What could not be tried before the first write is tried right before its step. @throws Problem the first that is refused */
export async function lateRehearsal({ campaign, site, step, items }: Task): Promise<void> {
  const name = site.cluster.name;
  const hall = hallOf(campaign, name, site.api, new Set(items.map(({ id }) => idKey(id))));
  const left = items.filter(({ id }) => !campaign.rehearsed.has(`${name} ${idKey(id)}`));
  const tried = await Promise.all(left.map((item) => tryOne(campaign, hall, step, item)));
  const first = tried.find((refused) => refused !== undefined);
  if (first !== undefined) throw first.why;
}

/** What a server says about an object that is wrong, or that we may not write: the rest is about the server's own state. */
const refusing: ReadonlySet<ProblemCode> = new Set(["object-refused", "webhook-refused", "field-conflict", "permission-missing"]);

/** What the step before the object's own will put right, if anything does. */
const early: ReadonlySet<ProblemCode> = new Set(["kind-not-served", "webhook-unreachable"]);

async function tryOne(campaign: Campaign, hall: Hall, step: Step, item: Item): Promise<Refused | undefined> {
  const { manifest, id } = item;
  if (manifest === undefined || item.kind === "replace" || !(await hall.isOpen(manifest))) return undefined;
  try {
    const force = campaign.mayForce(hall.cluster, id);
    await hall.api.apply(manifest.object, {
      dryRun: true,
      fill: standIns(manifest, { cluster: hall.cluster, sealed: campaign.job.sealed }),
      ...(force ? { force } : {}),
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (early.has(error.code) || isUntriable(error)) return undefined;
    if (!refusing.has(error.code)) throw error;
    return { step: step.id, cluster: hall.cluster, id, why: error };
  }
  campaign.rehearsed.add(`${hall.cluster} ${idKey(id)}`);
  return undefined;
}

/** A webhook that has side effects cannot be asked without them: then only the write itself can tell. */
function isUntriable({ message }: Problem): boolean {
  return /does not support dry run/u.test(message);
}

/** Where objects of one cluster are tried. */
interface Hall {
  readonly cluster: string;
  readonly api: ClusterApi;
  /** Whether all that an object needs for a dry run is there. @throws Problem */
  readonly isOpen: (manifest: Manifest) => Promise<boolean>;
}

/** `now`: what the step at hand writes; definitions of other steps have been written or will be. */
function hallOf(campaign: Campaign, cluster: string, api: ClusterApi, now?: ReadonlySet<string>): Hall {
  const defined = definedBy(campaign, cluster, now);
  const served = remembering((key) => {
    const [apiVersion = "", kind = ""] = key.split(" ");
    return api.serves({ apiVersion, kind });
  });
  const present = remembering((namespace) => isThere(api, namespace));
  const isOpen = async ({ id, object, origin }: Manifest): Promise<boolean> => {
    // The stored certificate is taken by compare-and-swap, not applied.
    if (defined.has(`${id.group}/${id.kind}`) || holesOf({ object, origin }).some(({ hole }) => hole.kind === "certificate")) return false;
    if (id.namespace !== "" && !(await present(id.namespace))) return false;
    return served(`${textAt(object, "apiVersion") ?? ""} ${id.kind}`);
  };
  return { cluster, api, isOpen };
}

/** Kinds whose definition is about to be written: an object in its new form would be judged by the old one. */
function definedBy(campaign: Campaign, cluster: string, now?: ReadonlySet<string>): ReadonlySet<string> {
  const steps = campaign.job.study.plan.steps.filter(({ clusters }) => clusters.includes(cluster));
  const items = steps.flatMap((step) => itemsOf(campaign, step, cluster));
  const definitions = items.filter(({ id }) => id.kind === "CustomResourceDefinition" && (now === undefined || now.has(idKey(id))));
  return new Set(
    definitions.map(({ manifest }) => {
      const spec = objectAt(manifest?.object, "spec");
      return `${textAt(spec, "group") ?? ""}/${textAt(spec, "names", "kind") ?? ""}`;
    }),
  );
}

async function isThere(api: ClusterApi, name: string): Promise<boolean> {
  const live = await api.read({ apiVersion: "v1", group: "", kind: "Namespace", namespace: "", name });
  if (live.kind === "unknown") throw live.why;
  return live.kind === "present";
}

function remembering(ask: (key: string) => Promise<boolean>): (key: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
