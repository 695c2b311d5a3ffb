import { normalText } from "../catalog/normal-form.ts";
import { sha256 } from "../model/digest.ts";
import type { Manifest } from "../model/manifest.ts";

/** SHA-256 of the normal text of what is applied, holes as holes: as the inventory keeps it. */
export function appliedHash(manifest: Manifest): string {
  return sha256(normalText(manifest));
}
