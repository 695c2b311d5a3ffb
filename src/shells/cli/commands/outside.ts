import { keepFromChange, letChange, tellToStop } from "../../../pipeline.ts";
import { chaptersText, heardChapters, heardJson, type Said } from "../../../report/index.ts";
import { exitCodes } from "../../exit.ts";
import { withLiveWorld } from "../../live-world.ts";
import { requestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { whoIsHere } from "../who.ts";

/** Flags of the commands that say something to clusters from outside of a run. */
export interface OutsideOptions {
  readonly folder: string;
  readonly cluster?: readonly string[];
  readonly reason?: string;
  readonly output: "text" | "json";
}

/** `isthmus stop`: the runs at work in these clusters stop after the object they are writing. */
export async function stop(terminal: Terminal, options: OutsideOptions): Promise<number> {
  const request = await requestFrom(options);
  const sign = { kind: "pause", by: whoIsHere(), ...(options.reason === undefined ? {} : { reason: options.reason }) } as const;
  return told(terminal, options, { deed: "stop", heard: await withLiveWorld(options, (world) => tellToStop(world, request, sign)) });
}

/** `isthmus hold`: nobody else changes these clusters for a while. */
export async function hold(terminal: Terminal, options: OutsideOptions & { readonly ttl: number }): Promise<number> {
  const request = await requestFrom(options);
  const lock = {
    holder: whoIsHere(),
    since: request.at,
    expiresAt: request.at + options.ttl * 1000,
    reason: options.reason,
    pull: undefined,
  };
  return told(terminal, options, { deed: "hold", heard: await withLiveWorld(options, (world) => keepFromChange(world, request, lock)) });
}

/** `isthmus release`: ends locks before their time. */
export async function release(terminal: Terminal, options: OutsideOptions): Promise<number> {
  const request = await requestFrom(options);
  return told(terminal, options, { deed: "release", heard: await withLiveWorld(options, (world) => letChange(world, request)) });
}

function told(terminal: Terminal, { output }: OutsideOptions, said: Said): number {
  terminal.print(output === "json" ? heardJson(said) : chaptersText(heardChapters(said), terminal));
  return said.heard.some(({ result }) => typeof result !== "string") ? exitCodes.world : exitCodes.fine;
}
