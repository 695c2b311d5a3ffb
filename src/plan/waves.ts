import type { Cluster, Mesh } from "../model/mesh.ts";
import { selected } from "../model/mesh.ts";
import type { Edge, StationKind } from "./draft.ts";
import { station } from "./draft.ts";

/** Stations that are rolled out wave by wave. Namespaces come before everything, trust and discovery span all clusters. */
const installs: readonly StationKind[] = [
  "base",
  "gateway-api",
  "reader",
  "istiod",
  "cni",
  "ztunnel",
  "gateway",
  "address",
  "expose",
  "default-revision",
];
const configs: readonly StationKind[] = ["config", "restart", "prune"];

/** True for steps that belong to their cluster's wave. */
export function isWaved(kind: StationKind): boolean {
  return installs.includes(kind) || configs.includes(kind);
}

/**
 * The wave of every cluster, from 1. The first wave that names a cluster or a group it is in; one that no wave names comes in a last wave. A remote never
 * comes before the cluster that serves it, and a configuration cluster comes with the istiod that reads it: otherwise each would wait for the other. `isBack`: the
 * last wave comes first, as far as that allows it.
 */
export function wavesOf(mesh: Mesh, { isBack = false }: { readonly isBack?: boolean } = {}): ReadonlyMap<string, number> {
  const forth = new Map(mesh.clusters.map((cluster) => [cluster.name, ownWave(mesh, cluster)]));
  const own = isBack ? reversed(forth) : forth;
  const wave = (name: string | undefined) => own.get(name ?? "") ?? 1;
  const result = new Map<string, number>();
  for (const cluster of mesh.clusters) {
    const reader = mesh.clusters.find((other) => other.role === "external" && other.configCluster === cluster.name);
    const serving = reader?.name ?? cluster.primary;
    const number = reader !== undefined ? wave(serving) : Math.max(wave(cluster.name), cluster.role === "remote" ? wave(serving) : 1);
    result.set(cluster.name, number);
  }
  return result;
}

function reversed(waves: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const numbers = [...new Set(waves.values())].sort((a, b) => b - a);
  return new Map([...waves].map(([name, number]) => [name, numbers.indexOf(number) + 1]));
}

function ownWave(mesh: Mesh, cluster: Cluster): number {
  const { waves } = mesh.rollout;
  const index = waves.findIndex((names) => names.some((name) => name === cluster.name || groupMembers(mesh, name).includes(cluster)));
  return index < 0 ? waves.length + 1 : index + 1;
}

function groupMembers(mesh: Mesh, name: string): readonly Cluster[] {
  const selector = mesh.groups.get(name);
  return selector === undefined ? [] : selected(mesh, selector);
}

/**
 * A wave begins when the one before it is through. Installs and configuration have waves of their own, because between them lies discovery: the first
 * cluster's configuration may need endpoints of the last one.
 */
export function waveEdges(waves: ReadonlyMap<string, number>): readonly Edge[] {
  return [installs, configs].flatMap((kinds, phase) =>
    [...waves].flatMap(([cluster, number]) => [
      ...kinds.map((kind): Edge => [station(cluster, kind), done(phase, number)]),
      ...kinds.map((kind): Edge => [done(phase, number - 1), station(cluster, kind)]),
      [done(phase, number - 1), done(phase, number)] as const,
    ]),
  );
}

function done(phase: number, number: number): string {
  return `wave ${number} of ${phase === 0 ? "installs" : "configuration"}`;
}
