import { ask, type Purpose, statusOf } from "../ask.ts";
import type { Connection } from "../connect.ts";

/** What is known of a pull request before its commits are read. */
export interface Written {
  readonly number: number;
  /** How many commits GitHub counts. */
  readonly commits: number;
  /** Who opened it. */
  readonly author: string;
  /** Ends of the range, for more commits than the pull request lists. */
  readonly base: string;
  readonly head: string;
  /** Where it is pushed to; `undefined` when that repository is gone. */
  readonly branch: { readonly owner: string; readonly repo: string; readonly ref: string } | undefined;
}

const reading: Purpose = { request: "the commits of the pull request", permission: "pull-requests: read" };
const comparing: Purpose = { request: "the commits of the pull request", permission: "contents: read" };
const readingPushes: Purpose = { request: "who pushed to the branch", permission: "contents: read" };

/** A pull request's own list ends here. */
const mostListed = 250;

/** Who commits on behalf of others in GitHub's own editor. */
const notPeople: ReadonlySet<string> = new Set(["web-flow"]);

/**
 * Logins of everybody who had a hand in a pull request, sorted: who opened it, whom its commits name, and who pushed them. A commit names whomever its writer liked,
 * so it may hide who wrote it; who pushed is what GitHub saw. Where pushes cannot be read (a private fork, an older server) the commits have to do.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`
 */
export async function authorsOf(connection: Connection, written: Written): Promise<readonly string[]> {
  const commits = written.commits > mostListed ? await compared(connection, written) : await listed(connection, written.number);
  const pushers = await pushersOf(connection, written.branch, new Set(commits.map(({ sha }) => sha)));
  const named = commits.flatMap(({ author, committer }) => [loginOf(author), loginOf(committer)]);
  const logins = [written.author, ...named, ...pushers].filter((login) => login !== undefined && !notPeople.has(login));
  return [...new Set(logins.filter((login) => login !== undefined))].sort();
}

/** Somebody as GitHub shows them in a commit: an empty object for whom it does not know. */
type Shown = { readonly login: string } | object | null;

interface Commit {
  readonly sha: string;
  readonly author: Shown;
  readonly committer: Shown;
}

function loginOf(person: Shown): string | undefined {
  return person !== null && "login" in person ? person.login : undefined;
}

function listed({ octokit, owner, repo }: Connection, number: number): Promise<readonly Commit[]> {
  return ask(reading, () => octokit.paginate(octokit.rest.pulls.listCommits, { owner, repo, pull_number: number, per_page: 100 }));
}

async function compared({ octokit, owner, repo }: Connection, { base, head }: Written): Promise<readonly Commit[]> {
  const found: Commit[] = [];
  for (let page = 1; ; page += 1) {
    const basehead = `${base}...${head}`;
    const { data } = await ask(comparing, () =>
      octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 100, page }),
    );
    found.push(...data.commits);
    if (data.commits.length === 0 || found.length >= data.total_commits) return found;
  }
}

/** Who brought one of these commits to the branch. */
async function pushersOf({ octokit }: Connection, branch: Written["branch"], commits: ReadonlySet<string>): Promise<readonly string[]> {
  if (branch === undefined) return [];
  const { owner, repo, ref } = branch;
  const list = octokit.paginate(octokit.rest.repos.listActivities, { owner, repo, ref: `refs/heads/${ref}`, per_page: 100 });
  const moves = await ask(readingPushes, () => list.catch(unreadable));
  return moves.flatMap(({ after, actor }) => (actor !== null && commits.has(after) ? [actor.login] : []));
}

function unreadable(error: unknown): readonly [] {
  if ([403, 404].includes(statusOf(error) ?? 0)) return [];
  throw error;
}
