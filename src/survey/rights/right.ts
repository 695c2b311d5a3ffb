import { resourceOf } from "../../catalog/resources.ts";
import type { Access, ObjectRef } from "../../model/live.ts";
import type { ObjectId } from "../../model/manifest.ts";

/** One thing that must be allowed in a cluster, and what it is needed for. */
export interface Right extends Access {
  /** Completes "… is needed to". */
  readonly purpose: string;
}

/** Some verbs on one resource. An empty `name` means that no name narrows it. */
export function rights(
  verbs: readonly string[],
  on: { readonly group: string; readonly resource: string; readonly namespace?: string; readonly name?: string },
  purpose: string,
): readonly Right[] {
  const { group, resource, namespace = "", name = "" } = on;
  return verbs.map((verb) => ({ verb, group, resource, namespace, name, purpose }));
}

/** Some verbs on an object. Making an object is never narrowed by its name: the API server does not know it yet when it asks. */
export function onObject(verbs: readonly string[], id: ObjectId | ObjectRef, purpose: string): readonly Right[] {
  const { group, namespace, name } = id;
  return verbs.flatMap((verb) =>
    rights([verb], { group, resource: resourceOf(id), namespace, name: verb === "create" ? "" : name }, purpose),
  );
}

/** One text per right. */
export function rightKey({ verb, group, resource, namespace, name }: Access): string {
  return [verb, group, resource, namespace, name].join("|");
}
