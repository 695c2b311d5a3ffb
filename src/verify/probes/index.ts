import type { Probe } from "../check.ts";
import { clustersSynced } from "./clusters-synced.ts";
import { istiodReady } from "./istiod-ready.ts";
import { rootsEqual } from "./roots-equal.ts";

/** Every judgement over what was observed. */
export const probes: readonly Probe[] = [istiodReady, clustersSynced, rootsEqual];
