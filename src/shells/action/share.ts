import { resolve } from "node:path";
import { problem } from "../../catalog/problem.ts";
import { sha256 } from "../../model/digest.ts";
import type { Problem } from "../../model/problem.ts";
import type { Ref, Request } from "../../model/study.ts";
import { type Beforehand, cook, handedOn, split } from "../../pipeline.ts";
import type { Files, World } from "../../world.ts";
import { version } from "../cli/version.ts";
import { exitCodes } from "../exit.ts";
import { previewed } from "../github/preview.ts";
import type { Stage } from "../github/stage.ts";
import { type About, partName, type Read, readParts, writePart } from "../parts.ts";
import { matrixOf } from "../shards.ts";
import type { Share } from "./inputs.ts";
import type { Runner } from "./runner.ts";

/** What a job that shares the work has at hand. */
interface Sharing {
  readonly stage: Stage;
  readonly runner: Runner;
  /** The job's workspace. */
  readonly workspace: string;
}

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
  const about = await aboutOf(stage, shards);
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

/** The job with `shard: join` says what the change does. */
const handed = { decision: "pass", "reason-code": "handed_on" } as const;

/** What other jobs rendered, in one memory. Clusters of a shard without a part that fits are withheld. */
function joined(shards: readonly (readonly string[])[], reads: readonly Read[]): Beforehand {
  const { memory, broken } = handedOn(reads.map((read) => (read.kind === "part" ? read.body : null)));
  const lost = reads.flatMap((read, index) => {
    if (read.kind === "none") return [{ index, why: read.why }];
    return broken.has(index) ? [{ index, why: "its part was damaged" }] : [];
  });
  const withheld = lost.flatMap(({ index, why }) => (shards[index] ?? []).map((name) => [name, `shard ${index + 1}: ${why}`] as const));
  return { memory, withheld: new Map(withheld), problems: lost.length === 0 ? [] : [shardsMissing(lost, shards.length)] };
}

function shardsMissing(lost: readonly { readonly index: number; readonly why: string }[], count: number): Problem {
  const shards = [...Map.groupBy(lost, ({ why }) => why)].map(
    ([why, group]) => `${group.map(({ index }) => index + 1).join(", ")} (${why})`,
  );
  return problem("shards-missing", { count, shards: shards.join("; ") });
}

/** Everything that decides what a part holds, beside the number of its shard. */
async function aboutOf({ world, request, place, wishes }: Stage, shards: readonly (readonly string[])[]): Promise<About> {
  const { owner, repo } = place.connection;
  const { version: engine } = await world.charts.engine();
  return {
    "release of Isthmus": version,
    engine,
    work: "preview",
    repository: `${owner}/${repo}`.toLowerCase(),
    folder: wishes.folder,
    commit: textOf(request.head),
    base: textOf(request.base),
    "default branch": textOf(request.trusted),
    cut: sha256(JSON.stringify(shards)),
  };
}

function textOf(ref: Request["base"]): string {
  return ref === undefined ? "" : JSON.stringify(ref);
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
