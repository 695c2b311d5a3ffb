import { problem } from "../../catalog/problem.ts";
import { listAt, textAt, valueAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import type { Clock, ClusterApi } from "../../world.ts";
import { probeLabel, probeName, probeNamespace, probeObjects, type Workload } from "./objects.ts";

const namespaceRef = { group: "", apiVersion: "v1", kind: "Namespace", namespace: "", name: probeNamespace };

/** How long pods may take to be pulled, injected and ready. */
const readyWithinMs = 120_000;
const goneWithinMs = 60_000;
const pauseMs = 1_000;

/** Puts the probe into a cluster and gives the name of its pod once that is ready. What an earlier run left is taken away first. @throws Problem */
export async function put(api: ClusterApi, clock: Clock, mesh: Mesh, cluster: Cluster, workload: Workload): Promise<string> {
  await takeAway(api, clock);
  for (const object of probeObjects(mesh, cluster, workload)) await api.apply(object);
  return untilReady(api, clock, cluster);
}

/**
 * Takes away the namespace of the probe with everything in it, and waits until it is gone. Only one that carries the probe's label, and only that very one (by
 * UID): a namespace of this name that somebody else made is theirs. @throws Problem
 */
export async function takeAway(api: ClusterApi, clock: Clock): Promise<void> {
  const end = clock.monotonic() + goneWithinMs;
  for (;;) {
    const live = await api.read(namespaceRef);
    if (live.kind === "absent") return;
    if (live.kind === "unknown") throw live.why;
    if (textAt(live.object, "metadata", "labels", probeLabel) === undefined)
      throw problem("probe-namespace-taken", { cluster: api.cluster, namespace: probeNamespace, label: probeLabel });
    if (clock.monotonic() > end)
      throw late(api.cluster, `Namespace ${probeNamespace} to go`, textAt(live.object, "status", "phase") ?? "it is still there");
    if (valueAt(live.object, ["metadata", "deletionTimestamp"]) === undefined) await api.remove(namespaceRef, uidOf(live));
    else await clock.sleep(pauseMs);
  }
}

function uidOf({ object }: Present): { readonly uid?: string } {
  const uid = textAt(object, "metadata", "uid");
  return uid === undefined ? {} : { uid };
}

async function untilReady(api: ClusterApi, clock: Clock, cluster: Cluster): Promise<string> {
  const end = clock.monotonic() + readyWithinMs;
  for (;;) {
    const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace: probeNamespace, labels: `app=${probeName(cluster)}` });
    const ready = pods.find(isReady);
    if (ready !== undefined) return textAt(ready.object, "metadata", "name") ?? "";
    if (clock.monotonic() > end) throw late(api.cluster, `The probe's pod`, stateOf(pods));
    await clock.sleep(pauseMs);
  }
}

function isReady({ object }: Present): boolean {
  const conditions = listAt(object, "status", "conditions");
  return conditions.some((entry) => textAt(entry, "type") === "Ready" && textAt(entry, "status") === "True");
}

function stateOf(pods: readonly Present[]): string {
  const [pod] = pods;
  if (pod === undefined) return "the Deployment made no pod";
  const statuses = [...listAt(pod.object, "status", "initContainerStatuses"), ...listAt(pod.object, "status", "containerStatuses")];
  const waiting = statuses.map((status) => textAt(status, "state", "waiting", "reason")).find((reason) => reason !== undefined);
  return waiting ?? textAt(pod.object, "status", "phase") ?? "it has no status";
}

function late(cluster: string, what: string, seen: string): Error {
  const remedy = `See \`kubectl -n ${probeNamespace} describe pods\` while the probe runs: image pull, injection, admission policies.`;
  return problem("not-ready", { what, cluster, seconds: readyWithinMs / 1000, seen, remedy });
}
