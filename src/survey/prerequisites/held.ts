import type { Unmet } from "../../model/prerequisite.ts";
import { type Aspect, isWritten } from "./aspect.ts";

/** Nobody keeps the cluster from being changed; whoever did may change it. A lock that has ended holds nothing. */
export function locked(aspect: Aspect): readonly Unmet[] {
  const { cluster, seen, survey, scope } = aspect;
  const { lock } = seen;
  if (!isWritten(aspect) || lock === undefined || lock.holder === scope.onBehalfOf) return [];
  if (lock.expiresAt <= survey.at + seen.server.clockSkewMs) return [];
  const why = lock.reason === undefined ? "" : ` (${lock.reason})`;
  const where = lock.pull === undefined ? "" : `, for #${lock.pull}`;
  return [
    {
      cluster: cluster.name,
      kind: "held",
      seen: `${lock.holder} keeps it from being changed until ${new Date(lock.expiresAt).toISOString()}${where}${why}.`,
      remedy: "Ask them, or wait; `/unlock` and `isthmus release` end it before its time.",
    },
  ];
}

/** Nobody else writes to the cluster now. A lease that has ended holds nothing. */
export function held(aspect: Aspect): readonly Unmet[] {
  const { cluster, seen, survey } = aspect;
  const { lease } = seen;
  // By the server's clock, as near as we know it: the holder may be on any machine.
  if (!isWritten(aspect) || lease === undefined || lease.expiresAt <= survey.at + seen.server.clockSkewMs) return [];
  return [
    {
      cluster: cluster.name,
      kind: "held",
      seen: `Another run holds it: ${lease.holder}, until ${new Date(lease.expiresAt).toISOString()} unless it is renewed.`,
      remedy: "Wait for that run, or stop it; a run that died lets go when its lease ends.",
    },
  ];
}
