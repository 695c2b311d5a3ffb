import type { Reason } from "../../model/command.ts";
import { type Beforehand, study } from "../../pipeline.ts";
import { type Report, report } from "../../report/index.ts";
import { exitCodeOf, exitCodes } from "../exit.ts";
import { type Published, publish } from "./publish.ts";
import { objectionsTo } from "./queue.ts";
import { rivalsOf } from "./rivals.ts";
import type { Stage } from "./stage.ts";
import { tell } from "./tell.ts";

/** What the change would do, as a comment, check runs and summary. `beforehand`: what other jobs rendered for it. Gives the exit code. */
export async function previewed(stage: Stage, beforehand: Beforehand = {}): Promise<number> {
  const { wishes, desk, links } = stage;
  const { report, published, objections } = await shown(stage, beforehand);
  await tell({ wishes, desk, report, links, published, objections });
  const code = exitCodeOf(report, wishes.failOn);
  return code === exitCodes.fine && objections.length > 0 ? exitCodes.findings : code;
}

interface Shown {
  readonly report: Report;
  readonly published: Published;
  /** Why a merge queue must not merge it. */
  readonly objections: readonly Reason[];
}

/** What the change would do, shown where reviewers look: the comment and the check runs. */
export async function shown(stage: Stage, beforehand: Beforehand = {}): Promise<Shown> {
  const { place, wishes, desk, situation, connection, world, request, links } = stage;
  const hearsButtons = place.hearsButtons === true;
  const found = await study(world, request, beforehand);
  const told = report(found);
  const objections = await objectionsTo(stage, found);
  const rivals = await rivalsOf(stage, found);
  const published = await publish({
    rivals,
    connection,
    situation,
    wishes,
    study: found,
    report: told,
    objections,
    links,
    hearsButtons,
    log: desk,
  });
  return { report: told, published, objections };
}
