import type { Unmet } from "../../model/prerequisite.ts";
import { type Aspect, isWritten } from "./aspect.ts";

/** Beyond this, leases and tokens would be judged by the wrong time. */
const mostSkewMs = 60_000;

/** Our clock and the API server's tell nearly the same time. */
export function clock(aspect: Aspect): readonly Unmet[] {
  const { cluster, seen } = aspect;
  const skew = seen.server.clockSkewMs;
  if (!isWritten(aspect) || Math.abs(skew) <= mostSkewMs) return [];
  const seconds = Math.round(Math.abs(skew) / 1000);
  return [
    {
      cluster: cluster.name,
      kind: "clock",
      seen: `Its clock is ${seconds} s ${skew > 0 ? "ahead of" : "behind"} ours; leases, tokens and certificates need them within ${mostSkewMs / 1000} s.`,
      remedy: "Set both by NTP: this machine's, and the API server's.",
    },
  ];
}
