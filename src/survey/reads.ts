import type { ObjectRef } from "../model/live.ts";
import { idKey } from "../model/manifest.ts";

/** One list request: objects of a kind with our label, in one namespace or (empty) in all. */
export interface Listing {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  /** The objects that are looked for in it; at least two. */
  readonly refs: readonly ObjectRef[];
}

/** How a set of objects is read with few requests. */
export interface Reads {
  readonly listings: readonly Listing[];
  readonly singles: readonly ObjectRef[];
}

/** API groups that are listed over all namespaces: configuration that many namespaces hold and that is no secret. Everything else is listed where it is wanted. */
const everywhere = /(?:^|\.)istio\.io$|^gateway\.networking\.k8s\.io$/u;

/** Kinds of which several objects are wanted in one place are listed, others are read one by one. The rights to read follow from the same answer. */
export function readsOf(refs: readonly ObjectRef[]): Reads {
  const unique = [...new Map(refs.map((ref) => [idKey(ref), ref])).values()];
  const groups = [...Map.groupBy(unique, (ref) => JSON.stringify([ref.apiVersion, ref.kind, placeOf(ref)])).values()];
  return {
    listings: groups.flatMap((group) => {
      const [first] = group;
      return first === undefined || group.length < 2
        ? []
        : [{ apiVersion: first.apiVersion, kind: first.kind, namespace: placeOf(first), refs: group }];
    }),
    singles: groups.flatMap((group) => (group.length < 2 ? group : [])),
  };
}

function placeOf(ref: ObjectRef): string {
  return everywhere.test(ref.group) ? "" : ref.namespace;
}
