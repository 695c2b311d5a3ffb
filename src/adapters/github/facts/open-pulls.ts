import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";

const reading: Purpose = { request: "the open pull requests", permission: "pull-requests: read" };

/** A pull request that is open. */
export interface OpenPull {
  readonly number: number;
  readonly head: string;
}

/** The open pull requests to a branch, the last touched first: so many at the most, and one page of GitHub's. @throws Problem as `pullOf` */
export async function openPullsTo({ octokit, owner, repo }: Connection, branch: string, most: number): Promise<readonly OpenPull[]> {
  const { data } = await ask(reading, () =>
    octokit.rest.pulls.list({ owner, repo, state: "open", base: branch, sort: "updated", direction: "desc", per_page: most }),
  );
  return data.map(({ number, head }) => ({ number, head: head.sha }));
}
