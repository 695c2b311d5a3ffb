import { problem } from "../../catalog/problem.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";
import { byPath, entryOf, largestFile, relevant } from "../relevant.ts";
import { fetchBlobs } from "./blobs.ts";
import type { Connection } from "./connect.ts";
import { descend, hidden, type Item, listTree, whenThere } from "./trees.ts";

/** Trees of a repository at GitHub. */
export interface GitHubFiles {
  /**
   * The mesh repository's part of the tree at a commit id, branch or tag, read as objects: nothing is checked out. Commits of forks are found as long as a pull
   * request names them.
   * @throws Problem `github-commit-hidden`, `github-tree-too-large`, `github-forbidden`, `github-unreachable`, `github-rate-limited`, `github-token-refused`
   */
  read(revision: string): Promise<Tree>;
  /** The commit from which `head` left `base`, or `undefined` when they share no history. @throws as `read`, without the first two */
  mergeBase(base: string, head: string): Promise<string | undefined>;
}

const mostFiles = 5000;
const mostBytes = 256 * 1024 * 1024;

/** `folder` is where the mesh repository begins inside the Git repository (`infra/mesh`, or empty); paths in trees are relative to it. */
export function createGitHubFiles(connection: Connection, { folder }: { readonly folder: string }): GitHubFiles {
  // Base and head share almost all their blobs: what was read for one is not asked for again.
  const known = new Map<string, Uint8Array>();
  return {
    read: (revision) => readRevision(connection, folder, revision, known),
    mergeBase: (base, head) => findMergeBase(connection, base, head),
  };
}

async function readRevision(connection: Connection, folder: string, revision: string, known: Map<string, Uint8Array>): Promise<Tree> {
  const commit = await resolveCommit(connection, revision);
  const root = await descend(connection, commit, folder);
  const items = root === undefined ? [] : relevant(await listTree(connection, root));
  refuseTooMuch(connection, commit, items);
  const wanted = new Map(items.filter((item) => isRead(item) && !known.has(item.sha)).map((item) => [item.sha, item]));
  for (const [sha, bytes] of await fetchBlobs(connection, [...wanted.values()])) known.set(sha, bytes);
  return { commit, entries: items.map((item) => entryFor(item, known)).sort(byPath) };
}

function isRead(item: Item): boolean {
  return item.kind !== "submodule" && item.size <= largestFile;
}

function entryFor(item: Item, known: ReadonlyMap<string, Uint8Array>): TreeEntry {
  const { path, kind, size } = item;
  if (kind === "submodule") return { kind, path };
  const bytes = isRead(item) ? known.get(item.sha) : undefined;
  if (bytes === undefined) return { kind: "too-large", path, size, limit: largestFile };
  if (kind === "symlink") return { kind, path, target: Buffer.from(bytes).toString("utf8") };
  return entryOf(path, bytes);
}

function refuseTooMuch({ owner, repo }: Connection, revision: string, items: readonly Item[]): void {
  const bytes = items.filter(isRead).reduce((sum, item) => sum + item.size, 0);
  const repository = `${owner}/${repo}`;
  if (items.length > mostFiles)
    throw problem("github-tree-too-large", { repository, revision, count: items.length, what: "files", limit: mostFiles });
  if (bytes > mostBytes) throw problem("github-tree-too-large", { repository, revision, count: bytes, what: "bytes", limit: mostBytes });
}

async function resolveCommit(connection: Connection, revision: string): Promise<string> {
  const { octokit, owner, repo } = connection;
  if (/^[0-9a-f]{40}$/u.test(revision)) return revision;
  const found = await whenThere(() => octokit.rest.repos.getCommit({ owner, repo, ref: revision, per_page: 1 }));
  if (found === undefined) throw hidden(connection, revision);
  return found.data.sha;
}

async function findMergeBase({ octokit, owner, repo }: Connection, base: string, head: string): Promise<string | undefined> {
  const compared = await whenThere(() =>
    octokit.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${base}...${head}`, per_page: 1 }),
  );
  return compared?.data.merge_base_commit.sha;
}
