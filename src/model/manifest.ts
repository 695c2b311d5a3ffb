import type { JsonObject } from "./json.ts";
import { isObject } from "./json.ts";
import type { Source } from "./source.ts";

/** What makes two objects the same object for the API server: group, kind, namespace, name (never the version). */
export interface ObjectId {
  /** Empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Empty for what is cluster-scoped. */
  readonly namespace: string;
  readonly name: string;
}

/** Who says that an object must exist. */
export type Origin =
  /** A chart: `template` is the path inside the chart. */
  | { readonly kind: "chart"; readonly release: string; readonly chart: string; readonly version: string; readonly template: string }
  /** A file under `config/`. */
  | { readonly kind: "config"; readonly source: Source }
  /** Isthmus itself, from the mesh document: `why` completes the sentence "exists because …". */
  | { readonly kind: "derived"; readonly why: string };

/** One object that a cluster should have. */
export interface Manifest {
  readonly id: ObjectId;
  readonly object: JsonObject;
  readonly origin: Origin;
  /** The part of the plan that brings it. */
  readonly stage: Stage;
}

/** The parts of a mesh, in the order in which a reader thinks of them; the plan's order is finer (`plan/order`). */
export type Stage = "namespaces" | "certificates" | "install" | "gateways" | "discovery" | "config";

/** Every stage, in that order. */
export const stages: readonly Stage[] = ["namespaces", "certificates", "install", "gateways", "discovery", "config"];

/** Reads the identity off an object. `namespace` stands in where the object names none and its kind has one. */
export function idOf(object: JsonObject, namespace = ""): ObjectId {
  const { apiVersion, kind, metadata } = object;
  const { namespace: own, name } = isObject(metadata) ? metadata : {};
  const slash = typeof apiVersion === "string" ? apiVersion.indexOf("/") : -1;
  return {
    group: typeof apiVersion === "string" && slash >= 0 ? apiVersion.slice(0, slash) : "",
    kind: typeof kind === "string" ? kind : "",
    namespace: typeof own === "string" ? own : namespace,
    name: typeof name === "string" ? name : "",
  };
}

/** One text per identity, for maps and for sorting: `group|kind|namespace|name`. */
export function idKey(id: ObjectId): string {
  return `${id.group}|${id.kind}|${id.namespace}|${id.name}`;
}

/** How a person names an object: `VirtualService shop/checkout`, `ClusterRole istiod`. */
export function idText(id: ObjectId): string {
  return `${id.kind} ${id.namespace === "" ? "" : `${id.namespace}/`}${id.name}`;
}

/** True for what proxies and gateways are configured with: Istio's own kinds, those of the Gateway API and of multi-cluster Services. */
export function isMeshConfiguration({ group }: ObjectId): boolean {
  return /(?:^|\.)istio\.io$|^gateway\.networking\.(?:x-)?k8s\.io$|^multicluster\.x-k8s\.io$/u.test(group);
}

/** Sorts by group, kind, namespace, name in code-unit order: the same order on any machine. */
export function byId(a: { readonly id: ObjectId }, b: { readonly id: ObjectId }): number {
  const left = idKey(a.id);
  const right = idKey(b.id);
  return left < right ? -1 : left > right ? 1 : 0;
}
