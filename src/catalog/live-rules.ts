import { canonical, isObject, type Json, type JsonObject } from "../model/json.ts";
import type { ObjectId } from "../model/manifest.ts";
import { normaliseRules, podPaths } from "./normalize.gen.ts";
import { filled, isMeant } from "./normalize.ts";

/** What normalize.yaml says about objects of a kind where a cluster reports them. */
export interface LiveRules {
  /** Whether a controller may change the value at this path (as in normalize.yaml), and it is none of our business then. */
  readonly yields: (path: string) => boolean;
  /** Whether this field manager is one of those controllers: its name, and for `scale` and the like `name/subresource`. */
  readonly isController: (manager: string, subresource: string) => boolean;
  /** Whether the server would fill in just this value at the path if nobody said anything; `beside` is the object that holds the key. */
  readonly isDefault: (path: string, value: Json, beside: JsonObject) => boolean;
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
  const pod = podPaths[id.group === "" ? id.kind : `${id.group}/${id.kind}`];
  const paths = new Set(rules.flatMap((rule) => rule.drops));
  const managers = new Set(rules.flatMap((rule) => rule.managers));
  const defaults = new Map(
    rules.flatMap((rule) =>
      Object.entries(rule.defaults).flatMap(([raw, value]) => filled([raw], pod).map((path) => [path, canonical(value)] as const)),
    ),
  );
  // Those of Istio's and of the Gateway API's groups are defined by others; their servers keep what they are given.
  const isBuiltIn = !id.group.includes(".") || (id.group.endsWith(".k8s.io") && id.group !== "gateway.networking.k8s.io");
  return {
    yields: (path) => paths.has(path),
    isController: (manager, subresource) => managers.has(subresource === "" ? manager : `${manager}/${subresource}`),
    isDefault: (path, value, beside) =>
      isBuiltIn && (defaults.get(path) === canonical(value) || isEmptyObject(value) || followsNeighbour(id, path, value, beside)),
    isBuiltIn,
  };
}

function isEmptyObject(value: Json): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/** Defaults that follow from what stands beside them. */
function followsNeighbour(id: Pick<ObjectId, "group" | "kind">, path: string, value: Json, beside: JsonObject): boolean {
  if (id.kind === "Service" && path === "spec.ports[].targetPort") return value === beside["port"];
  if (path.endsWith(".spec.serviceAccount")) return value === beside["serviceAccountName"];
  if (!path.endsWith("ontainers[].imagePullPolicy")) return false;
  const image = typeof beside["image"] === "string" ? beside["image"] : "";
  return value === (isLatest(image) ? "Always" : "IfNotPresent");
}

/** An image without a tag, or with the tag `latest`, is pulled each time. */
function isLatest(image: string): boolean {
  const [name = ""] = image.split("@");
  const tag = /:([^/:]+)$/u.exec(name)?.[1];
  return !image.includes("@") && (tag === undefined || tag === "latest");
}
