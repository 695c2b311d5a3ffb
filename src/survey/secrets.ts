import type { JsonObject } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import type { Manifest } from "../model/manifest.ts";
import { livingCacerts } from "./cacerts-living.ts";
import type { Around } from "./living-manifest.ts";
import { isRemoteSecret, judgeRemoteSecret } from "./remote-secrets.ts";

/** What a Secret that Isthmus derives is worth: right as it is, or shown with what is wrong with it. */
export type Judgement = { readonly kind: "equal" } | { readonly kind: "differs"; readonly object: JsonObject };

/** Secrets whose content has a meaning that text cannot show; `undefined` for every other object. */
export function judgeSecret(wanted: Manifest, live: Present, around: Around): Judgement | undefined {
  if (wanted.id.group !== "" || wanted.id.kind !== "Secret" || wanted.origin.kind !== "derived") return undefined;
  if (around.seen.cacerts !== undefined && wanted.id.name === "cacerts")
    return livingCacerts(around.seen.cacerts, wanted.object, live.object);
  return isRemoteSecret(wanted) ? judgeRemoteSecret(wanted, live, around) : undefined;
}
