import { preview } from "../../pipeline.ts";
import { exitCodeOf } from "../exit.ts";
import { publish } from "./publish.ts";
import type { Stage } from "./stage.ts";
import { tell } from "./tell.ts";

/** What the change would do, as a comment, check runs and summary. Gives the exit code. */
export async function previewed({ wishes, desk, situation, connection, world, request, links }: Stage): Promise<number> {
  const report = await preview(world, request);
  const published = await publish({ connection, situation, wishes, report, links, log: desk });
  await tell({ wishes, desk, report, links, published });
  return exitCodeOf(report, wishes.failOn);
}
