import type { Lock } from "../../chatops/index.ts";
import type { Surveyed } from "../../model/survey.ts";
import { statusOf } from "../../pipeline.ts";
import { withLiveWorld } from "../live-world.ts";
import type { Conversation } from "./heard.ts";

/** Who holds which cluster of the mesh now. One that cannot be read is held by nobody here: a run asks it itself before it writes anything there. */
export async function locksIn({ rules, place, repository }: Conversation, at: number): Promise<readonly Lock[]> {
  if (rules.mesh.clusters.length === 0) return [];
  const tip = { kind: "commit", revision: rules.commit } as const;
  const request = { head: tip, base: undefined, trusted: tip, at, clusters: [] };
  const seen = await withLiveWorld({ folder: place.folder, world: repository.world }, (world) => statusOf(world, request));
  return [...seen.clusters].flatMap(([cluster, survey]) => (survey.kind === "surveyed" ? lockOf(cluster, survey) : []));
}

function lockOf(cluster: string, seen: Surveyed): readonly Lock[] {
  const { lock } = seen;
  const held: readonly Lock[] =
    lock === undefined ? [] : [{ cluster, kind: "person", holder: lock.holder, pull: lock.pull, until: lock.expiresAt }];
  return [...held, ...leaseOf(cluster, seen)];
}

function leaseOf(cluster: string, { lease }: Surveyed): readonly Lock[] {
  if (lease === undefined) return [];
  return [{ cluster, kind: "run", holder: lease.holder, pull: pullIn(lease.holder), until: lease.expiresAt }];
}

/** The pull request a run is for, from what it wrote as the holder of a lease: its id, "by", and what `runBy` says. */
export function pullIn(holder: string): number | undefined {
  const found = /^\S+ by \S+ on #(?<number>\d{1,9}) \(run /u.exec(holder)?.groups?.["number"];
  return found === undefined ? undefined : Number(found);
}

/** Who started a run by a comment: for the ledgers, and for `pullIn`. */
export function runBy(login: string, pull: number, attempt: string): string {
  return `${login} on #${pull} (run ${attempt})`;
}
