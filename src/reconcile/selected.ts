import { type JsonObject, objectAt, textAt } from "../model/json.ts";
import { isEnding, type Present } from "../model/live.ts";
import { idKey, idOf, idText, type ObjectId } from "../model/manifest.ts";
import { podUses } from "./pod-uses.ts";
import { whyStays } from "./steps/remove.ts";
import { goingWith, type Item, type Task } from "./task.ts";

/** A workload that a plan deletes though a Gateway that stays selects its pods, and no other workload's. */
interface Held {
  readonly workload: Present;
  readonly gateway: ObjectId;
}

/**
 * The deletions of a step without those that would close a door: a Gateway, whoever made it, works by the pods that its selector finds, and an address of a load balancer that was
 * given back does not return. Where such a workload belongs to a release the whole release stays, else its Services and what its pods run with. What stays is said.
 * @throws Problem when it cannot be told
 */
export async function withoutSelected(task: Task): Promise<readonly Item[]> {
  const held = await heldIn(task);
  if (held.length === 0) return task.items;
  for (const { workload, gateway } of held)
    task.notes.push(
      `${idText(idOf(workload.object))} in ${task.site.cluster.name} is kept, with what belongs to it: ${idText(gateway)} selects its pods, and no others.`,
    );
  const [, , release] = task.step.id.split("/");
  if (release !== undefined) return task.items.filter(({ kind }) => kind !== "delete");
  return task.items.filter(({ id, kind }) => kind !== "delete" || !held.some(({ workload }) => belongs(task, id, workload.object)));
}

async function heldIn(task: Task): Promise<readonly Held[]> {
  const { api } = task.site;
  const going = task.items.flatMap(({ id, kind }) => (kind === "delete" && isWorkload(id) ? (task.site.last(id) ?? []) : []));
  if (going.length === 0) return [];
  const listed = await api.list({ apiVersion: "networking.istio.io/v1", kind: "Gateway" });
  const leaving = new Set(goingWith(task).map(idKey));
  const stays = (one: Present): boolean => !isEnding(one) && !leaving.has(idKey(idOf(one.object)));
  const selecting = listed.filter(({ object }) => going.some((workload) => selects(object, workload.object)));
  const kept = await Promise.all(selecting.map(async (one) => stays(one) || (await isKept(task, one))));
  const gateways = selecting.filter((_, index) => kept[index]);
  if (gateways.length === 0) return [];
  const others = await Promise.all(
    [...new Set(going.map(({ object }) => textAt(object, "metadata", "namespace") ?? ""))].flatMap((namespace) =>
      ["Deployment", "DaemonSet"].map((kind) => api.list({ apiVersion: "apps/v1", kind, namespace })),
    ),
  );
  const staying = others.flat().filter((one) => stays(one) && runs(one.object));
  return going.flatMap((workload) => {
    const gateway = gateways.find(
      ({ object }) => selects(object, workload.object) && !staying.some((other) => selects(object, other.object)),
    );
    return gateway === undefined ? [] : [{ workload, gateway: idOf(gateway.object) }];
  });
}

/** A Gateway that the plan deletes stays all the same where somebody's routes need it, or where it is not ours any more. */
async function isKept(task: Task, gateway: Present): Promise<boolean> {
  return !isEnding(gateway) && (await whyStays(task, idOf(gateway.object), gateway)) !== undefined;
}

function isWorkload({ group, kind }: ObjectId): boolean {
  return group === "apps" && (kind === "Deployment" || kind === "DaemonSet");
}

function runs(workload: JsonObject): boolean {
  return objectAt(workload, "spec")["replicas"] !== 0;
}

/** As istiod finds the pods of a Gateway; one that selects by nothing is for every gateway. */
function selects(gateway: JsonObject, workload: JsonObject): boolean {
  const template = objectAt(workload, "spec", "template", "metadata");
  const selector = Object.entries(objectAt(gateway, "spec", "selector"));
  if (selector.length === 0) return textAt(template, "annotations", "inject.istio.io/templates")?.split(",").includes("gateway") === true;
  const labels = objectAt(template, "labels");
  return selector.every(([key, value]) => labels[key] === value);
}

function belongs({ site }: Task, id: ObjectId, workload: JsonObject): boolean {
  const own = idOf(workload);
  if (idKey(own) === idKey(id)) return true;
  if (id.namespace !== own.namespace) return false;
  if (id.group === "" && id.kind === "Service") {
    const labels = objectAt(workload, "spec", "template", "metadata", "labels");
    const selector = Object.entries(objectAt(site.last(id)?.object, "spec", "selector"));
    return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
  }
  return id.group === "" && ["ServiceAccount", "ConfigMap", "Secret"].includes(id.kind) && podUses(workload, id);
}
