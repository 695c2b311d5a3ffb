import { problem } from "../../catalog/problem.ts";
import { sha256 } from "../../model/digest.ts";
import type { Problem } from "../../model/problem.ts";
import type { Request } from "../../model/study.ts";
import { version } from "../cli/version.ts";
import type { Stage } from "../github/stage.ts";
import type { About, Read } from "../parts.ts";
import type { Runner } from "./runner.ts";

/** What previews and looks in shards have in common. */

/** What a job that shares the work has at hand. */
export interface Sharing {
  readonly stage: Stage;
  readonly runner: Runner;
  /** The job's workspace. */
  readonly workspace: string;
}

/** What every job but the joining one says: that one says what came of it. */
export const handed = { decision: "pass", "reason-code": "handed_on" } as const;

/** A shard of which nothing is known. */
export interface Lost {
  readonly index: number;
  readonly why: string;
}

/** The shards whose parts are missing or do not fit; `broken` are those that were read and made no sense. */
export function lostIn(reads: readonly Read[], broken: ReadonlySet<number>): readonly Lost[] {
  return reads.flatMap((read, index) => {
    if (read.kind === "none") return [{ index, why: read.why }];
    return broken.has(index) ? [{ index, why: "its part was damaged" }] : [];
  });
}

/** Their clusters, by name, with the reason. */
export function withheldIn(lost: readonly Lost[], shards: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(lost.flatMap(({ index, why }) => (shards[index] ?? []).map((name) => [name, `shard ${index + 1}: ${why}`] as const)));
}

/** That, for whoever runs it: which shards, the same reason told once. */
export function shardsMissing(lost: readonly Lost[], count: number): Problem {
  const shards = [...Map.groupBy(lost, ({ why }) => why)].map(
    ([why, group]) => `${group.map(({ index }) => index + 1).join(", ")} (${why})`,
  );
  return problem("shards-missing", { count, shards: shards.join("; ") });
}

/** Everything that decides what a part holds, beside the number of its shard. */
export async function aboutOf(
  { world, request, place, wishes }: Stage,
  work: "preview" | "look",
  shards: readonly (readonly string[])[],
): Promise<About> {
  const { owner, repo } = place.connection;
  const { version: engine } = await world.charts.engine();
  return {
    "release of Isthmus": version,
    engine,
    work,
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
