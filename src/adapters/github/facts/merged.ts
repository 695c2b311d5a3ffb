import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";

const reading: Purpose = { request: "the pull requests of a commit", permission: "pull-requests: read" };

/** Numbers of the pull requests whose merge made this commit: none for one that was pushed. @throws Problem as `pullOf` */
export async function mergedAs({ octokit, owner, repo }: Connection, commit: string): Promise<readonly number[]> {
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, { owner, repo, commit_sha: commit, per_page: 100 }),
  );
  return all.filter((pull) => pull.merged_at !== null && pull.merge_commit_sha === commit).map(({ number }) => number);
}
