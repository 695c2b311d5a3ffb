import type { Change } from "../model/change.ts";
import type { Desired } from "../model/desired.ts";
import type { Study } from "../model/study.ts";
import { counted, distinct, groupBy } from "./count.ts";
import { maskedText } from "./mask.ts";
import type { Unknown } from "./model.ts";
import { say, words } from "./rich.ts";

/** Everything that could not be told, with the reason: what could not be rendered on either side, and objects nobody can compare. */
export function unknownsOf(study: Study): readonly Unknown[] {
  const found = [
    ...meshes(study),
    ...leftOut(study),
    ...gaps(study.desired, "after"),
    ...gaps(study.baseline, "before"),
    ...objects(study),
  ];
  const wanted = new Set(study.request.clusters);
  if (wanted.size === 0) return found;
  const isShown = (unknown: Unknown): boolean => unknown.clusters.length === 0 || unknown.clusters.some((cluster) => wanted.has(cluster));
  return found.filter(isShown);
}

/** Without a mesh nothing was rendered: an empty list of changes then says nothing. */
function meshes(study: Study): readonly Unknown[] {
  const isPlainFiles = study.request.head.kind === "files";
  if (study.head.mesh === undefined && !isPlainFiles) {
    const lost = study.changes.changes.filter((change) => isOfLeftOut(change, study)).length;
    const what = lost === 0 ? words("every cluster") : words(`every cluster (${counted(lost, "object")})`);
    return [{ what, clusters: [], why: "there is no mesh document that can be used; the findings say why" }];
  }
  if (study.base !== undefined && study.base.mesh === undefined && study.head.mesh !== undefined) {
    return [{ what: words("the state before"), clusters: [], why: "the base has no mesh document that can be used" }];
  }
  return [];
}

/**
 * Clusters whose document cannot be used are not in the mesh; that is not the same as having been removed. Without a mesh document nothing is known of any cluster,
 * however right its own is, and that is told already.
 */
function leftOut(study: Study): readonly Unknown[] {
  const clusters = study.head.mesh === undefined ? [] : (study.head.leftOut ?? []);
  const lost = study.changes.changes.filter((change) => isOfLeftOut(change, study)).length;
  const what = lost === 0 ? words("everything") : words(`everything (${counted(lost, "object")})`);
  return clusters.length === 0 ? [] : [{ what, clusters, why: "the cluster's document could not be used; the findings say why" }];
}

function gaps(side: Desired | undefined, when: "before" | "after"): readonly Unknown[] {
  const all = (side?.classes ?? []).flatMap((entry) => entry.gaps.map((gap) => ({ ...gap, members: entry.members })));
  return groupBy(all, (gap) => `${gap.release}\n${gap.why}`).map((group) => {
    const release = group[0]?.release ?? "";
    const what = when === "after" ? say`the objects of ${release}` : say`the objects of ${release} before this change`;
    return { what, clusters: distinct(group.flatMap((gap) => gap.members)), why: maskedText(group[0]?.why ?? "") };
  });
}

/** Unknown for the one reason that its cluster was left out: told with the cluster. */
function isOfLeftOut({ kind, clusters }: Change, { head }: Study): boolean {
  return kind === "unknown" && clusters.every((cluster) => head.leftOut?.includes(cluster) === true);
}

function objects(study: Study): readonly Unknown[] {
  const unknown = study.changes.changes.filter((change) => change.kind === "unknown" && !isOfLeftOut(change, study));
  return groupBy(unknown, (change) => `${change.why}\n${change.clusters.join()}`).map((group) => ({
    what: words(counted(group.length, "object")),
    isCounted: true,
    clusters: group[0]?.clusters ?? [],
    why: maskedText(group[0]?.why ?? "no reason was given"),
  }));
}
