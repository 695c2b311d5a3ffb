import { objectsOf } from "../../model/desired.ts";
import { idKey, idText } from "../../model/manifest.ts";
import type { Unmet } from "../../model/prerequisite.ts";
import { stateNames } from "../../model/state.ts";
import { meshLabel } from "../label.ts";
import { type Aspect, named } from "./aspect.ts";

/** An inventory that was there and is gone: what it alone named, and nobody asks for any more, is not known to be ours; that is said. */
export function lostInventory({ scope, cluster, seen }: Aspect): readonly Unmet[] {
  const isLost = seen.inventory === undefined && seen.ledger !== undefined && seen.unreadState?.has("inventory") !== true;
  if (!isLost) return [];
  return [
    {
      cluster: cluster.name,
      kind: "unread",
      seen: `Isthmus wrote here before, and its ConfigMap ${cluster.systemNamespace}/${stateNames.inventory} is gone: what was written then and is not asked for any more is not known, and not deleted.`,
      remedy: `Look through \`kubectl get all,secrets,configmaps -A -l ${meshLabel}=${scope.mesh.name}\` (and the kinds of Istio) for what should go. The next apply that writes here makes the inventory anew from what is asked for.`,
      isAdvice: true,
    },
  ];
}

/** What Isthmus wrote, nobody asks for any more, and could not be read: it is neither deleted nor forgotten, and that is said. */
export function leftAlone({ scope, cluster, seen }: Aspect): readonly Unmet[] {
  const wanted = new Set(objectsOf(scope.desired, cluster.name).map(({ id }) => idKey(id)));
  const hidden = (seen.inventory?.entries ?? []).flatMap(({ id }) => {
    const live = seen.objects.get(idKey(id));
    return live?.kind === "unknown" && !wanted.has(idKey(id)) ? [{ id, why: live.why }] : [];
  });
  const [first] = hidden;
  if (first === undefined) return [];
  const objects = hidden.length === 1 ? "1 object" : `${hidden.length} objects`;
  return [
    {
      cluster: cluster.name,
      kind: "unread",
      seen: `${objects} that Isthmus wrote and nobody asks for any more could not be read and ${hidden.length === 1 ? "is" : "are"} left alone: ${named(hidden.map(({ id }) => idText(id)))}. ${first.why.message}`,
      remedy: first.why.remedy,
      isAdvice: true,
    },
  ];
}
