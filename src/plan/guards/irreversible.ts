import type { Guard, Step } from "../../model/plan.ts";
import { newToken } from "../irreversible.ts";

/** One guard per reason why steps cannot be undone, so that a thousand tokens are one sentence. */
export function irreversible(steps: readonly Step[]): readonly Guard[] {
  const marked = Map.groupBy(
    steps.filter((step) => step.irreversible !== undefined),
    (step) => step.irreversible ?? "",
  );
  return [...marked].map(([why, group]) => ({
    reason: "irreversible",
    clusters: [...new Set(group.flatMap(({ clusters }) => clusters))].sort(),
    text:
      why === newToken && group.length > 1
        ? `${group.length} new tokens are made; they can be revoked, not taken back.`
        : `${group.length === 1 ? "Cannot" : `${group.length} steps cannot`} be undone: ${why}.`,
  }));
}
