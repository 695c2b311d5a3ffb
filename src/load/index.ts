import { finding } from "../catalog/find.ts";
import type { Finding } from "../model/finding.ts";
import { bySeverityAndPlace } from "../model/finding.ts";
import type { Repository } from "../model/repository.ts";
import type { Tree } from "../model/tree.ts";
import { readAcceptances } from "./acceptances.ts";
import { readPlaces } from "./config.ts";
import { type LoadedDocument, readTree } from "./documents.ts";
import { isRead, type Role, roleOf } from "./files.ts";
import { governAcceptances, governMesh } from "./govern.ts";
import { readLock } from "./lock.ts";
import { readMeshFile } from "./mesh-file.ts";
import { placeConfig } from "./placement.ts";
import { isRistioctl, translate } from "./ristioctl.ts";
import { strayFiles } from "./stray.ts";
import { unreadClusters, unreadFiles } from "./unread.ts";

export { isRead } from "./files.ts";
export { type Import, importRistioctl } from "./import.ts";
export { type Chosen, type InitContext, type InitInput, initMesh, oneContextEach } from "./init.ts";
export { writeLock } from "./lock.ts";
export { loadPlain } from "./plain.ts";
export { vaultOf } from "./vault.ts";

/**
 * What a repository says, with everything that is wrong with its documents. Never throws on any tree. With `trusted` (the default branch as it was loaded)
 * the tree is a proposal: commands, credentials' names, chart addresses, acceptances and `apply` are taken from there.
 */
export function load(tree: Tree, trusted?: Repository): Repository {
  const { documents, findings: unreadable, dropped } = readTree(tree, isRead);
  const unread = unreadFiles(unreadable, dropped);
  const byRole = Map.groupBy(documents, rolesOnce());
  const of = (kind: Role["kind"]) => byRole.get(kind) ?? [];

  const { own, foreign, isRistioctlMesh, broken, findings: translated } = meshDocuments(of("mesh"), of("root"));
  const file = tree.entries.find(({ kind, path }) => kind === "file" && /^mesh\.ya?ml$/u.test(path))?.path;
  const written = readMeshFile([...own, ...foreign], broken, { isUnread: unread.some((path) => path.startsWith("mesh.")), file });
  const lost = unreadClusters(written, unread, trusted);
  const governed = written.mesh && trusted ? governMesh(written.mesh, trusted.mesh) : { mesh: written.mesh, findings: [] };
  const { mesh } = governed;
  const names = [...(mesh?.clusters.map((cluster) => cluster.name) ?? []), ...lost.leftOut];

  const accepted = readAcceptances(of("acceptances"), names);
  const acceptances = trusted ? governAcceptances(accepted.acceptances, trusted) : { acceptances: accepted.acceptances, findings: [] };
  const { lock, findings: lockFindings } = readLock(of("lock"));

  const read =
    mesh &&
    readPlaces(
      of("config"),
      mesh,
      lost.leftOut,
      trusted?.mesh?.clusters.map(({ name }) => name),
    );
  const placed = mesh && read ? placeConfig(mesh, read.places) : { config: new Map(), findings: [] };
  const findings: readonly Finding[][] = [
    [
      ...unreadable,
      ...translated,
      ...written.findings,
      ...lost.findings,
      ...governed.findings,
      ...accepted.findings,
      ...acceptances.findings,
      ...lockFindings,
    ],
    [...strayFiles(tree), ...(read?.findings ?? []), ...placed.findings],
  ];
  const all = withoutEchoes(findings.flat(), isRistioctlMesh, unread);
  return {
    tree,
    mesh,
    leftOut: lost.leftOut,
    unreadFiles: unreadFiles(all, dropped),
    config: placed.config,
    acceptances: acceptances.acceptances,
    lock,
    findings: all.sort(bySeverityAndPlace),
  };
}

/** The role of each document's file; documents of one file come one after the other, so its path is looked at once. */
function rolesOnce(): (document: LoadedDocument) => Role["kind"] {
  let last: { readonly file: string; readonly kind: Role["kind"] } | undefined;
  return ({ source: { file } }) => {
    if (last?.file !== file) last = { file, kind: roleOf(file).kind };
    return last.kind;
  };
}

/** Our documents, and those of ristioctl as ours. Where both are, ours count: ristioctl's are what was imported. */
function meshDocuments(inMeshFiles: readonly LoadedDocument[], atRoot: readonly LoadedDocument[]) {
  const own = inMeshFiles.filter((document) => !isRistioctl(document));
  const ristioctl = [...inMeshFiles, ...atRoot].filter(isRistioctl);
  const [first] = ristioctl;
  if (first === undefined) return { own, foreign: [], isRistioctlMesh: false, broken: [], findings: [] };
  if (own.length > 0)
    return {
      own,
      foreign: [],
      isRistioctlMesh: false,
      broken: [],
      findings: [finding("ristioctl-beside-mesh", {}, { source: first.source.place([]) })],
    };
  const { documents, findings, broken } = translate(ristioctl);
  return { own, foreign: documents, isRistioctlMesh: true, broken, findings };
}

function placeOf({ source }: Finding): string {
  return `${source?.file}:${source?.line}:${source?.column}`;
}

/** What is said to be missing may stand in a file that could not be read: its remedy would take a right line away. By rule, the part of the repository. */
const mayBeUnread: Readonly<Record<string, Role["kind"]>> = { "wave-unknown": "mesh", "patch-without-object": "config" };

/**
 * Leaves out what another finding says better, what a file that could not be read may hold, and advice to set a key that ristioctl's documents do not have. Where
 * these give no mesh, their own findings say why.
 */
function withoutEchoes(findings: readonly Finding[], isRistioctlMesh: boolean, unread: readonly string[]): Finding[] {
  const lost = new Set(unread.map((file) => roleOf(file).kind));
  const unquoted = new Set(findings.filter(({ rule }) => rule === "unquoted-text").map(placeOf));
  return findings.filter((entry) => {
    const holder = mayBeUnread[entry.rule];
    if (holder !== undefined && lost.has(holder)) return false;
    if (entry.rule === "float-like-version" || entry.rule === "yaml-1-1-boolean") return !unquoted.has(placeOf(entry));
    return !isRistioctlMesh || (entry.rule !== "kubernetes-version-missing" && entry.rule !== "mesh-missing");
  });
}
