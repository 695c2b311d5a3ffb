import type { DriftChoice } from "../../../report/index.ts";

/** What may be wished for, as inputs and settings name it. */
export const driftWishes = ["none", "adopt", "restore", "both"] as const;

/** The choices behind each. */
export const driftChoices: Readonly<Record<(typeof driftWishes)[number], readonly DriftChoice[]>> = {
  none: [],
  adopt: ["adopt"],
  restore: ["restore"],
  both: ["adopt", "restore"],
};
