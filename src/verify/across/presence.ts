import { problem } from "../../catalog/problem.ts";
import { type JsonObject, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import { probeNamespace } from "../../model/probe.ts";
import type { Clock, ClusterApi } from "../../world.ts";
import { look } from "../observed.ts";
import { probeLabel } from "./objects.ts";

const namespaceRef = { group: "", apiVersion: "v1", kind: "Namespace", namespace: "", name: probeNamespace };

/** How long pods may take to be pulled, injected and ready. */
const readyWithinMs = 120_000;
const goneWithinMs = 60_000;
const pauseMs = 1_000;

/** Where and how long. */
export interface Presence {
  readonly api: ClusterApi;
  readonly clock: Clock;
  /** Ends the waiting with `look-stopped`. */
  readonly stop: AbortSignal;
}

/** Puts the probe's objects into a cluster and waits until Deployment `name` is ready. What an earlier run left is taken away first. @throws Problem */
export async function put(presence: Presence, objects: readonly JsonObject[], name: string): Promise<void> {
  await takeAway(presence);
  for (const object of objects) {
    goesOn(presence);
    await presence.api.apply(object);
  }
  await untilReady(presence, name);
}

/**
 * Takes away the namespace of the probe with everything in it, and waits until it is gone. Only one that carries the probe's label, and only that very one (by
 * UID): a namespace of this name that somebody else made is theirs. @throws Problem
 */
export async function takeAway(presence: Presence): Promise<void> {
  const { api, clock, stop } = presence;
  const end = clock.monotonic() + goneWithinMs;
  for (;;) {
    goesOn(presence);
    const live = await api.read(namespaceRef);
    if (live.kind === "absent") return;
    if (live.kind === "unknown") throw live.why;
    if (textAt(live.object, "metadata", "labels", probeLabel) === undefined)
      throw problem("probe-namespace-taken", { cluster: api.cluster, namespace: probeNamespace, label: probeLabel });
    if (clock.monotonic() > end)
      throw late(api.cluster, `Namespace ${probeNamespace} to go`, textAt(live.object, "status", "phase") ?? "it is still there");
    if (valueAt(live.object, ["metadata", "deletionTimestamp"]) === undefined) await api.remove(namespaceRef, uidOf(live));
    else await clock.sleep(pauseMs, stop);
  }
}

function goesOn({ api, stop }: Presence): void {
  if (stop.aborted) throw problem("look-stopped", { cluster: api.cluster });
}

function uidOf({ object }: Present): { readonly uid?: string } {
  const uid = textAt(object, "metadata", "uid");
  return uid === undefined ? {} : { uid };
}

async function untilReady(presence: Presence, name: string): Promise<void> {
  const { api, clock, stop } = presence;
  const end = clock.monotonic() + readyWithinMs;
  for (;;) {
    goesOn(presence);
    const live = await api.read({ group: "apps", apiVersion: "apps/v1", kind: "Deployment", namespace: probeNamespace, name });
    if (live.kind === "unknown") throw live.why;
    const available = live.kind === "present" ? valueAt(live.object, ["status", "availableReplicas"]) : undefined;
    if (typeof available === "number" && available > 0) return;
    if (clock.monotonic() > end) throw late(api.cluster, "The probe's pod", await whyNot(api, name));
    await clock.sleep(pauseMs, stop);
  }
}

/** What its pod waits for, where we may look at pods. */
async function whyNot(api: ClusterApi, name: string): Promise<string> {
  const pods = await look(api.list({ apiVersion: "v1", kind: "Pod", namespace: probeNamespace, labels: `app=${name}` }));
  return pods.kind === "seen" ? stateOf(pods.value) : "its Deployment is not available";
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
