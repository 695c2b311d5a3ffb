import { type Edge, type StationKind, type StepDraft, station, stepRef, trustStation } from "../draft.ts";

/** What the order of a cluster depends on besides its model. */
export interface Given {
  readonly steps: readonly StepDraft[];
  /** Stations that have work. */
  readonly busy: ReadonlySet<string>;
}

/** What comes after a cluster's istiod, in every model (reference 1.4, 1.5, 1.9; 0.1 no. 5). */
const afterwards: readonly StationKind[] = ["config", "restart", "disconnect", "prune"];

/**
 * The stations of one cluster one after the other: what is named, then what every cluster ends with. Trust comes between the namespaces and everything else,
 * for all clusters at once.
 */
export function inside(cluster: string, kinds: readonly StationKind[], given: Given): readonly Edge[] {
  const chain = [...kinds, ...afterwards].map((kind) => station(cluster, kind));
  const [first = ""] = chain;
  const namespace = station(cluster, "namespace");
  return [
    ...trust(namespace, first, given),
    ...chain.slice(1).map((to, index): Edge => [chain[index] ?? "", to]),
    ...oldIstiodsLast(cluster, given),
  ];
}

/** Without work on trust there is nothing to wait for, so clusters do not wait for each other's namespaces. */
function trust(namespace: string, first: string, { busy }: Given): readonly Edge[] {
  if (!busy.has(trustStation)) return [[namespace, first]];
  return [
    [namespace, trustStation],
    [trustStation, first],
  ];
}

/** What else is removed goes before the istiod that may still validate and serve it. */
function oldIstiodsLast(cluster: string, { steps }: Given): readonly Edge[] {
  const prunes = steps.filter((step) => step.kind === "prune" && step.clusters.includes(cluster));
  const old = prunes.filter((step) => step.id.startsWith(`${cluster}/prune/istiod`));
  return old.flatMap((last) => prunes.filter((step) => !old.includes(step)).map((step): Edge => [stepRef(step.id), stepRef(last.id)]));
}

/**
 * Node components of a sidecar mesh: a new CNI comes before the istiod whose templates count on it; one that is upgraded follows its istiod (0.1 no. 6).
 */
export function cniAndIstiod(cluster: string, { steps }: Given): readonly StationKind[] {
  const cni = steps.find((step) => step.station === station(cluster, "cni"));
  const isNew = cni?.writes.some(({ id, kind }) => id.kind === "DaemonSet" && kind === "create") ?? false;
  return isNew ? ["cni", "istiod"] : ["istiod", "cni"];
}

/** The remote secrets of the plan: each needs its reader in the cluster it leads to, before it is written (0.1 no. 1). */
export function readersFirst({ steps }: Given): readonly Edge[] {
  return steps.flatMap(({ id, peer, station: at }) => {
    if (peer === undefined || at.endsWith("/disconnect")) return [];
    return (["namespace", "base", "reader"] as const).map((kind): Edge => [station(peer, kind), stepRef(id)]);
  });
}
