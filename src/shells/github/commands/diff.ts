import { preview } from "../../../pipeline.ts";
import { changedObject, markdown } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { situationOfPull } from "../plan-now.ts";
import { linksTo, openStage } from "../stage.ts";
import { notYet } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { restriction } from "./requests.ts";

const room = 50_000;

/** `/diff`: what the pull request changes in one cluster or about one object, with room for more than the comment has. */
export async function answerDiff(task: Task<CommandOf<"diff">>): Promise<Answer> {
  const { command, clusters, asked, pull, wishes, place, desk, repository } = task;
  const { raw, effective } = command.flags;
  if (raw === true) return notYet(command.text, "--raw", "`/diff` compares by meaning; the pull request's own page shows the lines.");
  if (effective === true) return notYet(command.text, "--effective", "`/explain HOST` tells what decides about a host, before and after.");
  const situation = await situationOfPull(task);
  const { request } = await openStage({
    place,
    desk,
    situation,
    wishes: { ...wishes, base: undefined, head: undefined, clusters: restriction(clusters, asked.mesh.clusters) },
  });
  const report = await preview(repository.world, request);
  const { object } = command;
  const text =
    object === undefined
      ? markdown(report, { view: "diff", files: linksTo(place, wishes, pull.head).files, budget: room })
      : changedObject(report, object, { most: room });
  return { text, code: exitCodes.fine };
}
