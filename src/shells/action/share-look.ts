import { resolve } from "node:path";
import { systemClock as clock } from "../../adapters/clock.ts";
import type { Secret } from "../../model/secret.ts";
import { ask, heardOn, replayed, splitLook, withPorts } from "../../pipeline.ts";
import { exitCodes } from "../exit.ts";
import type { Stage } from "../github/stage.ts";
import { upkeep } from "../github/upkeep.ts";
import { withLiveWorld } from "../live-world.ts";
import { partName, readParts, writePart } from "../parts.ts";
import { UsageError } from "../run.ts";
import { runId } from "../run-id.ts";
import { sealedBody, unsealed } from "../sealed-part.ts";
import { matrixOf } from "../shards.ts";
import type { Share } from "./inputs.ts";
import { aboutOf, handed, lostIn, type Sharing, shardsMissing, withheldIn } from "./shared.ts";

/**
 * Does this job's share of a look by plan, and gives the exit code. A shard asks its own clusters; the job that joins needs to reach none and holds no kubeconfig, and
 * says and opens what one job would.
 */
export async function sharedLook(sharing: Sharing & { readonly stop: AbortSignal }, share: Share): Promise<number> {
  const { stage, runner } = sharing;
  const { world, request, wishes } = stage;
  const shards = await splitLook(world, request, share.of);
  if (share.kind === "matrix") {
    runner.say(`${shards.flat().length} clusters in ${shards.length} shards.`);
    runner.output({ matrix: matrixOf(shards), ...handed });
    return exitCodes.fine;
  }
  if (wishes.verify === "probe")
    throw new UsageError(
      "Input `verify: probe` sends requests between all clusters, so one job does it: with `shard` give `look` or `none`.",
    );
  const [key] = wishes.planKeys;
  if (key === undefined)
    throw new UsageError(
      "Input `plan-key` is empty; a look in shards needs it: what clusters hold goes from job to job as an artifact, and is sealed with it.",
    );
  return share.kind === "join" ? joined(sharing, shards, share.folder) : looked(sharing, { shards, number: share.number, key });
}

interface Turn {
  readonly shards: readonly (readonly string[])[];
  /** Counted from 1. */
  readonly number: number;
  readonly key: Secret;
}

async function looked({ stage, runner }: Sharing, { shards, number, key }: Turn): Promise<number> {
  const { world, request, wishes, place } = stage;
  const clusters = shards[number - 1] ?? [];
  const by = { id: runId(request.at), by: `a look by plan (run ${place.attempt}, shard ${number})` };
  const how = { clusters, isMeshSeen: wishes.verify !== "none", by };
  const body = await withLiveWorld({ folder: place.folder, world }, (live) => ask(live, request, how));
  const about = await aboutLook(stage, shards);
  await runner.part(partName(number), await writePart(about, number, await sealedBody(key, about, number, body)));
  runner.say(`Shard ${number} of ${shards.length}: ${clusters.join(", ") || "no cluster"}.`);
  runner.output(handed);
  return exitCodes.fine;
}

async function joined(
  { stage, workspace, stop }: Sharing & { readonly stop: AbortSignal },
  shards: Turn["shards"],
  folder: string,
): Promise<number> {
  const { world, wishes } = stage;
  const about = await aboutLook(stage, shards);
  const files = await readParts(resolve(workspace, folder), about, shards.length);
  const reads = await Promise.all(files.map((read, index) => unsealed(wishes.planKeys, about, index + 1, read)));
  const { answers, memory, broken } = heardOn(reads.map((read) => (read.kind === "part" ? read.body : null)));
  const lost = lostIn(reads, broken);
  const live = withPorts(world, replayed(answers, withheldIn(lost, shards)), { clock, watch: () => {} });
  const problems = lost.length === 0 ? [] : [shardsMissing(lost, shards.length)];
  for (const { message, remedy } of problems) stage.desk.error(`${message} ${remedy}`);
  return (await upkeep(stage, { how: "look", stop, seenBy: { live, beforehand: { memory, problems } } })).code;
}

/** A part is about one run: what another saw, however lately, is not what is there now. */
async function aboutLook(stage: Stage, shards: Turn["shards"]): ReturnType<typeof aboutOf> {
  const [run = ""] = stage.place.attempt.split("/");
  return { ...(await aboutOf(stage, "look", shards)), run, "way to look": stage.wishes.verify };
}
