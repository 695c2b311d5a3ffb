import { problem } from "../catalog/problem.ts";
import type { Present } from "../model/live.ts";
import { Problem } from "../model/problem.ts";
import { leaseOf } from "../model/state.ts";
import { Hold, type LeasePlace, leaseNow, leaseRef, sameSpec, versionOf } from "./hold.ts";

/** How far the clocks of two runs may lie apart before an ended lease is believed at once. */
export const allowedSkewMs = 10_000;

/**
 * Takes the lease of a cluster. One that is free or was given back is taken at once; so is one that ended longer ago than two clocks may differ. One that
 * has only just ended is watched for as long as it lasts, and taken when nobody renewed it.
 * @throws Problem `cluster-held`, or why it could not be read or written
 */
export async function takeLease(place: LeasePlace, stop: AbortSignal): Promise<Hold> {
  const found = await place.api.read(leaseRef(place.namespace));
  if (found.kind === "unknown") throw found.why;
  if (found.kind === "absent") return written(place, undefined);
  const judged = judge(place, found);
  if (judged === "free") return written(place, found);
  if (judged === "held") throw held(place, found);
  await place.clock.sleep(judged.watchMs, stop);
  const again = await place.api.read(leaseRef(place.namespace));
  if (again.kind === "unknown") throw again.why;
  if (again.kind === "absent") return written(place, undefined);
  if (stop.aborted || versionOf(again) !== versionOf(found)) throw held(place, again);
  return written(place, again);
}

/** A lease that cannot be understood is watched like one that has just ended: whoever holds it renews it. */
function judge({ clock, times }: LeasePlace, found: Present): "free" | "held" | { readonly watchMs: number } {
  const lease = leaseOf(found.object);
  if (lease.kind === "unknown") return { watchMs: times.seconds * 1000 };
  if (lease.value === undefined) return "free";
  const { renewedAt, expiresAt } = lease.value;
  const now = clock.now();
  if (expiresAt > now) return "held";
  return expiresAt + allowedSkewMs < now ? "free" : { watchMs: expiresAt - renewedAt };
}

async function written(place: LeasePlace, over: Present | undefined): Promise<Hold> {
  const { api, clock, times } = place;
  const end = clock.monotonic() + times.seconds * 1000;
  const object = leaseNow(place, over && versionOf(over));
  try {
    return new Hold(place, over === undefined ? await api.create(object, { until: end }) : await api.replace(object, { until: end }), end);
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "object-moved" && error.code !== "cluster-unreachable")) throw error;
    // A request whose answer was lost may have been done all the same.
    const found = await api.read(leaseRef(place.namespace));
    if (found.kind !== "present") throw error;
    if (sameSpec(found, object)) return new Hold(place, found, end);
    throw error.code === "object-moved" ? held(place, found) : error;
  }
}

function held({ api, holder }: LeasePlace, found: Present): Problem {
  const lease = leaseOf(found.object);
  const known = lease.kind === "known" ? lease.value : undefined;
  // A run's name is its alone: it came here before, by the name of another cluster.
  if (known?.holder === holder) return problem("same-api-server", { cluster: api.cluster });
  return problem("cluster-held", {
    cluster: api.cluster,
    holder: known?.holder ?? "somebody",
    until: known === undefined ? "an unknown time" : new Date(known.expiresAt).toISOString(),
  });
}
