import { isObject, type Json, type JsonObject, listAt, objectAt, textAt, valueAt } from "../../model/json.ts";
import type { ObjectRef } from "../../model/live.ts";
import { Problem } from "../../model/problem.ts";
import type { ClusterApi } from "../../world.ts";

/**
 * What keeps the pods of a Deployment or DaemonSet from being there, in the words of the controller, the scheduler or the kubelet; `undefined` when nobody says
 * anything, or when pods may not be listed. Pods that begin normally hinder nothing.
 */
export async function hindrance(api: ClusterApi, { namespace }: ObjectRef, workload: JsonObject): Promise<string | undefined> {
  const labels = Object.entries(objectAt(workload, "spec", "selector", "matchLabels"));
  const pods = await listed(api, namespace, labels.map(([key, value]) => `${key}=${String(value)}`).join(","));
  for (const pod of pods) {
    const said = saidOfPod(pod);
    if (said !== undefined) return `pod ${textAt(pod, "metadata", "name") ?? ""}: ${said}`;
  }
  return pods.length === 0 ? refusal(workload) : undefined;
}

async function listed(api: ClusterApi, namespace: string, labels: string): Promise<readonly JsonObject[]> {
  try {
    const pods = await api.list({ apiVersion: "v1", kind: "Pod", namespace, labels });
    return pods.map(({ object }) => object).filter((pod) => textAt(pod, "metadata", "deletionTimestamp") === undefined);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Why a controller makes no pods: a quota, an admission webhook, a policy. */
function refusal(workload: JsonObject): string | undefined {
  const failure = listAt(workload, "status", "conditions").find(
    (entry) => textAt(entry, "type") === "ReplicaFailure" && textAt(entry, "status") === "True",
  );
  return failure === undefined ? undefined : sentence(failure);
}

function saidOfPod(pod: JsonObject): string | undefined {
  const unscheduled = listAt(pod, "status", "conditions").find(
    (entry) => textAt(entry, "type") === "PodScheduled" && textAt(entry, "status") === "False",
  );
  if (unscheduled !== undefined) return sentence(unscheduled);
  const containers = [...listAt(pod, "status", "initContainerStatuses"), ...listAt(pod, "status", "containerStatuses")];
  for (const container of containers) {
    const said = saidOfContainer(container);
    if (said !== undefined) return `${textAt(container, "name") ?? "container"}: ${said}`;
  }
  return undefined;
}

/** How every pod begins. */
const usual: ReadonlySet<string> = new Set(["ContainerCreating", "PodInitializing"]);

function saidOfContainer(container: Json): string | undefined {
  const waiting = objectAt(container, "state", "waiting");
  const reason = textAt(waiting, "reason");
  const restarts = valueAt(container, ["restartCount"]);
  const last = objectAt(container, "lastState", "terminated");
  if (reason !== undefined && (!usual.has(reason) || textAt(waiting, "message") !== undefined)) return sentence(waiting);
  if (isObject(last) && typeof restarts === "number" && restarts > 0 && valueAt(container, ["ready"]) !== true) {
    return `ended ${restarts} times, last with ${textAt(last, "reason") ?? "no reason"} (exit code ${String(valueAt(last, ["exitCode"]) ?? "?")})`;
  }
  return undefined;
}

/** A reason and its message, short enough for one line. */
function sentence(entry: Json): string {
  const [reason, message] = [textAt(entry, "reason"), textAt(entry, "message")?.replace(/\s+/gu, " ").trim()];
  const text = [reason, message].filter((part) => part !== undefined && part !== "").join(": ");
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
