import { type JsonObject, objectAt, textAt } from "../json.ts";
import type { Lock } from "../survey.ts";
import { Damage, type Kept, kept, stateNames, timeOf } from "./kept.ts";
import { microTime } from "./lease.ts";

const [reasonKey, pullKey] = ["isthmus.dev/reason", "isthmus.dev/pull-request"];

/** A lock as a Lease object beside that of the runs. `version` is the `resourceVersion` it replaces. */
export function lockObject(
  { holder, since, expiresAt, reason, pull }: Lock,
  { namespace, mesh, version }: { readonly namespace: string; readonly mesh: string; readonly version?: string },
): JsonObject {
  const annotations = {
    ...(reason === undefined ? {} : { [reasonKey]: reason }),
    ...(pull === undefined ? {} : { [pullKey]: String(pull) }),
  };
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: {
      name: stateNames.lock,
      namespace,
      labels: { "isthmus.dev/mesh": mesh },
      annotations,
      ...(version === undefined ? {} : { resourceVersion: version }),
    },
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: Math.max(1, Math.round((expiresAt - since) / 1000)),
      acquireTime: microTime(since),
    },
  };
}

/** Who keeps the cluster from being changed, and until when; whether that has passed is for the reader's clock to say. */
export function lockOf(object: JsonObject | undefined): Kept<Lock> {
  return kept(() => {
    const spec = objectAt(object, "spec");
    const holder = textAt(spec, "holderIdentity") ?? "";
    if (object === undefined || holder === "") return undefined;
    const since = timeOf(textAt(spec, "acquireTime") ?? "", "acquireTime");
    const seconds = spec["leaseDurationSeconds"];
    if (typeof seconds !== "number" || !(seconds > 0)) throw new Damage("`leaseDurationSeconds` is missing");
    const pull = Number(textAt(object, "metadata", "annotations", pullKey) ?? "");
    return {
      holder,
      since,
      expiresAt: since + seconds * 1000,
      reason: textAt(object, "metadata", "annotations", reasonKey),
      pull: Number.isInteger(pull) && pull > 0 ? pull : undefined,
    };
  });
}
