import type { JsonObject } from "../model/json.ts";
import type { Manifest, Stage } from "../model/manifest.ts";
import { idOf } from "../model/manifest.ts";

/** An object that Isthmus makes from the mesh document. */
export type Derived = Manifest;

/** `why` completes the sentence "exists because …". */
export function derived(stage: Stage, why: string, object: JsonObject): Derived {
  return { id: idOf(object), object, origin: { kind: "derived", why }, stage };
}
