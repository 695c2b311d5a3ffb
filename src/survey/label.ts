import { type JsonObject, textAt } from "../model/json.ts";

/** The label that says which mesh an object belongs to. */
export const meshLabel = "isthmus.dev/mesh";

/** Whether an object says that it belongs to this mesh. */
export function isLabelled(object: JsonObject, mesh: string): boolean {
  return textAt(object, "metadata", "labels", meshLabel) === mesh;
}
