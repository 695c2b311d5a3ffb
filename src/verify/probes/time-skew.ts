import { inWords } from "../../model/duration.ts";
import { failed, type Probe, passed, perCluster } from "../check.ts";

/** istiod backdates certificates by two minutes; beyond that, fresh ones are refused as not yet valid. Half of it is an alarm. */
const mostMs = 60_000;

/** Clocks of the API servers agree with ours closely enough for certificates and tokens. */
export const timeSkew: Probe = (observed) =>
  perCluster("time-skew", observed, {
    of: ({ server }) => server,
    judge: ({ clockSkewMs }, _, place) => {
      const off = Math.abs(clockSkewMs);
      if (off <= mostMs) return [passed(place, "Its clock agrees with ours to a minute.")];
      const side = clockSkewMs > 0 ? "ahead of" : "behind";
      return [
        failed(
          place,
          `Its clock is ${inWords(off)} ${side} ours.`,
          "Set up time synchronisation there, or here if every cluster says so: certificates and tokens are refused otherwise.",
        ),
      ];
    },
  });
