import { resolve } from "node:path";
import { problem } from "../../catalog/problem.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";
import { byPath, entryOf, type Listed, largestFile, relevant } from "../relevant.ts";
import { runGit } from "./run-git.ts";

/** A local repository, read by object. */
export interface GitFiles {
  /**
   * The tree of a revision: of the whole repository, or of `root` in it when the repository was opened in a folder below its top.
   * @throws Problem `revision-not-found`, `repository-unreadable`
   */
  read(revision: string): Promise<Tree>;
  /** The commit both revisions grew from, or `undefined` when there is none (or a shallow clone hides it). */
  mergeBase(one: string, other: string): Promise<string | undefined>;
}

/**
 * Reads commits from the object store of the local repository around `folder`. The working tree and the index are not looked at and not touched; objects are
 * read as they are stored, so neither filters nor hooks run.
 */
export function createGitFiles({ folder }: { readonly folder: string }): GitFiles {
  return {
    read: (revision) => readRevision(folder, revision),
    mergeBase: async (one, other) => {
      if ([one, other].some((revision) => revision.startsWith("-"))) return undefined;
      const { code, stdout } = await runGit(folder, ["merge-base", one, other]);
      return code === 0 ? stdout.toString("utf8").trim() : undefined;
    },
  };
}

async function readRevision(folder: string, revision: string): Promise<Tree> {
  const top = await runGit(folder, ["rev-parse", "--show-prefix"]);
  if (top.code !== 0)
    throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(top.stderr) || "git is not installed" });
  const commit = await resolveCommit(folder, revision);
  const listed = relevant(await list(folder, commit, top.stdout.toString("utf8").trim()));
  return { commit, entries: await readEntries(folder, listed) };
}

async function resolveCommit(folder: string, revision: string): Promise<string> {
  // A revision that begins with a dash would be read as an option.
  const found = revision.startsWith("-")
    ? undefined
    : await runGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (found?.code !== 0) throw problem("revision-not-found", { revision, repository: resolve(folder), fetch: fetchOf(revision) });
  return found.stdout.toString("utf8").trim();
}

/** The command that brings a revision. A server knows branches, tags and whole ids; `HEAD~1` and `main^` mean more history of what is here. */
function fetchOf(revision: string): string {
  const isRelative = /[~^@{}: ]|^-|^(?:HEAD)?$/u.test(revision);
  return isRelative ? "git fetch --unshallow origin" : `git fetch origin ${revision.replace(/^(?:refs\/remotes\/)?origin\//u, "")}`;
}

interface ListedObject extends Listed {
  readonly object: string;
}

async function list(folder: string, commit: string, prefix: string): Promise<readonly ListedObject[]> {
  const treeish = prefix === "" ? commit : `${commit}:${prefix.replace(/\/$/u, "")}`;
  const { code, stdout, stderr } = await runGit(folder, ["ls-tree", "-r", "-z", "-l", "--full-tree", treeish]);
  if (code !== 0) throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(stderr) });
  return stdout.toString("utf8").split("\0").filter(Boolean).map(parseLine);
}

/** `100644 blob <sha> <size>\t<path>`; the size of anything but a blob is `-`. */
function parseLine(line: string): ListedObject {
  const tab = line.indexOf("\t");
  const [mode = "", , object = "", size = "0"] = line.slice(0, tab).split(/ +/u);
  const kind = mode === "120000" ? "symlink" : mode === "160000" ? "submodule" : "file";
  return { path: line.slice(tab + 1), kind, size: Number(size) || 0, object };
}

async function readEntries(folder: string, objects: readonly ListedObject[]): Promise<readonly TreeEntry[]> {
  const wanted = objects.filter((entry) => entry.kind !== "submodule" && entry.size <= largestFile);
  const contents = await readBlobs(folder, [...new Set(wanted.map((entry) => entry.object))]);
  return objects.map((entry) => toEntry(entry, contents.get(entry.object))).sort(byPath);
}

function toEntry({ path, kind, size }: ListedObject, bytes: Uint8Array | undefined): TreeEntry {
  if (kind === "submodule") return { kind, path };
  if (bytes === undefined) return { kind: "too-large", path, size, limit: largestFile };
  if (kind === "symlink") return { kind, path, target: Buffer.from(bytes).toString("utf8") };
  return entryOf(path, bytes);
}

/** All blobs by one `git cat-file --batch`: answers are `<sha> blob <size>\n<bytes>\n`, in the order asked. */
async function readBlobs(folder: string, objects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const { code, stdout, stderr } = await runGit(folder, ["cat-file", "--batch"], objects.map((object) => `${object}\n`).join(""));
  if (code !== 0) throw problem("repository-unreadable", { repository: resolve(folder), why: firstLine(stderr) });
  const contents = new Map<string, Uint8Array>();
  let at = 0;
  while (at < stdout.length) {
    const end = stdout.indexOf(10, at);
    const [object = "", kind, size] = stdout.subarray(at, end).toString("utf8").split(" ");
    // A partial clone may lack a blob: git says `<sha> missing` and goes on.
    if (kind !== "blob")
      throw problem("repository-unreadable", { repository: resolve(folder), why: `object ${object} is ${kind ?? "missing"}` });
    contents.set(object, stdout.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
  return contents;
}

function firstLine(text: string): string {
  return text.split("\n")[0]?.replace(/^fatal: /u, "") ?? "";
}
