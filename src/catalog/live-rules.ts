import type { ObjectId } from "../model/manifest.ts";
import { normaliseRules } from "./normalize.gen.ts";
import { isMeant } from "./normalize.ts";

/** What normalize.yaml says about objects of a kind where a cluster reports them. */
export interface LiveRules {
  /** Whether a controller may change the value at this path (as in normalize.yaml), and it is none of our business then. */
  readonly yields: (path: string) => boolean;
  /** Whether this field manager is one of those controllers: its name, and for `scale` and the like `name/subresource`. */
  readonly isController: (manager: string, subresource: string) => boolean;
  /** Whether the kind is part of Kubernetes itself, so that its server leaves empty values out. */
  readonly isBuiltIn: boolean;
}

const known = new Map<string, LiveRules>();

/** The rules for objects of a kind. */
export function liveRules(id: Pick<ObjectId, "group" | "kind">): LiveRules {
  const key = `${id.group}/${id.kind}`;
  const found = known.get(key) ?? compile(id);
  known.set(key, found);
  return found;
}

function compile(id: Pick<ObjectId, "group" | "kind">): LiveRules {
  const rules = normaliseRules.filter((rule) => rule.mode === "live" && isMeant(rule.objects, id));
  const paths = new Set(rules.flatMap((rule) => rule.drops));
  const managers = new Set(rules.flatMap((rule) => rule.managers));
  return {
    yields: (path) => paths.has(path),
    isController: (manager, subresource) => managers.has(subresource === "" ? manager : `${manager}/${subresource}`),
    isBuiltIn: !id.group.includes(".") || (id.group.endsWith(".k8s.io") && id.group !== "gateway.networking.k8s.io"),
  };
}
