import type { Finding } from "../model/finding.ts";
import type { Cluster } from "../model/mesh.ts";
import type { Study } from "../model/study.ts";
import { distinct } from "./count.ts";
import type { ClusterRow, Counts, Told } from "./model.ts";
import { type Part, partOf } from "./part.ts";
import { none, plusOne } from "./totals.ts";

/** One row per cluster that exists before or after, by name. */
export function clusterRows(study: Study, told: readonly Told[]): readonly ClusterRow[] {
  const head = byName(study.head.mesh?.clusters);
  const base = byName(study.base?.mesh?.clusters);
  const changes = perCluster(told);
  const findings = findingsPerCluster(study.findings);
  const unknown = clustersWithGaps(study);
  const names = distinct([...head.keys(), ...base.keys(), ...changes.keys(), ...study.changes.unchanged.keys()]);
  const wanted = new Set(study.request.clusters);
  return names
    .filter((name) => wanted.size === 0 || wanted.has(name))
    .map((name) => {
      const cluster = head.get(name) ?? base.get(name);
      const stages = changes.get(name) ?? noStages;
      return {
        name,
        state: stateOf(study, name),
        network: cluster?.network,
        role: cluster?.role,
        versions: cluster?.istio.revisions.map((revision) => revision.version) ?? [],
        wave: study.plan.waves.find((wave) => wave.clusters.includes(name))?.number,
        stages,
        unchanged: study.changes.unchanged.get(name) ?? 0,
        findings: findings.get(name) ?? noFindings,
        isUnknown: unknown.has(name) || Object.values(stages).some((counts) => counts.unknown > 0),
        digest: study.plan.digest.clusters.get(name),
      };
    });
}

const noStages: Record<Part, Counts> = {
  namespaces: none,
  certificates: none,
  install: none,
  gateways: none,
  discovery: none,
  config: none,
  others: none,
};
const noFindings: ClusterRow["findings"] = { error: 0, warning: 0, info: 0 };

function byName(clusters: readonly Cluster[] | undefined): ReadonlyMap<string, Cluster> {
  return new Map((clusters ?? []).map((cluster) => [cluster.name, cluster]));
}

function stateOf(study: Study, name: string): ClusterRow["state"] {
  if (study.changes.clusters.added.includes(name)) return "added";
  return study.changes.clusters.removed.includes(name) ? "removed" : "kept";
}

function perCluster(changes: readonly Told[]): ReadonlyMap<string, Record<Part, Counts>> {
  const rows = new Map<string, Record<Part, Counts>>();
  for (const change of changes) {
    for (const cluster of change.clusters) {
      const row = rows.get(cluster) ?? { ...noStages };
      const part = partOf(change);
      row[part] = plusOne(row[part], change.kind);
      rows.set(cluster, row);
    }
  }
  return rows;
}

function findingsPerCluster(findings: readonly Finding[]): ReadonlyMap<string, ClusterRow["findings"]> {
  const rows = new Map<string, ClusterRow["findings"]>();
  for (const finding of findings.filter((each) => each.accepted === undefined)) {
    for (const cluster of finding.clusters) {
      const row = rows.get(cluster) ?? noFindings;
      rows.set(cluster, { ...row, [finding.severity]: row[finding.severity] + 1 });
    }
  }
  return rows;
}

function clustersWithGaps(study: Study): ReadonlySet<string> {
  const classes = [...study.desired.classes, ...(study.baseline?.classes ?? [])];
  return new Set(classes.filter((entry) => entry.gaps.length > 0).flatMap((entry) => entry.members));
}
