import { problem } from "../../catalog/problem.ts";
import type { Problem } from "../../model/problem.ts";
import type { Listed } from "../relevant.ts";
import { ask, type Purpose, statusOf } from "./ask.ts";
import type { Connection } from "./connect.ts";

/** A leaf of a tree: a blob or a submodule, with its object id. */
export interface Item extends Listed {
  readonly sha: string;
}

const reading: Purpose = { request: "the files of a commit", permission: "contents: read" };
const mostListings = 300;

interface Listing {
  readonly truncated: boolean;
  readonly tree: readonly {
    readonly path?: string;
    readonly mode?: string;
    readonly type?: string;
    readonly sha?: string | null;
    readonly size?: number;
  }[];
}

async function getTree(connection: Connection, sha: string, recursive: boolean): Promise<Listing> {
  const { octokit, owner, repo } = connection;
  const parameters = { owner, repo, tree_sha: sha, ...(recursive ? { recursive: "1" } : {}) };
  const found = await whenThere(() => octokit.rest.git.getTree(parameters));
  if (found === undefined) throw hidden(connection, sha);
  return found.data;
}

/** The tree object of `folder` in a commit, or `undefined` when the commit has no such folder. */
export async function descend(connection: Connection, commit: string, folder: string): Promise<string | undefined> {
  let at = commit;
  for (const step of folder.split("/").filter(Boolean)) {
    const { tree } = await getTree(connection, at, false);
    const child = tree.find((item) => item.path === step && item.type === "tree");
    if (!child?.sha) return undefined;
    at = child.sha;
  }
  return at;
}

/** Everything below a tree. GitHub cuts a recursive listing at 100,000 entries; then each folder is listed by itself. */
export async function listTree(connection: Connection, root: string): Promise<readonly Item[]> {
  const found: Item[] = [];
  const waiting: { readonly sha: string; readonly prefix: string }[] = [{ sha: root, prefix: "" }];
  let listings = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    listings += 1;
    if (listings > mostListings) throw tooManyFolders(connection, root, listings);
    const { sha, prefix } = next;
    const whole = await getTree(connection, sha, true);
    const { tree } = whole.truncated ? await getTree(connection, sha, false) : whole;
    for (const item of tree) {
      const path = `${prefix}${item.path ?? ""}`;
      if (item.type !== "tree") found.push(toItem(path, item));
      else if (whole.truncated && item.sha) waiting.push({ sha: item.sha, prefix: `${path}/` });
    }
  }
  return found;
}

function tooManyFolders({ owner, repo }: Connection, revision: string, count: number) {
  return problem("github-tree-too-large", { repository: `${owner}/${repo}`, revision, count, what: "folders", limit: mostListings });
}

function toItem(path: string, { mode, sha, size }: Listing["tree"][number]): Item {
  const kind = mode === "120000" ? "symlink" : mode === "160000" ? "submodule" : "file";
  return { path, kind, size: size ?? 0, sha: sha ?? "" };
}

/** The answer, or `undefined` when GitHub says that there is no such thing: 404; 409 for an empty repository; 422 for what is no revision at all. */
export async function whenThere<T>(send: () => Promise<T>): Promise<T | undefined> {
  return ask(reading, () =>
    send().catch((error: unknown) => {
      if ([404, 409, 422].includes(statusOf(error) ?? 0)) return undefined;
      throw error;
    }),
  );
}

/** Why a commit cannot be read. */
export function hidden({ owner, repo }: Connection, revision: string): Problem {
  return problem("github-commit-hidden", { revision, repository: `${owner}/${repo}` });
}
