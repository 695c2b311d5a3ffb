import type { Applied } from "../../../model/apply.ts";
import { apply as applied } from "../../../pipeline.ts";
import { appliedChapters, appliedJson, chaptersMarkdown, chaptersText, healthChapters } from "../../../report/index.ts";
import { exitCodeOfApplied } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { progressLine } from "../../progress-lines.ts";
import { type ApplyOptions, identityAt, permitFrom } from "../live-options.ts";
import { requestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `isthmus apply`: makes the clusters what the mesh says, and looks whether it works. */
export async function apply(terminal: Terminal, options: ApplyOptions): Promise<number> {
  const request = await requestFrom(options);
  const stopping = interruptible(terminal);
  const watch = (event: Parameters<typeof progressLine>[0]): void => {
    const line = progressLine(event);
    if (line !== undefined) terminal.tell(line);
  };
  const result = await withLiveWorld({ ...options, watch }, (world) =>
    applied(world, request, {
      permit: permitFrom(options),
      identify: (digest, commit) => identityAt(world.clock.now(), digest, commit),
      verification: options.verify,
      stop: stopping.signal,
    }),
  ).finally(stopping.end);
  print(terminal, options, result);
  return exitCodeOfApplied(result);
}

function print(terminal: Terminal, { output }: ApplyOptions, result: Applied): void {
  if (output === "json") return terminal.print(appliedJson(result));
  const chapters = [...appliedChapters(result), ...(result.health === undefined ? [] : healthChapters(result.health))];
  terminal.print(output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, terminal));
}

/** The first Ctrl-C ends the run after the current object; the second ends the process where it stands, and the ledger knows where. */
function interruptible(terminal: Terminal): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    terminal.tell("isthmus: stopping after the current object; the next run goes on from there");
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    end: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
