import { isRead } from "../../load/index.ts";
import type { ChartSource } from "../../model/chart.ts";
import type { Study } from "../../model/study.ts";
import type { Tree, TreeEntry } from "../../model/tree.ts";

/**
 * Whether a change touches something of the mesh: a file whose documents are read, a file that a finding is about, or what a chart in the repository is made of.
 * With nothing to compare with everything is touched.
 */
export function touchesMesh({ head, base, findings }: Pick<Study, "head" | "base" | "findings">): boolean {
  if (base === undefined) return true;
  const named = new Set(findings.map(({ source }) => source?.file));
  const folders = [head, base].flatMap(({ mesh }) => (mesh?.clusters ?? []).flatMap(({ istio }) => chartFolder(istio.charts)));
  const isOfMesh = (path: string): boolean => isRead(path) || named.has(path) || folders.some((folder) => path.startsWith(folder));
  return changed(head.tree, base.tree).some(isOfMesh);
}

function chartFolder(source: ChartSource): readonly string[] {
  return source.kind === "path" ? [source.folder === "." ? "" : `${source.folder}/`] : [];
}

/** Paths that are on one side only, or not the same on both. */
function changed(head: Tree, base: Tree): readonly string[] {
  const before = new Map(base.entries.map((entry) => [entry.path, entry]));
  const others = head.entries.filter((entry) => {
    const was = before.get(entry.path);
    before.delete(entry.path);
    return was === undefined || !isSame(entry, was);
  });
  return [...others.map(({ path }) => path), ...before.keys()];
}

/** Of files whose bytes are not held (binary, too large) only the size is compared. */
function isSame(entry: TreeEntry, was: TreeEntry): boolean {
  if (entry.kind === "file" || was.kind === "file")
    return entry.kind === was.kind && "text" in entry && "text" in was && entry.text === was.text;
  return JSON.stringify(entry) === JSON.stringify(was);
}
