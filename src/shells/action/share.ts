import { resolve } from "node:path";
import type { Ref } from "../../model/study.ts";
import { type Beforehand, cook, handedOn, split } from "../../pipeline.ts";
import type { Files, World } from "../../world.ts";
import { exitCodes } from "../exit.ts";
import { previewed } from "../github/preview.ts";
import { partName, type Read, readParts, writePart } from "../parts.ts";
import { matrixOf } from "../shards.ts";
import type { Share } from "./inputs.ts";
import { aboutOf, handed, lostIn, type Sharing, shardsMissing, withheldIn } from "./shared.ts";

/** Does this job's share of a preview, and gives the exit code. */
export async function shared({ stage: given, runner, workspace }: Sharing, share: Share): Promise<number> {
  const stage = { ...given, world: readingOnce(given.world) };
  const { world, request } = stage;
  const shards = await split(world, request, share.of);
  if (share.kind === "matrix") {
    runner.say(`${shards.flat().length} clusters in ${shards.length} shards.`);
    runner.output({ matrix: matrixOf(shards), ...handed });
    return exitCodes.fine;
  }
  const about = await aboutOf(stage, "preview", shards);
  if (share.kind === "join") {
    const reads = await readParts(resolve(workspace, share.folder), about, shards.length);
    return previewed(stage, joined(shards, reads));
  }
  const clusters = shards[share.number - 1] ?? [];
  const cooked = await cook(world, request, clusters);
  await runner.part(partName(share.number), await writePart(about, share.number, cooked));
  runner.say(`Shard ${share.number} of ${shards.length}: ${clusters.join(", ") || "no cluster"}.`);
  runner.output(handed);
  return exitCodes.fine;
}

/** What other jobs rendered, in one memory. Clusters of a shard without a part that fits are withheld. */
function joined(shards: readonly (readonly string[])[], reads: readonly Read[]): Beforehand {
  const { memory, broken } = handedOn(reads.map((read) => (read.kind === "part" ? read.body : null)));
  const lost = lostIn(reads, broken);
  return { memory, withheld: withheldIn(lost, shards), problems: lost.length === 0 ? [] : [shardsMissing(lost, shards.length)] };
}

/** The same world, in which each commit is read once: the cut and the work on it begin with the same files. */
function readingOnce(world: World): World {
  const known = new Map<string, ReturnType<Files["read"]>>();
  const read = (ref: Ref): ReturnType<Files["read"]> => {
    const key = JSON.stringify(ref);
    const found = known.get(key) ?? world.files.read(ref);
    known.set(key, found);
    return found;
  };
  return { ...world, files: { read } };
}
