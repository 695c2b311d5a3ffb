import type { Survey } from "../../../model/survey.ts";
import { statusOf } from "../../../pipeline.ts";
import { withLiveWorld } from "../../live-world.ts";
import { UsageError } from "../../run.ts";
import type { ApplyOptions } from "../live-options.ts";
import { requestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { apply } from "./apply.ts";

/**
 * `isthmus rollback`: applies the mesh of an earlier commit. It is a plan like any other: rendered from that commit, compared with what the clusters hold,
 * checked before the first write. What cannot be taken back is marked in it.
 */
export async function rollback(terminal: Terminal, options: ApplyOptions & { readonly to?: string }): Promise<number> {
  const to = options.to ?? (await lastGood(terminal, options));
  terminal.tell(`isthmus: going back to ${to}`);
  return apply(terminal, { ...options, head: to, base: options.head ?? options.base ?? "HEAD" });
}

/** The commit that every cluster's ledger names as the one before. */
async function lastGood(terminal: Terminal, options: ApplyOptions): Promise<string> {
  const request = await requestFrom(options);
  const survey = await withLiveWorld(options, (world) => terminal.progress("reading the ledgers", statusOf(world, request)));
  const commits = [...new Set(commitsBefore(survey))];
  const [commit] = commits;
  if (commit === undefined)
    throw new UsageError("No ledger knows a run before the last that was made from a commit. Say where to go: `--to REV`.");
  if (commits.length > 1)
    throw new UsageError(`The clusters come from different commits (${commits.join(", ")}). Say where to go: \`--to REV\`.`);
  return commit;
}

function commitsBefore(survey: Survey): readonly string[] {
  return [...survey.clusters.values()].flatMap((seen) => {
    const commit = seen.kind === "surveyed" ? seen.ledger?.previous?.commit : undefined;
    return commit === undefined ? [] : [commit];
  });
}
