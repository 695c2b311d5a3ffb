import { createGitFiles } from "../../../adapters/git/index.ts";
import { type LastRun, lastRunOf } from "../../../model/state.ts";
import type { Request } from "../../../model/study.ts";
import type { Survey } from "../../../model/survey.ts";
import { statusOf } from "../../../pipeline.ts";
import { leadsForth } from "../../leads-forth.ts";
import { withLiveWorld } from "../../live-world.ts";
import { UsageError } from "../../run.ts";
import type { ApplyOptions } from "../live-options.ts";
import { decidedRequestFrom } from "../options.ts";
import type { Terminal } from "../terminal.ts";
import { carryOut } from "./apply.ts";

/**
 * `isthmus rollback`: applies the mesh of an earlier commit. It is a plan like any other: rendered from that commit, compared with what the clusters hold, checked
 * before the first write. What cannot be taken back is marked in it, and was told when the plan that is taken back was made.
 */
export async function rollback(terminal: Terminal, options: ApplyOptions & { readonly to?: string }): Promise<number> {
  const asked = await decidedRequestFrom(options);
  const survey = await withLiveWorld(options, (world) => terminal.progress("reading the ledgers", statusOf(world, asked)));
  const last = lastRunOf(survey);
  const to = options.to ?? previousCommit(last, survey);
  terminal.tell(`isthmus: going back to ${to}${last === undefined ? "" : ` from ${last.run.commit ?? "a folder"} (run ${last.run.id})`}`);
  const isForth = await leadsForth(createGitFiles({ folder: options.folder }), last?.run.commit, to);
  const { isBack, ...request } = requestBack(to, last, asked);
  return carryOut(terminal, options, isForth ? request : { ...request, isBack });
}

/** What was applied last is what is compared with, as it is: clusters that only it has leave the mesh again. What governs is still the newest: the folder, or `--head`. */
function requestBack(to: string, last: LastRun | undefined, { at, clusters, head }: Request): Request & { readonly isBack: true } {
  const newest = head.kind === "commit" ? head.revision : "HEAD";
  const base = last?.run.commit ?? newest;
  return {
    head: { kind: "commit", revision: to },
    base: { kind: "commit", revision: base },
    trusted: head,
    at,
    clusters,
    isBack: true,
  };
}

/** @throws Problem of a cluster that could not be read, where no other has a ledger: its own may name a run. */
function previousCommit(last: LastRun | undefined, { clusters }: Survey): string {
  const unread = [...clusters.values()].find((seen) => seen.kind === "unreachable");
  if (last === undefined && unread !== undefined) throw unread.why;
  if (last === undefined) throw new UsageError("No cluster has a ledger: nothing was applied yet, so there is nothing to go back from.");
  const { run, previous } = last;
  if (previous === undefined)
    throw new UsageError(`No ledger knows a run before ${run.id} that ended well. Say where to go: \`--to REV\`.`);
  if (previous.commit === undefined)
    throw new UsageError(
      `The run before, ${previous.id} by ${previous.by}, was made from a folder and not from a commit. Say where to go: \`--to REV\`.`,
    );
  return previous.commit;
}
