import { defaultBranchOf } from "../../../adapters/github/index.ts";
import { Problem } from "../../../model/problem.ts";
import { shortfallOf } from "../publish.ts";
import type { Stage } from "../stage.ts";
import type { Looked } from "./choice.ts";
import { type Settled, settle } from "./settle.ts";

/** Settles every choice that is wished for after a look by plan. What GitHub refuses is told as a shortfall: it changes nothing about what was seen. */
export async function settleByPlan(stage: Stage, looked: Looked): Promise<readonly Settled[]> {
  const { wishes, situation, place, desk } = stage;
  const done: Settled[] = [];
  for (const choice of wishes.driftPulls) {
    try {
      const defaultBranch = await defaultBranchOf(place.connection);
      const settled = await settle(stage, choice, { ...looked, defaultBranch, base: situation.head, isAsked: false });
      desk.say(`Pull request to ${choice} drift: ${settled.kind}${settled.url === undefined ? "" : `, ${settled.url}`}.`);
      done.push(settled);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      desk.missed(shortfallOf(`The pull request to ${choice} drift`, error));
    }
  }
  return done;
}
