import type { Change } from "../../model/change.ts";
import { idText } from "../../model/manifest.ts";
import { clusterNames, counted, distinct, groupBy } from "../count.ts";
import { listed, type Rich, say, words } from "../rich.ts";
import type { Context } from "./context.ts";
import { few } from "./names.ts";

/** Clusters that join or leave, and what that does in the others. */
export function clusterWords(context: Context): readonly Rich[] {
  const { added, removed } = context.study.changes.clusters;
  if (context.base === undefined && context.study.request.base === undefined) return [];
  return [...many(added, "joins", context), ...many(removed, "leaves", context)];
}

/** A few clusters are told one by one; forty of them in one sentence. */
function many(clusters: readonly string[], verb: "joins" | "leaves", context: Context): readonly Rich[] {
  if (clusters.length <= 3) return clusters.map((cluster) => one(cluster, verb, context));
  const plural = verb === "joins" ? "join" : "leave";
  return [say`${clusters.length} clusters ${words(plural)} the mesh: ${clusterNames(clusters, [])}.`];
}

function one(cluster: string, verb: "joins" | "leaves", { study, head, base, kept }: Context): Rich {
  const mesh = verb === "joins" ? head : base;
  const network = mesh?.clusters.find((each) => each.name === cluster)?.network;
  const inside = study.changes.changes.filter((change) => change.clusters.includes(cluster));
  const outside = study.changes.changes.filter((change) => isBecauseOf(change, cluster));
  const place = network === undefined ? [] : say` (network ${network})`;
  const stays = kept.filter((change) => change.clusters.includes(cluster)).length;
  const keeps = stays === 0 ? "" : ` and keeps ${stays}`;
  const gives = verb === "joins" ? words("gets") : words("loses");
  const bring = outside.length === 0 ? [] : say`; because of it ${others(outside, cluster)}`;
  return say`Cluster ${cluster}${place} ${words(verb)} the mesh. It ${gives} ${words(counted(inside.length, "object"))}${words(keeps)}${bring}.`;
}

function isBecauseOf(change: Change, cluster: string): boolean {
  const { cause } = change;
  if (cause?.kind !== "cluster-added" && cause?.kind !== "cluster-removed") return false;
  return cause.cluster === cluster && change.clusters.some((each) => each !== cluster);
}

/** `east and west get 1 object each (…)`: clusters with the same number are told together, and what it is while it is little. */
function others(changes: readonly Change[], cluster: string): Rich {
  const counts = distinct(changes.flatMap((change) => change.clusters))
    .filter((each) => each !== cluster)
    .map((each) => ({ each, count: changes.filter((change) => change.clusters.includes(each)).length }));
  const groups = groupBy(counts, ({ count }) => String(count)).map((group) => {
    const names = clusterNames(
      group.map(({ each }) => each),
      [],
    );
    const verb = verbOf(changes, group.length > 1);
    return say`${names} ${words(`${verb} ${counted(group[0]?.count ?? 0, "object")}${group.length > 1 ? " each" : ""}`)}`;
  });
  const objects = distinct(changes.map((change) => idText(change.id)));
  return objects.length > 3 ? listed(groups) : say`${listed(groups)} (${few(objects)})`;
}

function verbOf(changes: readonly Change[], isPlural: boolean): string {
  const kinds = new Set(changes.map((change) => change.kind));
  const verb = kinds.size > 1 ? "change" : kinds.has("create") ? "get" : kinds.has("delete") ? "lose" : "change";
  return isPlural ? verb : `${verb}s`;
}
