import type { Pull } from "../../../chatops/index.ts";
import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";
import { authorsOf } from "./authors.ts";

/** A pull request as GitHub tells it at this moment. */
export interface PullFacts extends Pull {
  /** Name of the branch it wants to go to. */
  readonly baseRef: string;
  /** `undefined` while it is not merged. */
  readonly mergedBy: string | undefined;
  readonly mergeCommit: string | undefined;
  readonly isDraft: boolean;
}

const reading: Purpose = { request: "the pull request", permission: "pull-requests: read" };
const readingBase: Purpose = { request: "the tip of the base branch", permission: "contents: read" };

/**
 * Reads a pull request, the tip of its base branch and everybody who wrote a part of it.
 * @throws Problem `github-forbidden` (also where there is no such pull request), `github-unreachable`, `github-rate-limited`, `github-token-refused`
 */
export async function pullOf(connection: Connection, number: number): Promise<PullFacts> {
  const { octokit, owner, repo } = connection;
  const { data } = await ask(reading, () => octokit.rest.pulls.get({ owner, repo, pull_number: number }));
  const { head, base, user, commits } = data;
  const branch = head.repo === null ? undefined : { owner: head.repo.owner.login, repo: head.repo.name, ref: head.ref };
  const [tip, authors] = await Promise.all([
    tipOf(connection, base.ref),
    authorsOf(connection, { number, commits, author: user.login, base: base.sha, head: head.sha, branch }),
  ]);
  return {
    number,
    state: data.merged ? "merged" : data.state === "closed" ? "closed" : "open",
    // The repository of a fork's branch may be gone: then it is nobody's we trust.
    isFork: head.repo?.id !== base.repo.id,
    isPrivate: base.repo.private,
    head: head.sha,
    base: tip,
    authors,
    baseRef: base.ref,
    mergedBy: data.merged ? data.merged_by?.login : undefined,
    mergeCommit: data.merged ? (data.merge_commit_sha ?? undefined) : undefined,
    isDraft: data.draft === true,
  };
}

/** The commit a branch ends at now. What a pull request itself says of its base is as old as its last push. @throws Problem as `pullOf` */
export async function tipOf({ octokit, owner, repo }: Connection, branch: string): Promise<string> {
  const { data } = await ask(readingBase, () => octokit.rest.git.getRef({ owner, repo, ref: `heads/${branch}` }));
  return data.object.sha;
}
