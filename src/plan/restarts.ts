import type { Change } from "../model/change.ts";
import { injectedImage, injectorRevision } from "../model/injection.ts";
import { objectAt } from "../model/json.ts";
import type { Mesh } from "../model/mesh.ts";
import { type StepDraft, station } from "./draft.ts";

/**
 * A step for every cluster whose workloads get another proxy by these changes, where the mesh wants them restarted (`rollout.restart`). Which workloads have an old
 * one only the cluster knows, so the step writes nothing that a plan could name. What is new has no workloads yet, so only what was there before counts.
 */
export function restarts(changes: readonly Change[], mesh: Mesh): readonly StepDraft[] {
  if (mesh.rollout.restart !== "rollout") return [];
  const moving = new Set(changes.filter(movesProxies).flatMap(({ clusters }) => clusters));
  return mesh.clusters
    .filter(({ name, role, primary }) => role !== "external" && [name, primary ?? name].some((one) => moving.has(one)))
    .map(({ name }) => ({
      id: `${name}/restart`,
      kind: "restart",
      stage: "config",
      station: station(name, "restart"),
      clusters: [name],
      peer: undefined,
      writes: [],
    }));
}

/** An injector that gives another image, a tag that turns to another revision, a namespace that names another one. */
function movesProxies({ id, kind, before, after }: Change): boolean {
  if (kind !== "update") return false;
  const [was, now] = [before?.object ?? {}, after?.object ?? {}];
  const differs = (keys: readonly string[]): boolean =>
    keys.some((key) => objectAt(was, "metadata", "labels")[key] !== objectAt(now, "metadata", "labels")[key]);
  switch (id.kind) {
    case "ConfigMap":
      return injectorRevision(id.name) !== undefined && injectedImage(was) !== injectedImage(now);
    case "MutatingWebhookConfiguration":
      return id.name.startsWith("istio-revision-tag-") && differs(["istio.io/rev"]);
    case "Namespace":
      return differs(["istio.io/rev", "istio-injection"]);
    default:
      return false;
  }
}
