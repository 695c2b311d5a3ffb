import type { ReleaseRecord } from "../../model/desired.ts";
import { textAt } from "../../model/json.ts";
import { minorOf } from "./versions.ts";

/** Charts whose objects `resourceScope` divides, and where each reads it (the gateway chart has no cluster-scoped objects to divide). */
const paths: Readonly<Record<string, readonly string[]>> = {
  base: ["global", "resourceScope"],
  istiod: ["global", "resourceScope"],
  cni: ["global", "resourceScope"],
  ztunnel: ["resourceScope"],
};

/** Where the chart of a release reads `resourceScope`: `global.resourceScope`. */
export function scopeKey({ chart }: ReleaseRecord): string {
  return (paths[chart] ?? []).join(".");
}

/** What a release renders: `all`, `cluster`, `namespace`, or a word no chart knows (then nothing). Charts before 1.28 render everything. */
export function scopeOf({ chart, version, values }: ReleaseRecord): string {
  const path = paths[chart];
  if (path === undefined || (minorOf(version) ?? 0) < 28) return "all";
  return textAt(values, ...path) ?? "all";
}
