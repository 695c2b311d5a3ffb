import { study } from "../../pipeline.ts";
import { type Report, report } from "../../report/index.ts";
import { exitCodeOf } from "../exit.ts";
import { type Published, publish } from "./publish.ts";
import type { Stage } from "./stage.ts";
import { tell } from "./tell.ts";

/** What the change would do, as a comment, check runs and summary. Gives the exit code. */
export async function previewed(stage: Stage): Promise<number> {
  const { wishes, desk, links } = stage;
  const { report, published } = await shown(stage);
  await tell({ wishes, desk, report, links, published });
  return exitCodeOf(report, wishes.failOn);
}

/** What the change would do, shown where reviewers look: the comment and the check runs. */
export async function shown({
  wishes,
  desk,
  situation,
  connection,
  world,
  request,
  links,
}: Stage): Promise<{ readonly report: Report; readonly published: Published }> {
  const found = await study(world, request);
  const told = report(found);
  return { report: told, published: await publish({ connection, situation, wishes, study: found, report: told, links, log: desk }) };
}
