import type { Gap, ManifestClass, ReleaseRecord } from "../model/desired.ts";
import { manifestOf, substituteIn } from "../model/desired.ts";
import type { Finding } from "../model/finding.ts";
import type { JsonObject } from "../model/json.ts";
import { byId } from "../model/manifest.ts";
import type { Prepared } from "./classes.ts";
import type { Cook, Dish, Order } from "./cook.ts";
import { isUpgrade, orderKey } from "./cook.ts";
import { duplicateListKeys } from "./duplicate-keys.ts";
import { uniqueObjects } from "./duplicate-objects.ts";
import { failureFinding } from "./failure.ts";
import { meshLabel } from "./names.ts";
import { withLabel } from "./normalise.ts";

/** What a class rendered to, and what was found on the way. */
export interface Assembled {
  readonly classes: readonly ManifestClass[];
  readonly findings: readonly Finding[];
}

/** How often a release is asked for with the same symbols before rendering it twice with sentinels pays: two renders against one per cluster. */
const worthSentinels = 3;

export interface Kitchen {
  readonly cook: Cook;
  /** How many clusters ask for the order with these symbols. */
  readonly demand: ReadonlyMap<string, number>;
}

/** Counts how many clusters ask for each order, symbols in place. */
export function demandOf(prepared: readonly Prepared[]): ReadonlyMap<string, number> {
  const demand = new Map<string, number>();
  for (const { ordered } of prepared) {
    for (const { order } of ordered) {
      if (order === undefined) continue;
      const key = orderKey(order);
      demand.set(key, (demand.get(key) ?? 0) + 1);
    }
  }
  return demand;
}

/** Renders a class once, or each of its members when its texts do not follow the symbols. */
export function assemble(members: readonly Prepared[], kitchen: Kitchen): Assembled {
  const [first] = members;
  if (first === undefined) return { classes: [], findings: [] };
  if (members.length === 1) return finished(members, first, servedAlone(first, kitchen));
  const dishes = first.ordered.flatMap(({ order }) => (order === undefined ? [] : [{ order, dish: kitchen.cook.cook(order) }]));
  if (!dishes.some(({ dish }) => dish.kind === "uneven")) return finished(members, first, dishes);
  const apart = members.map((member) => assemble([member], kitchen));
  return { classes: apart.flatMap((one) => one.classes), findings: apart.flatMap((one) => one.findings) };
}

interface Served {
  readonly order: Order;
  readonly dish: Dish;
}

/** The releases of one cluster. One that many clusters ask for comes from the common render, its symbols replaced. */
function servedAlone({ ordered, plan }: Prepared, { cook, demand }: Kitchen): readonly Served[] {
  const { symbols } = plan.view;
  return ordered.flatMap(({ order }) => {
    if (order === undefined) return [];
    const own: Order = { ...order, values: substituteIn(order.values, symbols) as JsonObject };
    const common = (demand.get(orderKey(order)) ?? 0) >= worthSentinels ? cook.cook(order) : undefined;
    if (common?.kind !== "rendered") return [{ order: own, dish: cook.cook(own) }];
    const manifests = common.manifests.map((manifest) => manifestOf(manifest, symbols)).sort(byId);
    return [{ order: own, dish: { kind: "rendered", manifests } as const }];
  });
}

function finished(members: readonly Prepared[], first: Prepared, served: readonly Served[]): Assembled {
  const { plan, ordered, config } = first;
  const isAlone = members.length === 1;
  const names = members.map((member) => member.plan.view.real.name).sort();
  const derived = isAlone ? plan.objects.map((manifest) => manifestOf(manifest, plan.view.symbols)) : plan.objects;
  const rendered = served.flatMap(({ dish }) => (dish.kind === "rendered" ? dish.manifests : []));
  const labelled = derived.map((manifest) => ({ ...manifest, object: withLabel(manifest.object, meshLabel, plan.view.mesh.name) }));
  const unique = uniqueObjects([...labelled, ...rendered, ...config], names);
  const manifests = [...unique.manifests].sort(byId);
  const failures = served.flatMap(({ order, dish }) => (dish.kind === "failed" ? [{ order, failure: dish.failure }] : []));
  const planned = new Map(ordered.map((entry) => [entry.planned.name, entry.planned]));
  const findings = failures.map(({ order, failure }) => failureFinding(planned.get(order.name), order, failure, names));
  const symbols = isAlone ? [] : members.map((member) => [member.plan.view.real.name, member.plan.view.symbols] as const);
  return {
    classes: [{ members: names, manifests, symbols: new Map(symbols), releases: served.map(recordOf), gaps: gapsOf(first, failures) }],
    findings: [...findings, ...unique.findings, ...duplicateListKeys(rendered, planned, names)],
  };
}

function gapsOf(
  first: Prepared,
  failures: readonly { readonly order: Order; readonly failure: { readonly message: string } }[],
): readonly Gap[] {
  const missing = first.ordered.flatMap(({ gap }) => (gap === undefined ? [] : [gap]));
  return [...missing, ...failures.map(({ order, failure }) => ({ release: order.name, stage: order.stage, why: failure.message }))];
}

function recordOf({ order }: Served): ReleaseRecord {
  const { name, namespace, chart, values, kubeVersion, stage } = order;
  return { name, namespace, chart: chart.name, version: chart.version, digest: chart.digest, values, isUpgrade, kubeVersion, stage };
}
