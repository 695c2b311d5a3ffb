import { trustOf } from "../../../pipeline.ts";
import { certsJson, certsText } from "../../certs.ts";
import { exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { requestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";

export interface CertsOptions {
  readonly folder: string;
  readonly head?: string;
  readonly cluster?: readonly string[];
  readonly output: "text" | "json";
}

/** `isthmus certs list`: what every cluster's istiod signs with, how long yet, and what must become of it. Reads every cluster, writes to none. */
export function list(terminal: Terminal, options: CertsOptions): Promise<number> {
  return told(terminal, options, false);
}

/** `isthmus certs renew --dry-run`: what a renewal asked for now would do in each cluster. */
export function preview(terminal: Terminal, options: CertsOptions): Promise<number> {
  return told(terminal, options, true);
}

async function told(terminal: Terminal, options: CertsOptions, isRenewal: boolean): Promise<number> {
  const request = await requestFrom(options);
  const clusters = await withLiveWorld(options, (world) =>
    terminal.progress("reading the certificates", trustOf(world, request, { renew: isRenewal })),
  );
  terminal.print(options.output === "json" ? certsJson(clusters, request.at) : certsText(clusters, request.at));
  if (clusters.some(({ verdict }) => verdict.kind === "unknown")) return exitCodes.world;
  return clusters.some(({ verdict }) => verdict.kind === "refuse") ? exitCodes.findings : exitCodes.fine;
}
