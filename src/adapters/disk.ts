import type { Dirent } from "node:fs";
import { lstat, readdir, readFile, readlink, stat } from "node:fs/promises";
import { join } from "node:path";
import { problem } from "../catalog/problem.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { byPath, entryOf, type Listed, largestFile, relevant } from "./relevant.ts";

/** The mesh repository in a folder on disk, as it is now. Links are listed and never followed. @throws Problem `folder-not-found` */
export async function readFolder(folder: string): Promise<Tree> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw problem("folder-not-found", { folder });
  const wanted = relevant(await list(folder, ""));
  const entries = await Promise.all(wanted.map((entry) => readEntry(folder, entry)));
  return { commit: undefined, entries: entries.sort(byPath) };
}

/** Named files on disk, each under the name it was given by. @throws Problem `file-not-found` */
export async function readFiles(files: readonly string[]): Promise<Tree> {
  const entries: TreeEntry[] = [];
  for (const file of files) {
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) throw problem("file-not-found", { file });
    if (found.isDirectory()) entries.push(...(await readFolderOfYaml(file)));
    else entries.push(await readNamed(file, found.size));
  }
  return { commit: undefined, entries: entries.sort(byPath) };
}

async function readFolderOfYaml(folder: string): Promise<TreeEntry[]> {
  const listed = (await list(folder, "")).filter(({ path }) => /\.(?:ya?ml|json)$/iu.test(path));
  return Promise.all(
    listed.map(async (entry) => {
      const path = join(folder, entry.path);
      return entry.kind === "file"
        ? readNamed(path, entry.size)
        : { ...(await readEntry(folder, entry)), path: path.replaceAll("\\", "/") };
    }),
  );
}

async function readNamed(file: string, size: number): Promise<TreeEntry> {
  const path = file.replaceAll("\\", "/");
  if (size > largestFile) return { kind: "too-large", path, size, limit: largestFile };
  return entryOf(path, await readFile(file).catch(unreadable(file)));
}

/** A folder or file that is there and may not be read, or that went away meanwhile. */
function unreadable(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw problem("file-unreadable", { file, why: error.code ?? "unknown" }, error);
  };
}

async function list(root: string, prefix: string): Promise<Listed[]> {
  const children = await readdir(join(root, prefix), { withFileTypes: true }).catch(unreadable(join(root, prefix)));
  const nested = await Promise.all(children.map((child) => listChild(root, prefix, child)));
  return nested.flat();
}

async function listChild(root: string, prefix: string, child: Dirent): Promise<Listed[]> {
  if (child.name === ".git" || child.name === "node_modules") return [];
  const path = `${prefix}${child.name}`;
  if (child.isSymbolicLink()) return [{ path, kind: "symlink", size: 0 }];
  if (child.isDirectory()) return list(root, `${path}/`);
  if (!child.isFile()) return [];
  return [{ path, kind: "file", size: (await lstat(join(root, path)).catch(unreadable(join(root, path)))).size }];
}

async function readEntry(root: string, { path, kind, size }: Listed): Promise<TreeEntry> {
  if (kind === "symlink") return { kind, path, target: await readlink(join(root, path)).catch(unreadable(join(root, path))) };
  if (size > largestFile) return { kind: "too-large", path, size, limit: largestFile };
  return entryOf(path, await readFile(join(root, path)).catch(unreadable(join(root, path))));
}
