import { createHash } from "node:crypto";

/** What a test says a repository holds at one commit: text by path, or one of the things that are not plain files. */
export type Content = string | Uint8Array | { readonly symlink: string } | { readonly submodule: string };

export interface TreeItem {
  readonly path: string;
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  readonly size?: number;
}

/** A git object store in memory, with git's own object ids, so that a test may mix it with a real clone. */
export interface ObjectStore {
  readonly blobs: Map<string, Buffer>;
  readonly trees: Map<string, readonly TreeItem[]>;
  readonly commits: Map<string, { readonly tree: string; readonly parents: readonly string[]; readonly message?: string }>;
}

export function createObjectStore(): ObjectStore {
  return { blobs: new Map(), trees: new Map(), commits: new Map() };
}

/** Adds a commit of exactly these files; gives its id. */
export function addCommit(store: ObjectStore, files: Readonly<Record<string, Content>>, parents: readonly string[] = []): string {
  const tree = addTree(store, Object.entries(files));
  const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`)];
  const person = "Ana <ana@example.com> 1700000000 +0000";
  const sha = objectId(
    "commit",
    Buffer.from(`${lines.join("\n")}\nauthor ${person}\ncommitter ${person}\n\ncommit ${store.commits.size}\n`),
  );
  store.commits.set(sha, { tree, parents });
  return sha;
}

function addTree(store: ObjectStore, files: readonly (readonly [string, Content])[]): string {
  const folders = new Map<string, [string, Content][]>();
  const items: TreeItem[] = [];
  for (const [path, content] of files) {
    const slash = path.indexOf("/");
    if (slash < 0) items.push(addLeaf(store, path, content));
    else {
      const folder = path.slice(0, slash);
      folders.set(folder, [...(folders.get(folder) ?? []), [path.slice(slash + 1), content]]);
    }
  }
  for (const [folder, inside] of folders) items.push({ path: folder, mode: "040000", type: "tree", sha: addTree(store, inside) });
  return storeTree(store, items);
}

function storeTree(store: ObjectStore, unsorted: readonly TreeItem[]): string {
  // Git sorts a folder as if its name ended in a slash.
  const items = unsorted.toSorted((a, b) => Buffer.compare(Buffer.from(sortName(a)), Buffer.from(sortName(b))));
  const bytes = Buffer.concat(
    items.map((item) => Buffer.concat([Buffer.from(`${item.mode.replace(/^0/u, "")} ${item.path}\0`), Buffer.from(item.sha, "hex")])),
  );
  const sha = objectId("tree", bytes);
  store.trees.set(sha, items);
  return sha;
}

function sortName(item: TreeItem): string {
  return item.type === "tree" ? `${item.path}/` : item.path;
}

function addLeaf(store: ObjectStore, path: string, content: Content): TreeItem {
  if (typeof content === "object" && "submodule" in content) return { path, mode: "160000", type: "commit", sha: content.submodule };
  const link = typeof content === "object" && "symlink" in content;
  const bytes = Buffer.from(link ? content.symlink : content);
  const sha = objectId("blob", bytes);
  store.blobs.set(sha, bytes);
  return { path, mode: link ? "120000" : "100644", type: "blob", sha, size: bytes.length };
}

function objectId(kind: string, bytes: Buffer): string {
  return createHash("sha1").update(`${kind} ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Adds a file's content; gives its id and size. */
export function putBlob(store: ObjectStore, content: string): { readonly sha: string; readonly size: number } {
  const { sha, size = 0 } = addLeaf(store, "", content);
  return { sha, size };
}

/** Adds the tree of these leaves, named by full paths; gives its id. */
export function putTree(store: ObjectStore, leaves: readonly TreeItem[]): string {
  const folders = Map.groupBy(leaves, ({ path }) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : ""));
  const items = [...folders].flatMap(([folder, inside]): readonly TreeItem[] => {
    if (folder === "") return inside;
    const below = inside.map((item) => ({ ...item, path: item.path.slice(folder.length + 1) }));
    return [{ path: folder, mode: "040000", type: "tree", sha: putTree(store, below) }];
  });
  return storeTree(store, items);
}

/** Adds a commit; gives its id. */
export function putCommit(
  store: ObjectStore,
  commit: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
): string {
  const sha = objectId("commit", Buffer.from(`${JSON.stringify(commit)} ${store.commits.size}`));
  store.commits.set(sha, commit);
  return sha;
}

/** Every leaf and folder below a tree, by full path, as `recursive=1` lists them. */
export function listRecursively(store: ObjectStore, sha: string, prefix = ""): readonly TreeItem[] {
  return (store.trees.get(sha) ?? []).flatMap((item) => {
    const full = { ...item, path: `${prefix}${item.path}` };
    return item.type === "tree" ? [full, ...listRecursively(store, item.sha, `${full.path}/`)] : [full];
  });
}

/** The first common ancestor, by breadth: enough for the short histories of tests. */
export function mergeBase(store: ObjectStore, one: string, other: string): string | undefined {
  const ancestors = new Set(history(store, one));
  return history(store, other).find((commit) => ancestors.has(commit));
}

export function history(store: ObjectStore, from: string): readonly string[] {
  const found: string[] = [];
  const waiting = [from];
  for (let commit = waiting.shift(); commit !== undefined; commit = waiting.shift()) {
    if (found.includes(commit)) continue;
    found.push(commit);
    waiting.push(...(store.commits.get(commit)?.parents ?? []));
  }
  return found;
}
