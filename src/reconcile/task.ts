import { idKey, type Manifest, type ObjectId } from "../model/manifest.ts";
import type { Written } from "../model/outcome.ts";
import type { Step } from "../model/plan.ts";
import type { Campaign } from "./campaign.ts";
import type { Site } from "./site.ts";

/** One object that a step writes or deletes in one cluster. */
export interface Item {
  readonly id: ObjectId;
  readonly kind: Step["writes"][number]["kind"];
  /** As it should be; `undefined` for what is deleted. */
  readonly manifest: Manifest | undefined;
}

/** A step in one of its clusters, while it is done. */
export class Task {
  readonly campaign: Campaign;
  readonly site: Site;
  readonly step: Step;
  readonly writes: Written[] = [];
  readonly notes: string[] = [];

  constructor(campaign: Campaign, site: Site, step: Step) {
    this.campaign = campaign;
    this.site = site;
    this.step = step;
  }

  get items(): readonly Item[] {
    return itemsOf(this.campaign, this.step, this.site.cluster.name);
  }

  /** An object was written: remembered for the report and told to whoever watches. */
  wrote(id: ObjectId, result: Written["result"]): void {
    const written = { cluster: this.site.cluster.name, id, result };
    this.writes.push(written);
    this.campaign.world.watch({ kind: "wrote", step: this.step.id, written });
  }
}

/** What a step writes in one of its clusters, in order. A step of several clusters need not write the same in each. */
export function itemsOf(campaign: Campaign, step: Step, cluster: string): readonly Item[] {
  const wanted = campaign.wanted(cluster);
  const mine = step.clusters.length === 1 ? undefined : changesIn(campaign, cluster);
  const planned = step.writes.flatMap(({ id, kind }): readonly Item[] => {
    if (mine !== undefined && !mine.has(`${kind} ${idKey(id)}`)) return [];
    const manifest = kind === "delete" ? undefined : wanted.get(idKey(id));
    // Rendered again with an address that is a name, some objects are not wanted any more.
    return kind !== "delete" && manifest === undefined ? [] : [{ id, kind, manifest }];
  });
  const added = campaign.added(cluster).filter(({ origin }) => origin.kind === "chart" && step.id === `${cluster}/${origin.release}`);
  return [...planned, ...added.map((manifest): Item => ({ id: manifest.id, kind: "create", manifest }))];
}

function changesIn({ job }: Campaign, cluster: string): ReadonlySet<string> {
  const mine = job.study.changes.changes.filter(({ clusters }) => clusters.includes(cluster));
  return new Set(mine.map(({ id, kind }) => `${kind} ${idKey(id)}`));
}

/** Everything the plan deletes in this cluster. */
export function goingWith({ campaign, site }: Task): readonly ObjectId[] {
  const steps = campaign.job.study.plan.steps.filter(({ clusters }) => clusters.includes(site.cluster.name));
  return steps.flatMap(({ writes }) => writes.flatMap(({ id, kind }) => (kind === "delete" ? [id] : [])));
}
