import type { Finding } from "../model/finding.ts";
import { bySeverityAndPlace } from "../model/finding.ts";
import type { Repository } from "../model/repository.ts";
import type { Tree } from "../model/tree.ts";
import { readAcceptances } from "./acceptances.ts";
import { readPlaces, strayFiles } from "./config.ts";
import { readTree } from "./documents.ts";
import { roleOf } from "./files.ts";
import { governAcceptances, governMesh } from "./govern.ts";
import { readLock } from "./lock.ts";
import { readMeshFile } from "./mesh-file.ts";
import { placeConfig } from "./placement.ts";

export { writeLock } from "./lock.ts";

/**
 * What a repository says, with everything that is wrong with its documents. Never throws on any tree. With `trusted` (the default branch as it was loaded)
 * the tree is a proposal: commands, credentials' names, chart addresses, acceptances and `apply` are taken from there.
 */
export function load(tree: Tree, trusted?: Repository): Repository {
  const { documents, findings: unreadable } = readTree(tree, isRead);
  const of = (kind: ReturnType<typeof roleOf>["kind"]) => documents.filter(({ source }) => roleOf(source.file).kind === kind);

  const written = readMeshFile(of("mesh"));
  const governed = written.mesh && trusted ? governMesh(written.mesh, trusted.mesh) : { mesh: written.mesh, findings: [] };
  const { mesh } = governed;
  const names = [...(mesh?.clusters.map((cluster) => cluster.name) ?? []), ...written.leftOut];

  const accepted = readAcceptances(of("acceptances"), names);
  const acceptances = trusted ? governAcceptances(accepted.acceptances, trusted) : { acceptances: accepted.acceptances, findings: [] };
  const { lock, findings: lockFindings } = readLock(of("lock"));

  const read = mesh && readPlaces(of("config"), mesh, written.leftOut);
  const placed = mesh && read ? placeConfig(mesh, read.places) : { config: new Map(), findings: [] };
  const findings: readonly Finding[][] = [
    [...unreadable, ...written.findings, ...governed.findings, ...accepted.findings, ...acceptances.findings, ...lockFindings],
    [...strayFiles(tree), ...(read?.findings ?? []), ...placed.findings],
  ];
  return {
    tree,
    mesh,
    leftOut: written.leftOut,
    config: placed.config,
    acceptances: acceptances.acceptances,
    lock,
    findings: findings.flat().sort(bySeverityAndPlace),
  };
}

/** The files whose documents Isthmus reads; charts and everything else are only looked through for keys. */
function isRead(path: string): boolean {
  return roleOf(path).kind !== "other";
}
