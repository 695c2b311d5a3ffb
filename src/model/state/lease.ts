import { type JsonObject, objectAt, textAt } from "../json.ts";
import type { Lease } from "../survey.ts";
import { Damage, type Kept, kept, stateNames, timeOf } from "./kept.ts";

/** The hold as a Lease object. `version` is the `resourceVersion` it replaces. A holder without a name is a lease that was given back. */
export function leaseObject(
  lease: Lease,
  { namespace, mesh, version }: { readonly namespace: string; readonly mesh: string; readonly version?: string },
): JsonObject {
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: {
      name: stateNames.lease,
      namespace,
      labels: { "isthmus.dev/mesh": mesh },
      ...(version === undefined ? {} : { resourceVersion: version }),
    },
    spec: {
      holderIdentity: lease.holder,
      leaseDurationSeconds: Math.max(1, Math.round((lease.expiresAt - lease.renewedAt) / 1000)),
      renewTime: microTime(lease.renewedAt),
    },
  };
}

/** Who holds it, as a Lease object says; nobody when it was given back. Whether it has ended is for the reader's clock to say. */
export function leaseOf(object: JsonObject | undefined): Kept<Lease> {
  return kept(() => {
    const spec = objectAt(object, "spec");
    const holder = textAt(spec, "holderIdentity") ?? "";
    if (object === undefined || holder === "") return undefined;
    const renewedAt = timeOf(textAt(spec, "renewTime") ?? textAt(spec, "acquireTime") ?? "", "renewTime");
    const seconds = spec["leaseDurationSeconds"];
    if (typeof seconds !== "number" || !(seconds > 0)) throw new Damage("`leaseDurationSeconds` is missing");
    return { holder, renewedAt, expiresAt: renewedAt + seconds * 1000 };
  });
}

/** Kubernetes' MicroTime: six digits after the second. */
export function microTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}
