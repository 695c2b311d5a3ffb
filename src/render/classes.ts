import type { Manifest } from "../model/manifest.ts";
import { orderKey } from "./cook.ts";
import type { Ordered } from "./orders.ts";
import type { ClusterPlan } from "./plan-cluster.ts";

/** A cluster with everything that decides what it renders to. */
export interface Prepared {
  readonly plan: ClusterPlan;
  readonly ordered: readonly Ordered[];
  /** From `config/`, already marked as ours; clusters with the same placements share the list. */
  readonly config: readonly Manifest[];
}

/** Clusters that plan the same, symbols for symbols: one list per class, in the mesh's order. */
export function classify(prepared: readonly Prepared[]): readonly (readonly Prepared[])[] {
  const lists = new Map<readonly Manifest[], number>();
  const classes = new Map<string, Prepared[]>();
  for (const cluster of prepared) {
    if (!lists.has(cluster.config)) lists.set(cluster.config, lists.size);
    const key = classKey(cluster, lists.get(cluster.config) ?? 0);
    classes.set(key, [...(classes.get(key) ?? []), cluster]);
  }
  return [...classes.values()];
}

/**
 * Configuration counts by the list it is shared by: what is placed alike is one list (`Repository.config`). Symbols are named, so that clusters whose identity is no plain
 * name, or whose names coincide in another way, stay apart.
 */
function classKey({ plan, ordered, config }: Prepared, list: number): string {
  // Text that holds the brackets would be taken for symbols when the class is taken apart.
  const alone = config.length > 0 && holdsBrackets(config) ? plan.view.real.name : "";
  return JSON.stringify([
    alone,
    list,
    [...plan.view.symbols.keys()],
    ordered.map(({ planned, order, gap }) => (order === undefined ? [planned.name, planned.namespace, gap] : orderKey(order))),
    // Written by the same code in the same order: no need for a canonical form.
    plan.objects.map((manifest) => manifest.object),
  ]);
}

const brackets = new WeakMap<readonly Manifest[], boolean>();

function holdsBrackets(config: readonly Manifest[]): boolean {
  const known = brackets.get(config);
  if (known !== undefined) return known;
  const answer = config.some((manifest) => JSON.stringify(manifest.object).includes("⟨"));
  brackets.set(config, answer);
  return answer;
}
