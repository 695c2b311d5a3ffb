import { idText } from "../../../model/manifest.ts";
import type { HostRoutes } from "../../../model/routes.ts";
import type { Request } from "../../../model/study.ts";
import { effects, preview, study } from "../../../pipeline.ts";
import { changedObject, effectChapters, markdown, rawChanges } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { situationOfPull } from "../plan-now.ts";
import { linksTo, openStage } from "../stage.ts";
import { told } from "./answer.ts";
import type { Answer, CommandOf, Task } from "./errand.ts";
import { restriction } from "./requests.ts";

const room = 50_000;

type Diff = Task<CommandOf<"diff">>;

/** `/diff`: what the pull request changes in one cluster or about one object, with room for more than the comment has: by meaning, line by line, or as what it does to routes. */
export async function answerDiff(task: Diff): Promise<Answer> {
  const { clusters, asked, wishes, place, desk } = task;
  const situation = await situationOfPull(task);
  const { request } = await openStage({
    place,
    desk,
    situation,
    wishes: { ...wishes, base: undefined, head: undefined, clusters: restriction(clusters, asked.mesh.clusters) },
  });
  return { text: await textOf(task, request), code: exitCodes.fine };
}

async function textOf({ command, pull, wishes, place, repository: { world } }: Diff, request: Request): Promise<string> {
  const { object, flags } = command;
  const effective = async (): Promise<string> => told(effectChapters((await effects(world, request)).filter(decidedBy(object))));
  if (flags.raw === true) {
    const raw = rawChanges(await study(world, request), object, { most: room });
    return flags.effective === true ? `${raw}\n${await effective()}` : raw;
  }
  if (flags.effective === true) return effective();
  const report = await preview(world, request);
  if (object !== undefined) return changedObject(report, object, { most: room });
  return markdown(report, { view: "diff", files: linksTo(place, wishes, pull.head).files, budget: room });
}

/** Hosts that an object decides about, before or after; all of them when none is named. */
function decidedBy(object: CommandOf<"diff">["object"]): (routes: HostRoutes) => boolean {
  if (object === undefined) return () => true;
  const name = `${object.namespace === undefined ? "" : `${object.namespace}/`}${object.name}`;
  const isMeant = (text: string): boolean => {
    const [kind = "", full = ""] = text.split(" ");
    return kind.toLowerCase() === object.kind && (full === name || full.endsWith(`/${name}`));
  };
  return ({ before = [], after = [] }) => [...before, ...after].some((decider) => isMeant(idText(decider.object)));
}
