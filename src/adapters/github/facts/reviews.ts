import type { Review } from "../../../chatops/index.ts";
import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";

const reading: Purpose = { request: "the reviews of the pull request", permission: "pull-requests: read" };

const verdicts: Readonly<Record<string, Review["verdict"]>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "refused",
  DISMISSED: "withdrawn",
};

/**
 * The last word of everybody who reviewed, by login. Remarks without a verdict change nothing; what was dismissed or followed by a request for changes is no
 * approval any more, and an older approval does not come back for it.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`
 */
export async function reviewsOf({ octokit, owner, repo }: Connection, number: number): Promise<readonly Review[]> {
  const all = await ask(reading, () =>
    octokit.paginate(octokit.rest.pulls.listReviews, { owner, repo, pull_number: number, per_page: 100 }),
  );
  const last = new Map<string, Review>();
  // Oldest first, as GitHub lists them.
  for (const { user, state, commit_id: commit, submitted_at: submitted } of all) {
    const verdict = verdicts[state];
    if (user === null || verdict === undefined || commit === null || submitted === undefined) continue;
    last.set(user.login, { login: user.login, verdict, commit, at: Date.parse(submitted) });
  }
  return [...last.values()].sort((a, b) => (a.login < b.login ? -1 : 1));
}
