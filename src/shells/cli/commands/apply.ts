import type { Applied } from "../../../model/apply.ts";
import type { Request } from "../../../model/study.ts";
import { apply as applied } from "../../../pipeline.ts";
import { appliedChapters, appliedJson, chaptersMarkdown, chaptersText, healthChapters } from "../../../report/index.ts";
import { exitCodeOfApplied } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { interruptible } from "../interruptible.ts";
import { type ApplyOptions, type CourseOptions, identityAt, paceFrom, permitFrom, workloadFrom } from "../live-options.ts";
import { decidedRequestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { watching } from "../watching.ts";
import { whoIsHere } from "../who.ts";

/** `isthmus apply`: makes the clusters what the mesh says, and looks whether it works. */
export async function apply(terminal: Terminal, options: ApplyOptions & CourseOptions): Promise<number> {
  return carryOut(terminal, options, await decidedRequestFrom(options));
}

/** The same, for a request that is known already. */
export async function carryOut(terminal: Terminal, options: ApplyOptions & CourseOptions, request: Request): Promise<number> {
  const workload = workloadFrom(options);
  const stopping = interruptible(terminal, "stopping after the current object; the next run goes on from there");
  const { watch, end } = watching(terminal);
  const result = await withLiveWorld({ ...options, watch }, (world) =>
    applied(world, request, {
      permit: permitFrom(options),
      identify: (digest, commit) => identityAt(world.clock.now(), digest, commit),
      verification: options.verify,
      workload,
      pace: paceFrom(options),
      onBehalfOf: whoIsHere(),
      stop: stopping.signal,
    }),
  ).finally(() => {
    end();
    stopping.end();
  });
  print(terminal, options, result);
  return exitCodeOfApplied(result);
}

function print(terminal: Terminal, { output }: ApplyOptions, result: Applied): void {
  if (output === "json") return terminal.print(appliedJson(result));
  const chapters = [...appliedChapters(result), ...(result.health === undefined ? [] : healthChapters(result.health))];
  terminal.print(output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, terminal));
}
