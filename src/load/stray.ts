import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { startOf } from "../model/source.ts";
import type { Tree, TreeEntry } from "../model/tree.ts";
import { isKustomization, roleOf } from "./files.ts";

/** Files that look like ours and that nobody reads: silence about them would pass for agreement. */
export function strayFiles(tree: Tree): readonly Finding[] {
  return tree.entries.flatMap((entry) => {
    const { path } = entry;
    if (path.startsWith("config/") && isKustomization(path))
      return [finding("kustomization-not-supported", { file: path }, { source: startOf(path) })];
    if (roleOf(path).kind === "stray" || isInCapitals(path))
      return [finding("file-out-of-place", { file: path }, { source: startOf(path) })];
    return elsewhere(entry);
  });
}

/** `a.YAML` under `config/`: kubectl would not read it in a folder either. */
function isInCapitals(path: string): boolean {
  return path.startsWith("config/") && /\.(?:ya?ml|json)$/iu.test(path) && !/\.(?:ya?ml|json)$/u.test(path);
}

const ours = /^\s*\{?\s*["']?apiVersion["']?\s*:\s*["']?isthmus\.dev\//mu;

/**
 * A document of ours at the root under a name of its own, or in a folder below `clusters/`. It is looked for in the text: other programs keep files there, in
 * languages of their own.
 */
function elsewhere(entry: TreeEntry): readonly Finding[] {
  if (entry.kind !== "file" || !/\.(?:ya?ml|json)$/iu.test(entry.path)) return [];
  const { kind } = roleOf(entry.path);
  if (kind !== "root" && !(kind === "other" && entry.path.startsWith("clusters/"))) return [];
  const found = ours.exec(entry.text);
  if (found === null) return [];
  const line = entry.text.slice(0, found.index + found[0].length).split("\n").length;
  return [finding("mesh-document-elsewhere", { file: entry.path }, { source: { ...startOf(entry.path), line } })];
}
