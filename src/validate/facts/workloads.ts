import type { JsonObject } from "../../model/json.ts";
import { isObject, listAt, objectAt, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import type { ClusterView } from "../view.ts";

/** A Deployment or DaemonSet with what rules ask about its pods. */
export interface Workload {
  readonly manifest: Manifest;
  readonly labels: Labels;
  readonly containers: readonly JsonObject[];
}

export type Labels = Readonly<Record<string, string>>;

/** Every workload of the cluster that makes pods of its own. */
export function workloads(view: ClusterView<"apps/Deployment" | "apps/DaemonSet">): readonly Workload[] {
  return [...view.list("apps/Deployment"), ...view.list("apps/DaemonSet")].map((manifest) => ({
    manifest,
    labels: labelsAt(manifest.object, "spec", "template", "metadata", "labels"),
    containers: listAt(manifest.object, "spec", "template", "spec", "containers").filter(isObject),
  }));
}

/** The labels at a path; values that are no text are left out (the API server refuses them). */
export function labelsAt(object: JsonObject, ...path: readonly string[]): Labels {
  const entries = Object.entries(objectAt(object, ...path));
  return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

/** The labels of an object itself. */
export function labelsOf(manifest: Manifest): Labels {
  return labelsAt(manifest.object, "metadata", "labels");
}

/** A label selector of the plain kind (`key: value`) fits when every pair is there; an empty one fits nothing here, because rules ask about chosen workloads. */
export function fits(labels: Labels, selector: Labels): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

/** A container's environment: names with the values written there (not those taken from elsewhere). */
export function environment(container: JsonObject | undefined): ReadonlyMap<string, string> {
  return new Map(
    listAt(container, "env").flatMap((entry) => {
      const name = textAt(entry, "name");
      return name === undefined ? [] : [[name, textAt(entry, "value") ?? ""] as const];
    }),
  );
}

/** True for a pod whose proxy image is put in by the injector: a gateway of the official chart. */
export function isInjectedGateway(workload: Workload): boolean {
  return workload.containers.some((container) => container["name"] === "istio-proxy" && container["image"] === "auto");
}
