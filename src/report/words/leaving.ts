import type { Change } from "../../model/change.ts";
import { type Rich, say, words } from "../rich.ts";
import type { Context } from "./context.ts";

/**
 * What it means that clusters leave, beyond the objects: who loses endpoints, and what becomes of the workloads that Isthmus does not touch. Only what the plan
 * does and what Istio does without its control plane: the others forget the cluster first, then everything in it goes as one step (reference 3.6).
 */
export function leavingWords(context: Context): readonly Rich[] {
  const { removed } = context.study.changes.clusters;
  if (removed.length === 0) return [];
  const [only] = removed;
  const there: Rich = removed.length === 1 && only !== undefined ? say`${only}` : words("the clusters that leave");
  return [...callers(there, context), ...workloads(there, context)];
}

/** A token that goes is an istiod that no longer sees the cluster. */
function callers(there: Rich, { study }: Context): readonly Rich[] {
  const leaving = new Set(study.changes.clusters.removed);
  const isForgotten = study.changes.changes.some(
    ({ cause, clusters }) => cause?.kind === "cluster-removed" && leaving.has(cause.cluster) && clusters.some((each) => !leaving.has(each)),
  );
  if (!isForgotten) return [];
  return [
    say`The other clusters forget the endpoints in ${there}: a host that is served only there gets no answer any more. Only when no proxy of the others lists them any more is anything in ${there} deleted.`,
  ];
}

function workloads(there: Rich, { study, base }: Context): readonly Rich[] {
  const leaving = new Set(study.changes.clusters.removed);
  const losesIstiod = study.changes.changes.some((change) => isIstiod(change) && change.clusters.some((each) => leaving.has(each)));
  if (!losesIstiod) return [];
  const sidecars =
    base?.dataPlane === "sidecar"
      ? words(" Running pods keep their sidecars, which get no new configuration and no new certificate; pods that start get none.")
      : [];
  return [
    say`In ${there} istiod is deleted and Isthmus restarts no pod.${sidecars} Move the workloads off or take them out of the mesh first.`,
  ];
}

function isIstiod({ kind, id, before }: Change): boolean {
  return kind === "delete" && id.kind === "Deployment" && before?.origin.kind === "chart" && before.origin.chart === "istiod";
}
