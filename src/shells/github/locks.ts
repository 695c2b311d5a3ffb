import type { PullFacts } from "../../adapters/github/index.ts";
import type { Lock } from "../../chatops/index.ts";
import type { Surveyed } from "../../model/survey.ts";
import { statusOf } from "../../pipeline.ts";
import { withLiveWorld } from "../live-world.ts";
import type { Conversation } from "./heard.ts";
import { unmergedIn } from "./unmerged.ts";

/** Who holds which cluster of the mesh now. One that cannot be read is held by nobody here: a run asks it itself before it writes anything there. */
export async function locksIn({ rules, place, repository, pull }: Conversation, at: number): Promise<readonly Lock[]> {
  if (rules.mesh.clusters.length === 0) return [];
  const tip = { kind: "commit", revision: rules.commit } as const;
  const request = { head: tip, base: undefined, trusted: tip, at, clusters: [] };
  const seen = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => statusOf(world, request));
  const held = [...seen.clusters].flatMap(([cluster, survey]) => (survey.kind === "surveyed" ? lockOf(cluster, survey, pull) : []));
  return [...held, ...(await unmergedIn({ rules, place, repository, pull }, seen, commentedOn))];
}

function lockOf(cluster: string, seen: Surveyed, pull: Merged): readonly Lock[] {
  const { lock } = seen;
  const held: readonly Lock[] =
    lock === undefined ? [] : [{ cluster, kind: "person", holder: lock.holder, pull: lock.pull, until: lock.expiresAt }];
  return [...held, ...leaseOf(cluster, seen, pull)];
}

function leaseOf(cluster: string, { lease }: Surveyed, pull: Merged): readonly Lock[] {
  if (lease === undefined) return [];
  return [
    {
      cluster,
      kind: "run",
      holder: lease.holder,
      pull: isRunOf(pull, afterBy(lease.holder)) ? pull.number : pullIn(lease.holder),
      until: lease.expiresAt,
    },
  ];
}

/** The pull request whose comment began the run that holds a lease. `holder`: its id, "by", and what `runBy` says. */
export function pullIn(holder: string): number | undefined {
  return commentedOn(afterBy(holder));
}

/** What a run needs of a pull request to know whether it is its own. */
type Merged = Pick<PullFacts, "number" | "mergeCommit">;

/** Whether a run is a pull request's: one of its comments began it, or the push that merged it. `by`: as the ledger has it. */
export function isRunOf({ number, mergeCommit }: Merged, by: string): boolean {
  return commentedOn(by) === number || (mergeCommit !== undefined && by.startsWith(`push of ${mergeCommit.slice(0, 7)} `));
}

/** Whether a push began the run, by what its ledger says of it. */
export function isPush(by: string): boolean {
  return commentedOn(by) === undefined;
}

function commentedOn(by: string): number | undefined {
  const found = /^\S+ on #(?<number>\d{1,9}) \(run /u.exec(by)?.groups?.["number"];
  return found === undefined ? undefined : Number(found);
}

function afterBy(holder: string): string {
  return /^\S+ by (?<by>.*)$/u.exec(holder)?.groups?.["by"] ?? "";
}

/** Who started a run by a comment: for the ledgers, and for `commentedOn`. */
export function runBy(login: string, pull: number, attempt: string): string {
  return `${login} on #${pull} (run ${attempt})`;
}
