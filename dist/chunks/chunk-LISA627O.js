import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  byPath,
  entryOf,
  largestFile,
  relevant
} from "./chunk-BL7GU2HU.js";
import {
  problem
} from "./chunk-2LKWYJTG.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/disk.ts
import { lstat, readdir, readFile, readlink, stat } from "node:fs/promises";
import { join } from "node:path";
async function readFolder(folder) {
  const found = await stat(folder).catch(() => void 0);
  if (!found?.isDirectory()) throw problem("folder-not-found", { folder });
  const wanted = relevant(await list(folder, ""));
  const entries = await Promise.all(wanted.map((entry) => readEntry(folder, entry)));
  return { commit: void 0, entries: entries.sort(byPath) };
}
__name(readFolder, "readFolder");
async function readFiles(files) {
  const entries = [];
  for (const file of files) {
    const found = await stat(file).catch(() => void 0);
    if (found === void 0) throw problem("file-not-found", { file });
    if (found.isDirectory()) entries.push(...await readFolderOfYaml(file));
    else entries.push(await readNamed(file, found.size));
  }
  return { commit: void 0, entries: entries.sort(byPath) };
}
__name(readFiles, "readFiles");
async function readFolderOfYaml(folder) {
  const listed = (await list(folder, "")).filter(({ path }) => /\.(?:ya?ml|json)$/iu.test(path));
  return Promise.all(
    listed.map(async (entry) => {
      const path = join(folder, entry.path);
      return entry.kind === "file" ? readNamed(path, entry.size) : { ...await readEntry(folder, entry), path: path.replaceAll("\\", "/") };
    })
  );
}
__name(readFolderOfYaml, "readFolderOfYaml");
async function readNamed(file, size) {
  const path = file.replaceAll("\\", "/");
  if (size > largestFile) return { kind: "too-large", path, size, limit: largestFile };
  return entryOf(path, await readFile(file).catch(unreadable(file)));
}
__name(readNamed, "readNamed");
function unreadable(file) {
  return (error) => {
    throw problem("file-unreadable", { file, why: error.code ?? "unknown" }, error);
  };
}
__name(unreadable, "unreadable");
async function list(root, prefix) {
  const children = await readdir(join(root, prefix), { withFileTypes: true }).catch(unreadable(join(root, prefix)));
  const nested = await Promise.all(children.map((child) => listChild(root, prefix, child)));
  return nested.flat();
}
__name(list, "list");
async function listChild(root, prefix, child) {
  if (child.name === ".git" || child.name === "node_modules") return [];
  const path = `${prefix}${child.name}`;
  if (child.isSymbolicLink()) return [{ path, kind: "symlink", size: 0 }];
  if (child.isDirectory()) return list(root, `${path}/`);
  if (!child.isFile()) return [];
  return [{ path, kind: "file", size: (await lstat(join(root, path)).catch(unreadable(join(root, path)))).size }];
}
__name(listChild, "listChild");
async function readEntry(root, { path, kind, size }) {
  if (kind === "symlink") return { kind, path, target: await readlink(join(root, path)).catch(unreadable(join(root, path))) };
  if (size > largestFile) return { kind: "too-large", path, size, limit: largestFile };
  return entryOf(path, await readFile(join(root, path)).catch(unreadable(join(root, path))));
}
__name(readEntry, "readEntry");

export {
  readFolder,
  readFiles
};
