import type { Check } from "../../rule.ts";
import { nanosecondsIn } from "../../schema/durations.ts";
import { judged } from "../../schema/judged.ts";
import { pathText, valueText } from "../../schema/mistake.ts";

export const check: Check<"duration-malformed"> = (cluster, report) => {
  for (const { manifest, mistakes } of cluster.remember(judged)) {
    for (const mistake of mistakes) {
      if (mistake.kind !== "duration") continue;
      const { path, seen } = mistake;
      const isShort = nanosecondsIn(seen) !== undefined;
      const amount = /^\s*(\d+(?:\.\d+)?)/u.exec(seen)?.[1] ?? "5";
      const facts = {
        path: pathText(path),
        seen: valueText(seen),
        why: isShort ? "is shorter than a millisecond" : "is not a duration",
        example: isShort ? "1ms" : `${amount}s`,
      };
      report(facts, { on: manifest, path });
    }
  }
};
