import { exitCodes } from "../exit.ts";
import { situationOf } from "../github/event.ts";
import { previewed } from "../github/preview.ts";
import { openStage } from "../github/stage.ts";
import { UsageError } from "../run.ts";
import { readEvent } from "./event-file.ts";
import type { Inputs } from "./inputs.ts";
import { placeOf } from "./place.ts";
import type { Environment } from "./program.ts";
import type { Runner } from "./runner.ts";

/** Does what the event asks for, says it where it belongs, and gives the exit code. */
export async function run(env: Environment, inputs: Inputs, runner: Runner): Promise<number> {
  const situation = situationOf(env["GITHUB_EVENT_NAME"] ?? "", await readEvent(env), { commit: env["GITHUB_SHA"] });
  if (situation.kind === "nothing") {
    runner.say(`${situation.why} There is nothing to do.`);
    runner.output({ decision: "pass", "reason-code": "nothing_to_do" });
    return exitCodes.fine;
  }
  const place = placeOf(env, inputs);
  if (situation.kind === "comment") {
    const { heard } = await import("../github/heard.ts");
    return heard({ place, wishes: inputs, desk: runner, situation, stop: interruptible });
  }
  const stage = await openStage({ place, wishes: inputs, desk: runner, situation });
  if (inputs.share !== undefined) {
    if (inputs.apply)
      throw new UsageError("Inputs `shard` and `apply` do not go together: one job applies to all clusters, so that their order holds.");
    const sharing = { stage, runner, workspace: env["GITHUB_WORKSPACE"] ?? "." };
    if (situation.kind === "schedule") {
      const { sharedLook } = await import("./share-look.ts");
      return sharedLook({ ...sharing, stop: interruptible() }, inputs.share);
    }
    const { shared } = await import("./share.ts");
    return shared(sharing, inputs.share);
  }
  if (situation.kind === "schedule") {
    const { upkeep } = await import("../github/upkeep.ts");
    return (await upkeep(stage, { how: inputs.apply ? "apply" : "look", stop: interruptible() })).code;
  }
  if (situation.kind !== "push" || !situation.isDefault || !inputs.apply) return previewed(stage);
  const { applied } = await import("../github/apply.ts");
  return applied(stage, interruptible());
}

/** A job that is cancelled gets SIGINT, seven and a half seconds later SIGTERM, and two and a half after that its end: the first of them stops the run. */
function interruptible(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => controller.abort());
  return controller.signal;
}
