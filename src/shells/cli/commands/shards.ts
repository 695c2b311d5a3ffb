import { split } from "../../../pipeline.ts";
import { exitCodes } from "../../exit.ts";
import { matrixOf } from "../../shards.ts";
import { createLocalWorld } from "../../world.ts";
import { requestFrom, type SubjectOptions } from "../options.ts";
import type { Terminal } from "../terminal.ts";

interface ShardsOptions extends Omit<SubjectOptions, "cluster" | "failOn"> {
  readonly count?: number;
  readonly clustersPerShard?: number;
}

/** Unless the flags say otherwise. */
const usual = 50;

/** `isthmus shards`: how the work on the clusters is cut into jobs, as a matrix for GitHub Actions. */
export async function shards(terminal: Terminal, { count, clustersPerShard = usual, ...subject }: ShardsOptions): Promise<number> {
  const world = createLocalWorld(subject);
  const request = await requestFrom(subject);
  const whole = count === undefined ? (await split(world, request, 1)).flat().length : 0;
  terminal.print(matrixOf(await split(world, request, count ?? Math.ceil(whole / clustersPerShard))));
  return exitCodes.fine;
}
