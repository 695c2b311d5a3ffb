import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Study } from "../model/study.ts";
import { distinct } from "./count.ts";
import type { Mark, Topology, TopologyCluster } from "./model.ts";

/** The picture of the mesh with what is new, gone or moved marked in it; `undefined` while it stays as it was. */
export function topologyOf(study: Study): Topology | undefined {
  const { head, base } = study;
  if (head.mesh === undefined || base === undefined) return undefined;
  const clusters = distinct([...names(head.mesh), ...names(base.mesh)]).flatMap((name) => {
    const [after, before] = [find(head.mesh, name), find(base.mesh, name)];
    const shown = after ?? before;
    if (shown === undefined) return [];
    // A document that cannot be read says nothing: its cluster neither leaves nor joins.
    const isUnread = (after === undefined ? head.leftOut : before === undefined ? base.leftOut : undefined)?.includes(name) === true;
    const cluster = isUnread ? { ...clusterOf(shown, shown, shown), mark: "unknown" as const } : clusterOf(shown, after, before);
    return [{ network: shown.network, cluster }];
  });
  if (clusters.every(({ cluster }) => cluster.mark === "same" || cluster.mark === "unknown")) return undefined;
  const networksBefore = new Set((base.mesh?.clusters ?? []).map((cluster) => cluster.network));
  const networks = distinct(clusters.map(({ network }) => network)).map((name) => {
    const members = clusters.filter(({ network }) => network === name).map(({ cluster }) => cluster);
    const isUnknown = members.every((member) => member.mark === "unknown");
    const mark: Mark = isUnknown
      ? "unknown"
      : !networksBefore.has(name)
        ? "added"
        : members.every((member) => member.mark === "removed")
          ? "removed"
          : "same";
    return { name, mark, clusters: members };
  });
  return { networks };
}

function names(mesh: Mesh | undefined): readonly string[] {
  return (mesh?.clusters ?? []).map((cluster) => cluster.name);
}

function find(mesh: Mesh | undefined, name: string): Cluster | undefined {
  return mesh?.clusters.find((cluster) => cluster.name === name);
}

function clusterOf(shown: Cluster, after: Cluster | undefined, before: Cluster | undefined): TopologyCluster {
  const gateways = gatewaysOf(after, before);
  const moved = after?.network !== before?.network || after?.role !== before?.role || after?.primary !== before?.primary;
  const changed = moved || gateways.some((gateway) => gateway.mark !== "same");
  const mark = before === undefined ? "added" : after === undefined ? "removed" : changed ? "changed" : "same";
  return { name: shown.name, role: shown.role, primary: shown.primary, mark, gateways };
}

function gatewaysOf(after: Cluster | undefined, before: Cluster | undefined): TopologyCluster["gateways"] {
  const [now, was] = [
    new Map((after?.gateways ?? []).map((g) => [gatewayKey(g), g])),
    new Map((before?.gateways ?? []).map((g) => [gatewayKey(g), g])),
  ];
  return distinct([...now.keys(), ...was.keys()]).flatMap((each) => {
    const gateway = now.get(each) ?? was.get(each);
    if (gateway === undefined) return [];
    const mark: Mark = !was.has(each) ? "added" : now.has(each) ? "same" : "removed";
    return [{ name: gateway.name, kind: gateway.kind, mark }];
  });
}

function gatewayKey(gateway: Cluster["gateways"][number]): string {
  return `${gateway.namespace}/${gateway.name}/${gateway.kind}`;
}
