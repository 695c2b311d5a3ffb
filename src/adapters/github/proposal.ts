import { ask, once, type Purpose } from "./ask.ts";
import type { Connection } from "./connect.ts";

/** A pull request from a branch of ours. */
export interface OwnPull {
  readonly number: number;
  readonly url: string;
  readonly state: "open" | "closed";
  readonly isMerged: boolean;
  readonly title: string;
  readonly body: string;
}

const permission =
  "pull-requests: write (and, for a job's own token, the setting of the repository by which Actions may create pull requests)";
const reading: Purpose = { request: "the pull request of a proposal", permission };
const writing: Purpose = { request: "the pull request of a proposal", permission };

/** The pull request from this branch that is open, else the newest of those that were. @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited` */
export async function pullFrom({ octokit, owner, repo }: Connection, branch: string): Promise<OwnPull | undefined> {
  const head = `${owner}:${branch}`;
  const { data } = await ask(reading, () =>
    octokit.rest.pulls.list({ owner, repo, head, state: "all", sort: "created", direction: "desc", per_page: 30 }),
  );
  // A server that does not know the filter would give others.
  const ours = data.filter((pull) => pull.head.ref === branch && pull.head.repo?.id === pull.base.repo.id);
  const found = ours.find(({ state }) => state === "open") ?? ours[0];
  return found && shown(found);
}

interface Listed {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged_at: string | null;
  readonly title: string;
  readonly body: string | null;
}

function shown({ number, html_url: url, state, merged_at, title, body }: Listed): OwnPull {
  return { number, url, state: state === "open" ? "open" : "closed", isMerged: merged_at !== null, title, body: body ?? "" };
}

/** Opens one; a lost answer does not open two. @throws Problem as `pullFrom`, and `github-rejected` */
export async function openPullFrom(
  connection: Connection,
  { branch, base, title, body }: { readonly branch: string; readonly base: string; readonly title: string; readonly body: string },
): Promise<OwnPull> {
  const { octokit, owner, repo } = connection;
  const send = async () =>
    shown((await octokit.rest.pulls.create({ owner, repo, head: branch, base, title, body, request: { retries: 0 } })).data);
  const found = async () => {
    const there = await pullFrom(connection, branch);
    return there?.state === "open" ? there : undefined;
  };
  return once(writing, send, found);
}

/** Says what a pull request is about, or closes it. @throws Problem as `pullFrom` */
export async function changePull(
  { octokit, owner, repo }: Connection,
  number: number,
  change: { readonly title?: string; readonly body?: string; readonly state?: "closed" },
): Promise<void> {
  await ask(writing, () => octokit.rest.pulls.update({ owner, repo, pull_number: number, ...change }));
}

/** The branch that everything is merged to, by name. @throws Problem as `pullFrom` */
export async function defaultBranchOf({ octokit, owner, repo }: Connection): Promise<string> {
  const { data } = await ask({ request: "the repository", permission: "metadata: read" }, () => octokit.rest.repos.get({ owner, repo }));
  return data.default_branch;
}
