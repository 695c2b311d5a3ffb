import { ask, type Purpose, statusOf } from "./ask.ts";
import type { Connection } from "./connect.ts";
import { whenThere } from "./trees.ts";
import { whoAmI } from "./who.ts";

/** A branch that we make and nobody else is meant to write to: one commit on top of another branch's. */
export interface OwnBranch {
  /** Without `refs/heads/`. */
  readonly name: string;
  /** The commit that its own stands on. */
  readonly base: string;
  /** Whole texts by path from the top of the Git repository. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** First line, and what stands below it. */
  readonly subject: string;
  readonly body: string;
  /** Equal for what needs no new commit. */
  readonly digest: string;
  /** Whether a commit of the same digest may stay; not where it was merged before, for then nothing would be left to merge. */
  readonly mayStay: boolean;
}

/** `foreign`: somebody else has written to it, and it is left as it is. */
export type BranchState = "created" | "updated" | "unchanged" | "foreign";

const reading: Purpose = { request: "the branch of a proposal", permission: "contents: write" };
const writing: Purpose = { request: "the branch of a proposal", permission: "contents: write" };
const digestLine = "Isthmus-Proposal: ";

/**
 * Brings a branch of ours up to date, through GitHub's object store: no clone, and GitHub signs the commit. What others have written to it is never overwritten.
 * @throws Problem `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`, `github-rejected`
 */
export async function putBranch(connection: Connection, branch: OwnBranch): Promise<BranchState> {
  const { octokit, owner, repo } = connection;
  const ref = `heads/${branch.name}`;
  const there = await tipOfBranch(connection, branch.name);
  if (there !== undefined && !(await isOurs(connection, { ...branch, tip: there }))) return "foreign";
  if (there !== undefined && branch.mayStay && (await digestOf(connection, there)) === branch.digest) return "unchanged";
  const sha = await commitOf(connection, branch);
  if (there === undefined) {
    await ask(writing, () => octokit.rest.git.createRef({ owner, repo, ref: `refs/${ref}`, sha }));
    return "created";
  }
  await ask(writing, () => octokit.rest.git.updateRef({ owner, repo, ref, sha, force: true }));
  return "updated";
}

/** Takes a branch of ours away; one that is gone, or that others have written to, is left alone. @throws Problem as `putBranch` */
export async function dropBranch(connection: Connection, branch: Pick<OwnBranch, "name" | "base">): Promise<void> {
  const { octokit, owner, repo } = connection;
  const tip = await tipOfBranch(connection, branch.name);
  if (tip === undefined || !(await isOurs(connection, { ...branch, tip }))) return;
  await ask(writing, () =>
    octokit.rest.git.deleteRef({ owner, repo, ref: `heads/${branch.name}` }).catch((error: unknown) => {
      if (statusOf(error) !== 422) throw error;
    }),
  );
}

async function tipOfBranch({ octokit, owner, repo }: Connection, name: string): Promise<string | undefined> {
  return (await whenThere(() => octokit.rest.git.getRef({ owner, repo, ref: `heads/${name}` })))?.data.object.sha;
}

interface Tip extends Pick<OwnBranch, "name" | "base"> {
  readonly tip: string;
}

/**
 * Nobody else has a commit on it, and nobody else pushed to it since it was made: a commit names whomever its writer liked, so the pushes are asked for too. Where they
 * cannot be read (an older server) the commits have to do.
 */
async function isOurs(connection: Connection, { name, base, tip }: Tip): Promise<boolean> {
  const { octokit, owner, repo } = connection;
  const me = await whoAmI(connection);
  const basehead = `${base}...${tip}`;
  const compared = await whenThere(() => octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead, per_page: 100 }));
  const commits = compared?.data.commits ?? [];
  if (compared === undefined || commits.length < compared.data.total_commits) return false;
  if (!commits.every(({ author }) => author !== null && "login" in author && author.login === me)) return false;
  const pushers = await pushersSinceMade(connection, name);
  return pushers.every((login) => login === me);
}

async function pushersSinceMade({ octokit, owner, repo }: Connection, name: string): Promise<readonly string[]> {
  const list = octokit.rest.repos.listActivities({ owner, repo, ref: `refs/heads/${name}`, per_page: 100 });
  const moves = await ask(reading, () =>
    list.catch((error: unknown) => {
      if ([403, 404].includes(statusOf(error) ?? 0)) return { data: [] };
      throw error;
    }),
  );
  // Newest first.
  const made = moves.data.findIndex(({ activity_type }) => activity_type === "branch_creation");
  return moves.data.slice(0, made < 0 ? undefined : made + 1).map(({ actor }) => actor?.login ?? "");
}

async function digestOf({ octokit, owner, repo }: Connection, commit: string): Promise<string | undefined> {
  const { data } = await ask(reading, () => octokit.rest.repos.getCommit({ owner, repo, ref: commit, per_page: 1 }));
  const line = data.commit.message.split("\n").findLast((text) => text.startsWith(digestLine));
  return line?.slice(digestLine.length);
}

async function commitOf({ octokit, owner, repo }: Connection, { base, files, subject, body, digest }: OwnBranch): Promise<string> {
  const { data: parent } = await ask(reading, () => octokit.rest.repos.getCommit({ owner, repo, ref: base, per_page: 1 }));
  const tree = files.map(({ path, text }) => ({ path, mode: "100644", type: "blob", content: text }) as const);
  const { data: made } = await ask(writing, () => octokit.rest.git.createTree({ owner, repo, base_tree: parent.commit.tree.sha, tree }));
  const message = `${subject}\n\n${body}\n\n${digestLine}${digest}`;
  const { data } = await ask(writing, () => octokit.rest.git.createCommit({ owner, repo, message, tree: made.sha, parents: [base] }));
  return data.sha;
}
