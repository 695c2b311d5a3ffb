import { askedOf, carriedBy, injectedImage, injectorRevision, revisionNamed, tagOf } from "../../model/injection.ts";
import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { ObjectRef } from "../../model/live.ts";
import { idText } from "../../model/manifest.ts";
import type { Task } from "../task.ts";

/** A workload some of whose pods have a proxy that istiod would not give them now. */
export interface Stale {
  readonly ref: ObjectRef;
  /** `proxy 1.30.2 of revision default instead of 1.31.0 of revision default`, of the first such pod. */
  readonly why: string;
}

/** Pods that a note names. */
const mostNamed = 5;

/** Every workload in a cluster with an old proxy, sorted. Pods of what cannot be restarted (a Job, a pod by itself) are told in a note. @throws Problem */
export async function staleIn(task: Task): Promise<readonly Stale[]> {
  const found = new Map<string, Stale>();
  const others: string[] = [];
  const known = new Map<string, Promise<ObjectRef | undefined>>();
  for (const { pod, why } of await oldPods(task)) {
    const ref = await behind(task, pod, known);
    if (ref === undefined) others.push(`Pod ${textAt(pod, "metadata", "namespace")}/${textAt(pod, "metadata", "name")}`);
    else if (!found.has(idText(ref))) found.set(idText(ref), { ref, why });
  }
  noteOthers(task, others.sort());
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
}

async function oldPods(task: Task): Promise<readonly { readonly pod: JsonObject; readonly why: string }[]> {
  const { api } = task.site;
  const [pods, spaces] = await Promise.all([
    // Every template of the injector sets this label; what decides is what else is in the pod.
    api.list({ apiVersion: "v1", kind: "Pod", labels: "service.istio.io/canonical-name" }),
    api.list({ apiVersion: "v1", kind: "Namespace" }),
  ]);
  const labels = new Map(spaces.map(({ object }) => [textAt(object, "metadata", "name") ?? "", objectAt(object, "metadata", "labels")]));
  const images = imagesFor(task);
  return pods.flatMap(({ object: pod }) => {
    const why = hasEnded(pod) ? undefined : whyOld(task, pod, labels.get(textAt(pod, "metadata", "namespace") ?? "") ?? {}, images);
    return why === undefined ? [] : [{ pod, why }];
  });
}

const unmade = "Pods that nobody makes anew keep their old proxy until they end";

function noteOthers({ notes }: Task, others: readonly string[]): void {
  if (others.length === 0 || notes.some((note) => note.startsWith(unmade))) return;
  const more = others.length > mostNamed ? `, and ${others.length - mostNamed} more` : "";
  notes.push(`${unmade}: ${others.slice(0, mostNamed).join(", ")}${more}.`);
}

/** The workload of a pod; each owner is asked for once. */
function behind(task: Task, pod: JsonObject, known: Map<string, Promise<ObjectRef | undefined>>): Promise<ObjectRef | undefined> {
  const owner = ownerIn(pod);
  if (owner === undefined) return Promise.resolve(undefined);
  const asked = known.get(idText(owner)) ?? workloadOf(task, owner);
  known.set(idText(owner), asked);
  return asked;
}

function hasEnded(pod: JsonObject): boolean {
  return (
    textAt(pod, "metadata", "deletionTimestamp") !== undefined || ["Succeeded", "Failed"].includes(textAt(pod, "status", "phase") ?? "")
  );
}

/** The image that each revision gives out here: by the injector that answers this cluster, which may run elsewhere. */
function imagesFor({ campaign, site }: Task): ReadonlyMap<string, string> {
  const serving = site.cluster.primary ?? site.cluster.name;
  const maps = [...campaign.wanted(serving).values()].filter(({ id }) => id.group === "" && id.kind === "ConfigMap");
  return new Map(
    maps.flatMap(({ id, object }): readonly (readonly [string, string])[] => {
      const [revision, image] = [injectorRevision(id.name), injectedImage(object)];
      return revision === undefined || image === undefined ? [] : [[revision, image]];
    }),
  );
}

/** What it has instead of what. A pod that no injector would meet now, and one that chose its image, is none of ours. */
function whyOld({ site }: Task, pod: JsonObject, namespace: JsonObject, images: ReadonlyMap<string, string>): string | undefined {
  const carried = carriedBy(pod);
  const asked = askedOf(namespace, objectAt(pod, "metadata", "labels"));
  const revision = asked === undefined ? undefined : revisionNamed(site.cluster, asked);
  const image = images.get(revision ?? "");
  if (carried === undefined || revision === undefined || image === undefined) return undefined;
  const [has, wants] = [tagOf(carried.image), tagOf(image)];
  const isOtherTag = !carried.isChosen && has !== undefined && wants !== undefined && has !== wants;
  if (carried.revision === revision && !isOtherTag) return undefined;
  return `proxy ${has ?? carried.image} of revision ${carried.revision} instead of ${wants ?? image} of revision ${revision}`;
}

function ownerIn(pod: JsonObject): ObjectRef | undefined {
  const owner = listAt(pod, "metadata", "ownerReferences").find((entry: Json) => isObject(entry) && entry["controller"] === true);
  return owner === undefined ? undefined : refOfOwner(owner, textAt(pod, "metadata", "namespace") ?? "");
}

function refOfOwner(owner: Json, namespace: string): ObjectRef {
  const apiVersion = textAt(owner, "apiVersion") ?? "";
  const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] ?? "") : "";
  return { apiVersion, group, kind: textAt(owner, "kind") ?? "", namespace, name: textAt(owner, "name") ?? "" };
}

/** What a person would restart: the Deployment behind a ReplicaSet, a StatefulSet, a DaemonSet. */
async function workloadOf({ site }: Task, owner: ObjectRef): Promise<ObjectRef | undefined> {
  if (owner.group !== "apps") return undefined;
  if (owner.kind === "StatefulSet" || owner.kind === "DaemonSet") return owner;
  if (owner.kind !== "ReplicaSet") return undefined;
  const live = await site.api.read(owner);
  if (live.kind === "unknown") throw live.why;
  const above = live.kind === "present" ? ownerIn(live.object) : undefined;
  return above?.group === "apps" && above.kind === "Deployment" ? above : undefined;
}
