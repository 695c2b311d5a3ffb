import { objectAt, valueAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";

/** True when a policy is for chosen workloads only. An empty selector chooses everything, as no selector does. */
export function isForChosen({ object }: Manifest): boolean {
  const isTargeted = valueAt(object, ["spec", "targetRef"]) !== undefined || valueAt(object, ["spec", "targetRefs"]) !== undefined;
  return isTargeted || Object.keys(objectAt(object, "spec", "selector", "matchLabels")).length > 0;
}

/** For whom a policy is, in words: `the whole mesh`, `namespace shop`, `the chosen workloads of namespace shop`. */
export function reachOf(policy: Manifest, root: string): string {
  const { namespace } = policy.id;
  if (namespace === root) return isForChosen(policy) ? "the chosen workloads of every namespace" : "the whole mesh";
  return isForChosen(policy) ? `the chosen workloads of namespace ${namespace}` : `namespace ${namespace}`;
}
