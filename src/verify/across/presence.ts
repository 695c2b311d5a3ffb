import { problem } from "../../catalog/problem.ts";
import { type JsonObject, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Present } from "../../model/live.ts";
import { probeNamespace } from "../../model/probe.ts";
import type { Clock, ClusterApi } from "../../world.ts";
import { look } from "../observed.ts";
import { probeMarks } from "./objects.ts";

export const namespaceRef = { group: "", apiVersion: "v1", kind: "Namespace", namespace: "", name: probeNamespace };

/** How long pods may take to be pulled, injected and ready. */
const readyWithinMs = 120_000;
export const goneWithinMs = 60_000;
export const pauseMs = 1_000;

/** Where, how long, and whose. */
export interface Presence {
  readonly api: ClusterApi;
  readonly clock: Clock;
  /** Ends the waiting with `look-stopped`. */
  readonly stop: AbortSignal;
  /** Names this look to others: `id` is its alone. */
  readonly run: { readonly id: string; readonly text: string };
  /** After so long without a word from us we are dead. Requests of ours wait in one line, so it is longer the more clusters there are to ask. */
  readonly silenceSeconds: number;
}

/** Puts the probe's objects into its namespace and waits until Deployment `name` is ready. @throws Problem */
export async function put(presence: Presence, objects: readonly JsonObject[], name: string): Promise<void> {
  for (const object of objects) {
    goesOn(presence);
    await presence.api.apply(object);
  }
  await untilReady(presence, name);
}

/**
 * Takes away the namespace of the probe with everything in it, and waits until it is gone. Only our own, and only that very one (by UID): as soon as ours is gone the
 * name may be another look's. @throws Problem
 */
export async function takeAway({ api, clock, stop, run }: Presence): Promise<void> {
  const end = clock.monotonic() + goneWithinMs;
  for (;;) {
    const live = await api.read(namespaceRef);
    if (live.kind === "unknown") throw live.why;
    if (live.kind === "absent" || textAt(live.object, "metadata", "annotations", probeMarks.run) !== run.text) return;
    if (clock.monotonic() > end)
      throw late(api.cluster, `Namespace ${probeNamespace} to go`, textAt(live.object, "status", "phase") ?? "it is still there");
    if (valueAt(live.object, ["metadata", "deletionTimestamp"]) === undefined) await api.remove(namespaceRef, uidOf(live));
    else await clock.sleep(pauseMs, stop);
  }
}

/** @throws Problem `look-stopped` */
export function goesOn({ api, stop }: Presence): void {
  if (stop.aborted) throw problem("look-stopped", { cluster: api.cluster });
}

export function uidOf({ object }: Present): { readonly uid?: string } {
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

export function late(cluster: string, what: string, seen: string): Error {
  const remedy = `See \`kubectl -n ${probeNamespace} describe pods\` while the probe runs: image pull, injection, admission policies.`;
  return problem("not-ready", { what, cluster, seconds: readyWithinMs / 1000, seen, remedy });
}
