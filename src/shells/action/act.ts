import { preview } from "../../pipeline.ts";
import { exitCodeOf, exitCodes } from "../exit.ts";
import { readSituation } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import type { Environment } from "./program.ts";
import { publish } from "./publish.ts";
import type { Runner } from "./runner.ts";
import { openStage, type Stage } from "./stage.ts";
import { tell } from "./tell.ts";

/** Does what the event asks for, says it where it belongs, and gives the exit code. */
export async function run(env: Environment, inputs: Inputs, runner: Runner): Promise<number> {
  const situation = await readSituation(env);
  if (situation.kind === "nothing") {
    runner.say(`${situation.why} There is nothing to do.`);
    runner.output({ decision: "pass", "reason-code": "nothing_to_do" });
    return exitCodes.fine;
  }
  const stage = await openStage({ env, inputs, runner, situation });
  if (situation.kind !== "push" || !situation.isDefault || !inputs.apply) return previewed(stage);
  const { applied } = await import("./apply.ts");
  return applied(stage);
}

/** What the change would do, as a comment, check runs and summary. */
async function previewed({ env, inputs, runner, situation, connection, world, request, links }: Stage): Promise<number> {
  const report = await preview(world, request);
  const published = await publish({ connection, situation, inputs, report, links, log: runner });
  await tell({ env, inputs, runner, report, links, published });
  return exitCodeOf(report, inputs.failOn);
}
