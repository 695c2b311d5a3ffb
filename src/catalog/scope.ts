import type { ObjectId } from "../model/manifest.ts";
import { clusterScoped } from "./scopes.gen.ts";

/** Whether objects of this kind live in a namespace; `undefined` when the catalogue does not know the API group. */
export function isNamespaced(id: Pick<ObjectId, "group" | "kind">): boolean | undefined {
  if (!Object.hasOwn(clusterScoped, id.group)) return undefined;
  return !clusterScoped[id.group]?.includes(id.kind);
}
