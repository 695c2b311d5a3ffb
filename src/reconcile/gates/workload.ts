import { listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { ObjectRef, Present } from "../../model/live.ts";
import { idText } from "../../model/manifest.ts";
import type { ClusterApi } from "../../world.ts";
import { hindrance } from "./hindrance.ts";
import { ready, type Sight, type Sign, waiting } from "./wait.ts";

/** A Deployment or DaemonSet that runs everywhere it should, in its newest form. */
export function workloadSign(api: ClusterApi, ref: ObjectRef): Sign {
  return {
    what: idText(ref),
    seconds: 300,
    remedy: `Look at its pods: \`kubectl -n ${ref.namespace} describe pods\` and \`kubectl -n ${ref.namespace} get events\`; the next run goes on here.`,
    look: () => workloadSight(api, ref),
    shows: { api, where: { apiVersion: ref.apiVersion, kind: ref.kind, namespace: ref.namespace, name: ref.name } },
  };
}

/** How it is now, and what hinders it. @throws Problem */
export async function workloadSight(api: ClusterApi, ref: ObjectRef): Promise<Sight> {
  const live = await api.read(ref);
  if (live.kind === "unknown") throw live.why;
  if (live.kind === "absent") return waiting("it does not exist");
  const sight = ref.kind === "DaemonSet" ? daemonSet(live) : ref.kind === "StatefulSet" ? statefulSet(live) : deployment(live);
  const why = sight.kind === "waiting" ? await hindrance(api, ref, live.object) : undefined;
  return sight.kind === "waiting" && why !== undefined ? waiting(`${sight.seen} (${why})`) : sight;
}

/** As kstatus judges a Deployment: what is observed is what was asked for, all of it new, available, and nothing old left. */
export function deployment({ object }: Present): Sight {
  const count = counts(object);
  const wanted = count("spec", "replicas", 1);
  if (count("status", "observedGeneration") < count("metadata", "generation")) return waiting("the controller has not seen it yet");
  const conditions = listAt(object, "status", "conditions");
  const deadline = conditions.find((entry) => textAt(entry, "reason") === "ProgressDeadlineExceeded");
  if (deadline !== undefined) return waiting(`it does not get on: ${textAt(deadline, "message") ?? "ProgressDeadlineExceeded"}`);
  const [updated, total, available] = [
    count("status", "updatedReplicas"),
    count("status", "replicas"),
    count("status", "availableReplicas"),
  ];
  if (updated < wanted) return waiting(`${updated} of ${wanted} pods are new`);
  if (total > updated) return waiting(`${total - updated} old pods are still there`);
  return available < updated ? waiting(`${available} of ${updated} pods are available`) : ready;
}

/** As kstatus judges a DaemonSet: on every node where it should run there is a new pod that is available. */
export function daemonSet({ object }: Present): Sight {
  const count = counts(object);
  if (count("status", "observedGeneration") < count("metadata", "generation")) return waiting("the controller has not seen it yet");
  const wanted = count("status", "desiredNumberScheduled");
  const [updated, available] = [count("status", "updatedNumberScheduled"), count("status", "numberAvailable")];
  if (updated < wanted) return waiting(`the pods of ${updated} of ${wanted} nodes are new`);
  return available < wanted ? waiting(`the pods of ${available} of ${wanted} nodes are available`) : ready;
}

/** As kstatus judges a StatefulSet: all of its pods are there, ready, and of its newest form. */
export function statefulSet({ object }: Present): Sight {
  const count = counts(object);
  if (count("status", "observedGeneration") < count("metadata", "generation")) return waiting("the controller has not seen it yet");
  const [wanted, isReady] = [count("spec", "replicas", 1), count("status", "readyReplicas")];
  if (isReady < wanted) return waiting(`${isReady} of ${wanted} pods are ready`);
  const [now, newest] = [textAt(object, "status", "currentRevision"), textAt(object, "status", "updateRevision")];
  return now === newest ? ready : waiting(`${count("status", "updatedReplicas")} of ${wanted} pods are new`);
}

function counts(object: Present["object"]): (part: string, key: string, otherwise?: number) => number {
  return (part, key, otherwise = 0) => {
    const value = valueAt(objectAt(object, part), [key]);
    return typeof value === "number" ? value : otherwise;
  };
}
