import type { Change } from "../model/change.ts";
import { idKey } from "../model/manifest.ts";
import type { Study } from "../model/study.ts";
import type { Told } from "./model.ts";

/** A study in which only that counts as deleted which is, and beside it the objects that the plan keeps. */
export interface Apart {
  readonly study: Study;
  readonly kept: readonly Told[];
}

/** Takes out deletions that the plan does not carry out: nobody must read "deleted" of an object that stays. */
export function apart(study: Study): Apart {
  const staying = new Map<string, Set<string>>();
  for (const { id, clusters } of study.plan.kept) {
    const known = staying.get(idKey(id)) ?? new Set();
    staying.set(idKey(id), known);
    for (const cluster of clusters) known.add(cluster);
  }
  const stays = (change: Change, cluster: string): boolean =>
    change.kind === "delete" && staying.get(idKey(change.id))?.has(cluster) === true;
  const part = (isStaying: boolean): readonly Change[] =>
    study.changes.changes
      .map((change) => ({ ...change, clusters: change.clusters.filter((cluster) => stays(change, cluster) === isStaying) }))
      .filter(({ clusters }) => clusters.length > 0);
  if (staying.size === 0) return { study, kept: [] };
  return {
    study: { ...study, changes: { ...study.changes, changes: part(false) } },
    kept: part(true).map((change) => ({ ...change, kind: "kept" })),
  };
}
