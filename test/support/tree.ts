import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Tree, TreeEntry } from "../../src/model/tree.ts";

/** A tree from texts by path, as the disk adapter would read it. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  const entries = Object.keys(files)
    .sort()
    .map((path): TreeEntry => ({ kind: "file", path, size: Buffer.byteLength(files[path] ?? ""), text: files[path] ?? "" }));
  return { commit: undefined, entries };
}

/** A folder of a case as a tree. */
export function treeFrom(folder: string): Tree {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return treeOf(Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")])));
}
