import { ask, type Purpose } from "../ask.ts";
import type { Connection } from "../connect.ts";

interface Written {
  readonly number: number;
  /** How many commits GitHub counts. */
  readonly commits: number;
  /** Who opened it. */
  readonly author: string;
  /** Where it is pushed to in this repository; `undefined` for a fork's. */
  readonly branch: string | undefined;
}

const reading: Purpose = { request: "the commits of the pull request", permission: "pull-requests: read" };

/** Who commits on behalf of others in GitHub's own editor. */
const notPeople: ReadonlySet<string> = new Set(["web-flow"]);

/** Logins of everybody who opened the pull request or wrote or committed a commit of it, sorted. */
export async function authorsOf({ octokit, owner, repo }: Connection, { number, author }: Written): Promise<readonly string[]> {
  const commits = await ask(reading, () =>
    octokit.paginate(octokit.rest.pulls.listCommits, { owner, repo, pull_number: number, per_page: 100 }),
  );
  const logins = commits.flatMap((commit) => [loginOf(commit.author), loginOf(commit.committer)]);
  const all = [author, ...logins.filter((login) => login !== undefined)];
  return [...new Set(all.filter((login) => !notPeople.has(login)))].sort();
}

/** GitHub gives an empty object for somebody it does not know. */
function loginOf(person: { readonly login?: string } | object | null): string | undefined {
  return person !== null && "login" in person ? person.login : undefined;
}
