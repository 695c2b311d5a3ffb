import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import type { Repository } from "../model/repository.ts";
import { isWithin, startOf } from "../model/source.ts";
import { roleOf, stemOf } from "./files.ts";
import type { MeshFile } from "./mesh-file.ts";

/** Rules that take a document or a file away. Every other finding about text leaves its document readable. */
const fatal: ReadonlySet<string> = new Set([
  "yaml-syntax",
  "too-many-aliases",
  "nested-too-deep",
  "too-many-documents",
  "too-many-entries",
  "too-many-keys",
  "too-many-unreadable",
  "file-too-large",
  "binary-file",
  "symlink-refused",
  "submodule-not-read",
  "ignored-document",
  "object-incomplete",
]);

/** The files of which at least a part could not be read, sorted; `dropped` are those that came too late to be read at all. */
export function unreadFiles(findings: readonly Finding[], dropped: readonly string[]): readonly string[] {
  const files = findings.flatMap(({ rule, source }) => (fatal.has(rule) && source !== undefined ? [source.file] : []));
  return [...new Set([...files, ...dropped])].filter(isOfMesh).sort();
}

/** True for a file of ours, and for a link or a submodule that stands where a folder of ours would. */
function isOfMesh(path: string): boolean {
  return roleOf(path).kind !== "other" || roleOf(`${path}/any.yaml`).kind !== "other";
}

/**
 * Clusters whose documents vanished in files that could not be read: by the name of their file, or because the default branch has them in that file. Without
 * this a slip of the pen in `clusters/west.yaml` would look like the removal of west.
 */
export function unreadClusters(
  written: MeshFile,
  unread: readonly string[],
  trusted: Repository | undefined,
): { readonly leftOut: readonly string[]; readonly findings: readonly Finding[] } {
  const files = unread.filter((file) => roleOf(file).kind === "mesh" || file === "clusters");
  const known = new Set([...(written.mesh?.clusters.map((cluster) => cluster.name) ?? []), ...written.leftOut]);
  const read = new Set(written.mesh?.clusters.map((cluster) => cluster.source.file));
  const lost = files.flatMap((file) => {
    const before = trusted?.mesh?.clusters.filter(({ source }) => isWithin(source.file, file)).map((cluster) => cluster.name) ?? [];
    const named = file.startsWith("clusters/") && !read.has(file) ? [stemOf(file)] : [];
    return [...new Set(before.length > 0 ? before : named)].filter((name) => !known.has(name)).map((name) => ({ name, file }));
  });
  const findings = lost.map(({ name, file }) =>
    finding("cluster-unread", { cluster: name, file }, { source: startOf(file), clusters: [name] }),
  );
  return { leftOut: [...written.leftOut, ...lost.map(({ name }) => name)].sort(), findings };
}
