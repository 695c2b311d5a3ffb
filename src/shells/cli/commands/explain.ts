import { explain as explained } from "../../../pipeline.ts";
import { chaptersMarkdown, chaptersText, routesChapters } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { UsageError } from "../../run.ts";
import { createLocalWorld } from "../../world.ts";
import { requestFrom, type SubjectOptions } from "../options.ts";
import type { Terminal } from "../terminal.ts";

/** `isthmus explain HOST`: which objects decide about a host's requests in each cluster, before and after. */
export async function explain(
  terminal: Terminal,
  host: string,
  options: SubjectOptions & { readonly output: "text" | "markdown" | "json" },
): Promise<number> {
  if (!isHost(host)) throw new UsageError(notAHost(host));
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

/** A name that DNS could hold, or a pattern of names: labels of letters, digits, `-` and `_`, at most 253 characters; a `*` only as the whole first one. */
function isHost(text: string): boolean {
  return (
    text.length <= 254 && /^(?:\*\.)?(?:[a-z0-9_](?:[-a-z0-9_]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[-a-z0-9_]{0,61}[a-z0-9_])?\.?$/iu.test(text)
  );
}

function notAHost(text: string): string {
  const seen =
    text.trim() === "" ? "no host is given" : `${JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text)} can be no host`;
  return `${seen}: name a Service (reviews), a Service with its namespace (reviews.shop), or a host in full (reviews.shop.svc.cluster.local, www.example.com).`;
}
