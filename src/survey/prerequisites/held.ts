import type { Unmet } from "../../model/prerequisite.ts";
import { type Aspect, isWritten } from "./aspect.ts";

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
