import type { Chart, ChartRequest } from "../../model/chart.ts";
import { type JsonObject, textAt } from "../../model/json.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";
import { chartFrom, readMetadata } from "./chart.ts";
import { helmIgnore } from "./helmignore.ts";
import { nearest } from "./nearest.ts";
import { missing, Trouble, unreadable } from "./trouble.ts";

/**
 * A chart from a folder of the repository, of any layout: charts are found by the name and version in their `Chart.yaml`.
 * @throws Trouble
 */
export function findInFolder(tree: Tree, folder: string, request: ChartRequest): Chart {
  const within = folder === "." || folder === "" ? "" : `${folder}/`;
  const manifests = tree.entries.filter(({ path }) => path.startsWith(within) && /(?:^|\/)Chart\.yaml$/u.test(path));
  const roots = manifests.map(({ path }) => path.slice(0, -"Chart.yaml".length));
  const found = roots.filter((root, index) => !isSubchart(root, roots) && isWanted(manifests[index], request));
  const [root, second] = found;
  if (root === undefined) throw notFound(tree, { folder, manifests, request });
  if (second !== undefined) throw unreadable(`it is there twice, in ${nameOf(root)} and ${nameOf(second)}`);
  return chartFrom(filesBelow(tree, root), `path:${nameOf(root)}`);
}

function nameOf(root: string): string {
  return root.replace(/\/$/u, "") || ".";
}

interface Search {
  readonly folder: string;
  readonly manifests: readonly TreeEntry[];
  readonly request: ChartRequest;
}

/** Why there is none: the folder is none, a file that cannot be read may have been the one, or it is another version. */
function notFound(tree: Tree, { folder, manifests, request }: Search): Trouble {
  const link = tree.entries.find(({ path, kind }) => kind !== "file" && (path === folder || folder.startsWith(`${path}/`)));
  if (link !== undefined) return unreadable(`${link.path} is a ${link.kind}, and nothing outside of the repository is read`);
  for (const entry of manifests) {
    const metadata = metadataOf(entry);
    if (metadata instanceof Trouble) return unreadable(`${entry.path} may be it: ${metadata.message}`, metadata);
  }
  return missing(others(manifests, request));
}

/** What a `Chart.yaml` says, or why nobody can tell. */
function metadataOf(entry: TreeEntry | undefined): JsonObject | Trouble {
  try {
    return readMetadata(entry?.kind === "file" ? entry.text : undefined);
  } catch (cause) {
    if (cause instanceof Trouble) return cause;
    throw cause;
  }
}

/** Versions of the same chart that the folder holds. A file that cannot be read is not one of them. */
function others(manifests: readonly TreeEntry[], { name, version }: ChartRequest): readonly string[] {
  const found = manifests.flatMap((entry) => {
    const metadata = metadataOf(entry);
    return !(metadata instanceof Trouble) && textAt(metadata, "name") === name ? [textAt(metadata, "version") ?? ""] : [];
  });
  return nearest(version, found);
}

function isSubchart(root: string, roots: readonly string[]): boolean {
  return roots.some((other) => other !== root && root.startsWith(`${other}charts/`));
}

function isWanted(entry: TreeEntry | undefined, { name, version }: ChartRequest): boolean {
  const metadata = metadataOf(entry);
  if (metadata instanceof Trouble) return false;
  return textAt(metadata, "name") === name && textAt(metadata, "version")?.replace(/^v/u, "") === version.replace(/^v/u, "");
}

function filesBelow(tree: Tree, root: string): ReadonlyMap<string, string> {
  const below = tree.entries.filter(({ path }) => path.startsWith(root)).map((entry) => ({ entry, path: entry.path.slice(root.length) }));
  const rules = below.find(({ path }) => path === ".helmignore")?.entry;
  const ignored = helmIgnore(rules?.kind === "file" ? rules.text : "");
  const files = below.filter(({ path }) => !ignored(path)).map(({ entry, path }) => [path, textOf(entry)] as const);
  return new Map(files);
}

function textOf(entry: TreeEntry): string {
  switch (entry.kind) {
    case "file":
      return entry.text;
    case "too-large":
      throw unreadable(`${entry.path} is larger than ${entry.limit >> 20} MB`);
    case "binary":
      throw unreadable(`${entry.path} is not text; list it in the chart's .helmignore`);
    case "symlink":
    case "submodule":
      throw unreadable(`${entry.path} is a ${entry.kind}, and nothing outside of the repository is read`);
  }
}
