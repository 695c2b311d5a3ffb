import type { Chart, ChartRequest } from "../../model/chart.ts";
import { textAt } from "../../model/json.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";
import { chartFrom, readMetadata } from "./chart.ts";
import { helmIgnore } from "./helmignore.ts";
import { nearest } from "./nearest.ts";
import { missing, unreadable } from "./trouble.ts";

/**
 * A chart from a folder of the repository, of any layout: charts are found by the name and version in their `Chart.yaml`.
 * @throws Trouble
 */
export function findInFolder(tree: Tree, folder: string, request: ChartRequest): Chart {
  const within = folder === "." || folder === "" ? "" : `${folder}/`;
  const manifests = tree.entries.filter(({ path }) => path.startsWith(within) && /(?:^|\/)Chart\.yaml$/u.test(path));
  const roots = manifests.map(({ path }) => path.slice(0, -"Chart.yaml".length));
  const found = manifests.find((entry, index) => !isSubchart(roots[index] ?? "", roots) && isWanted(entry, request));
  if (found === undefined) throw missing(others(manifests, request));
  const root = found.path.slice(0, -"Chart.yaml".length);
  return chartFrom(filesBelow(tree, root), `path:${root.replace(/\/$/u, "") || "."}`);
}

/** Versions of the same chart that the folder holds. A file that cannot be read is not one of them. */
function others(manifests: readonly TreeEntry[], { name, version }: ChartRequest): readonly string[] {
  const found = manifests.flatMap((entry) => {
    const metadata = entry.kind === "file" ? readMetadata(entry.text) : {};
    return textAt(metadata, "name") === name ? [textAt(metadata, "version") ?? ""] : [];
  });
  return nearest(version, found);
}

function isSubchart(root: string, roots: readonly string[]): boolean {
  return roots.some((other) => other !== root && root.startsWith(`${other}charts/`));
}

function isWanted(entry: TreeEntry, { name, version }: ChartRequest): boolean {
  if (entry.kind !== "file") return false;
  const metadata = readMetadata(entry.text);
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
