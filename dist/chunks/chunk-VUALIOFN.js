import { createRequire as isthmusCreateRequire } from "node:module";
const require = isthmusCreateRequire(import.meta.url);
import {
  problem
} from "./chunk-DOMCM5IR.js";
import {
  __name
} from "./chunk-V6HKU3TC.js";

// src/adapters/relevant.ts
var largestFile = 16 * 1024 * 1024;
var keyLike = /(?:^|\/)(?:kubeconfig|id_rsa|id_ed25519|[^/]*\.(?:pem|key|crt|kubeconfig))$/iu;
var documentLike = /\.(?:ya?ml|json)$/iu;
function relevant(listed) {
  const charts = listed.filter((entry) => entry.path.endsWith("/Chart.yaml")).map((entry) => entry.path.slice(0, -"Chart.yaml".length));
  return listed.filter(({ path }) => isOurs(path) || keyLike.test(path) || charts.some((folder) => path.startsWith(folder)));
}
__name(relevant, "relevant");
function isOurs(path) {
  if (path.startsWith("config/") || path.startsWith("clusters/")) return true;
  return !path.includes("/") && (documentLike.test(path) || path === "isthmus.lock");
}
__name(isOurs, "isOurs");
function entryOf(path, bytes) {
  if (bytes.includes(0)) return { kind: "binary", path, size: bytes.length };
  try {
    return { kind: "file", path, size: bytes.length, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: "binary", path, size: bytes.length };
  }
}
__name(entryOf, "entryOf");
function byPath(a, b) {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
__name(byPath, "byPath");

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
  const listed = (await list(folder, "")).filter((entry) => entry.kind === "file" && /\.(?:ya?ml|json)$/iu.test(entry.path));
  return Promise.all(listed.map((entry) => readNamed(join(folder, entry.path), entry.size)));
}
__name(readFolderOfYaml, "readFolderOfYaml");
async function readNamed(file, size) {
  const path = file.replaceAll("\\", "/");
  if (size > largestFile) return { kind: "too-large", path, size, limit: largestFile };
  return entryOf(path, await readFile(file));
}
__name(readNamed, "readNamed");
async function list(root, prefix) {
  const children = await readdir(join(root, prefix), { withFileTypes: true });
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
  return [{ path, kind: "file", size: (await lstat(join(root, path))).size }];
}
__name(listChild, "listChild");
async function readEntry(root, { path, kind, size }) {
  if (kind === "symlink") return { kind, path, target: await readlink(join(root, path)) };
  if (size > largestFile) return { kind: "too-large", path, size, limit: largestFile };
  return entryOf(path, await readFile(join(root, path)));
}
__name(readEntry, "readEntry");

export {
  largestFile,
  relevant,
  entryOf,
  byPath,
  readFolder,
  readFiles
};
