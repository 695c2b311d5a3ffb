import { explain as explained } from "../../../pipeline.ts";
import { chaptersMarkdown, chaptersText, routesChapters } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { createLocalWorld } from "../../world.ts";
import { requestFrom, type SubjectOptions } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `isthmus explain HOST`: which objects decide about a host's requests in each cluster, before and after. */
export async function explain(
  terminal: Terminal,
  host: string,
  options: SubjectOptions & { readonly output: "text" | "markdown" | "json" },
): Promise<number> {
  const request = await requestFrom(options);
  const hosts = await terminal.progress("rendering", explained(createLocalWorld(options), request, host));
  if (options.output === "json") {
    terminal.print(`${JSON.stringify({ schemaVersion: 1, kind: "explain", host, hosts }, undefined, 2)}\n`);
    return exitCodes.fine;
  }
  const chapters = routesChapters(host, hosts, { isCompared: request.base !== undefined });
  terminal.print(options.output === "markdown" ? chaptersMarkdown(chapters) : chaptersText(chapters, terminal));
  return exitCodes.fine;
}
