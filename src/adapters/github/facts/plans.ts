import { type Approval, approvalsFrom, type RecordedPlan, type Review } from "../../../chatops/index.ts";
import type { Permission } from "../../../model/chatops.ts";
import type { Secret } from "../../../model/secret.ts";
import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";
import { readRecord } from "../record.ts";
import { permissionOf } from "./person.ts";

/** Whose plans: several mesh repositories may lie in one Git repository, and a commit may be the head of several pull requests. */
export interface PlansOf {
  readonly pull: number;
  /** Of the mesh repository inside the Git repository; empty for the top. */
  readonly folder: string;
  /** Any of them may have signed. None: there are no records. */
  readonly keys: readonly Secret[];
}

const reading: Purpose = { request: "the plans of a commit", permission: "checks: read" };

/**
 * The plans of a pull request that were shown on one of its commits, oldest first: what our check runs wrote down there and one of the keys signed. The rest is no record.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`
 */
export async function recordsOf(
  { octokit, owner, repo }: Connection,
  sha: string,
  { pull, folder, keys }: PlansOf,
): Promise<readonly RecordedPlan[]> {
  if (keys.length === 0) return [];
  const name = folder === "" ? planCheck : `${planCheck} [${folder}]`;
  const runs = await ask(reading, () =>
    octokit.paginate(octokit.rest.checks.listForRef, { owner, repo, ref: sha, check_name: name, filter: "all", per_page: 100 }),
  );
  const repository = `${owner}/${repo}`.toLowerCase();
  return runs
    .flatMap(({ id, completed_at: completed, output }) => {
      const record = completed === null ? undefined : readRecord(output.text ?? "", { repository, sha, checkRun: id }, keys);
      if (record === undefined || completed === null || record.pull !== pull || record.folder !== folder) return [];
      // Signed when the check run was made, seen when it was completed; whoever may edit check runs can set the latter to any time.
      return [{ ...record, at: Math.max(record.made, Date.parse(completed)) }];
    })
    .sort((a, b) => a.at - b.at);
}

/** The check run that holds the plan of a mesh. */
export const planCheck = "isthmus / plan";

/**
 * What the approvals among these reviews stand for: who gave them, what they may do now, and the digests of the plan that they saw.
 * @throws Problem as `recordsOf`
 */
export async function approvalsOf(connection: Connection, reviews: readonly Review[], plans: PlansOf): Promise<readonly Approval[]> {
  const approving = reviews.filter(({ verdict }) => verdict === "approved");
  const records = await eachOnce(
    approving.map(({ commit }) => commit),
    (sha) => recordsOf(connection, sha, plans),
  );
  const permissions = await eachOnce<Permission>(
    approving.map(({ login }) => login),
    (login) => permissionOf(connection, login),
  );
  return approvalsFrom(approving, records, permissions);
}

async function eachOnce<T>(keys: readonly string[], read: (key: string) => Promise<T>): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all([...new Set(keys)].map(async (key) => [key, await read(key)] as const)));
}
