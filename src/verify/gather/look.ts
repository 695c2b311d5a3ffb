import type { JsonObject } from "../../model/json.ts";
import type { ObjectRef, Present } from "../../model/live.ts";
import type { ClusterApi } from "../../world.ts";
import type { Seen } from "../observed.ts";

/** One object, `undefined` when it is not there. */
export async function lookAt(api: ClusterApi, ref: ObjectRef): Promise<Seen<Present | undefined>> {
  const live = await api.read(ref);
  switch (live.kind) {
    case "present":
      return { kind: "seen", value: live };
    case "absent":
      return { kind: "seen", value: undefined };
    case "unknown":
      return { kind: "unseen", why: live.why };
  }
}

/** The same without what may be known of its private parts. */
export async function lookAtObject(api: ClusterApi, ref: ObjectRef): Promise<Seen<JsonObject | undefined>> {
  const found = await lookAt(api, ref);
  return found.kind === "seen" ? { kind: "seen", value: found.value?.object } : found;
}
