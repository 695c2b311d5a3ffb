import type { Cluster, GatewaySpec } from "../../model/mesh.ts";
import { groupBy, inClusters } from "../count.ts";
import { type Rich, say, words } from "../rich.ts";
import type { Context } from "./context.ts";

/** Gateways that come and go in clusters that stay: a door of the mesh, told as one thing and not as the six objects it is made of. */
export function gatewayWords({ head, base, all }: Context): readonly Rich[] {
  const moves = (head?.clusters ?? []).flatMap((after) => {
    const before = base?.clusters.find(({ name }) => name === after.name);
    if (before === undefined) return [];
    return [
      ...onlyIn(before, after).map((gateway) => ({ gateway, verb: "is removed", cluster: after.name })),
      ...onlyIn(after, before).map((gateway) => ({ gateway, verb: "is new", cluster: after.name })),
    ];
  });
  return groupBy(moves, ({ gateway, verb }) => `${verb}\n${keyOf(gateway)}`).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, namespace, name } = first.gateway;
    const clusters = group.map(({ cluster }) => cluster);
    const where = all.length < 2 ? [] : say` ${inClusters(clusters, all)}`;
    return [say`The ${words(kinds[kind])} gateway ${`${namespace}/${name}`} ${words(first.verb)}${where}.`];
  });
}

const kinds = { eastwest: "east-west", ingress: "ingress", egress: "egress" } as const;

function onlyIn(one: Cluster, other: Cluster): readonly GatewaySpec[] {
  const known = new Set(other.gateways.map(keyOf));
  return one.gateways.filter((gateway) => !known.has(keyOf(gateway)));
}

function keyOf({ kind, namespace, name }: GatewaySpec): string {
  return `${kind} ${namespace}/${name}`;
}
