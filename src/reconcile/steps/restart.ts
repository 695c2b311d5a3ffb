import { problem } from "../../catalog/problem.ts";
import { type JsonObject, listAt, textAt, valueAt } from "../../model/json.ts";
import { isEnding, type ObjectRef, type Present } from "../../model/live.ts";
import { idText } from "../../model/manifest.ts";
import { awaitSign } from "../gates/wait.ts";
import { workloadSight, workloadSign } from "../gates/workload.ts";
import { uidOf } from "../site.ts";
import { StoppedError } from "../stopped.ts";
import type { Task } from "../task.ts";
import { type Stale, staleIn } from "./stale.ts";

/**
 * The name under which restarts stand in the server's books. One of its own: what a restart adds to a template is not what the mesh wants there, so it is no part of
 * what is compared, adopted or taken back (decisions 30 and 31).
 */
const manager = "isthmus-restart";
const annotation = "kubectl.kubernetes.io/restartedAt";

/**
 * Restarts what has an old proxy, one workload after the other, each ready before the next begins: what does not come back stops the rest. Whether one is old is
 * read off its pods, not off a record: a run after a dead one restarts nothing twice. What was not ready before is left alone, and told in the end.
 * @throws Problem `not-ready`, `workloads-not-restarted`; StoppedError
 */
export async function restartWorkloads(task: Task): Promise<void> {
  const left: string[] = [];
  for (const stale of await staleIn(task)) {
    if (task.campaign.stop.aborted) throw new StoppedError();
    const why = await restartOne(task, stale);
    if (why !== undefined) left.push(`${idText(stale.ref)} (${why})`);
  }
  if (left.length > 0) throw notRestarted(task, left);
}

/** Why it was left as it is; `undefined` when its pods are new. */
async function restartOne(task: Task, stale: Stale): Promise<string | undefined> {
  const { api, hold } = task.site;
  const { ref } = stale;
  const live = await api.read(ref);
  if (live.kind === "unknown") throw live.why;
  if (live.kind === "absent" || isEnding(live)) return undefined;
  const unfit = whyNotRolled(live.object);
  if (unfit !== undefined) return unfit;
  const sight = await workloadSight(api, ref);
  if (sight.kind === "waiting" && !isRestartedByUs(task, live)) return `it was not ready before: ${sight.seen}`;
  // An earlier run may have begun this very restart and died.
  if (sight.kind === "waiting") await awaitSign(task, workloadSign(api, ref));
  if (sight.kind === "waiting" && !(await isStale(task, ref))) return undefined;
  const restartedAt = new Date(task.campaign.world.clock.now()).toISOString().replace(/\.\d+Z$/u, "Z");
  const { apiVersion, kind, namespace, name } = ref;
  const template = { metadata: { annotations: { [annotation]: restartedAt } } };
  // With its UID: where it was deleted in between, nothing is made of this.
  const object = { apiVersion, kind, metadata: { namespace, name, uid: uidOf(live) }, spec: { template } };
  // A restart by somebody else has the annotation too; taking it over changes nothing but the time.
  await api.apply(object, { manager, force: true, until: await hold.until() });
  task.wrote(ref, "configured");
  await awaitSign(task, workloadSign(api, ref));
  const still = (await staleIn(task)).find((one) => idText(one.ref) === idText(ref));
  if (still !== undefined) throw notRestarted(task, [`${idText(ref)} (it was restarted and its new pods have ${still.why})`]);
  return undefined;
}

function notRestarted({ site }: Task, workloads: readonly string[]) {
  return problem("workloads-not-restarted", { cluster: site.cluster.name, workloads: workloads.join(", ") });
}

async function isStale(task: Task, ref: ObjectRef): Promise<boolean> {
  return (await staleIn(task)).some((one) => idText(one.ref) === idText(ref));
}

/** What a restart would not bring new pods to. */
function whyNotRolled(object: JsonObject): string | undefined {
  if (valueAt(object, ["spec", "paused"]) === true) return "its rollouts are paused";
  if (textAt(object, "spec", "updateStrategy", "type") === "OnDelete") return "its pods are only made anew when somebody deletes them";
  const partition = valueAt(object, ["spec", "updateStrategy", "rollingUpdate", "partition"]);
  return typeof partition === "number" && partition > 0 ? `a partition of ${partition} keeps pods as they are` : undefined;
}

/** A rollout takes minutes; what is not ready an hour after its restart has another reason. */
const longestRolloutMs = 3_600_000;

function isRestartedByUs({ campaign }: Task, { object }: Present): boolean {
  const ours = listAt(object, "metadata", "managedFields").find((entry) => textAt(entry, "manager") === manager);
  const at = Date.parse(textAt(ours, "time") ?? "");
  return campaign.world.clock.now() - at < longestRolloutMs;
}
