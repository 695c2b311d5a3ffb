import { type Hole, holeText } from "../model/hole.ts";
import { gatewayAddress } from "./address.ts";
import { holesOf } from "./fills.ts";
import type { KnownAddresses } from "./job.ts";
import type { Task } from "./task.ts";

type AddressHole = Extract<Hole, { readonly kind: "gateway-address" }>;

/**
 * Objects were rendered as if every gateway had an IP. Where a step needs a gateway that turns out to have a name, everything is rendered again with it, because
 * names and IPs make different objects (reference 0.1 no. 3); the step then writes those.
 * @throws Problem
 */
export async function reshape({ items, campaign }: Task): Promise<void> {
  const { rerender } = campaign.job;
  if (rerender === undefined) return;
  const holes = items.flatMap(({ manifest }) => (manifest === undefined ? [] : holesOf(manifest).map(({ hole }) => hole)));
  const wanted = new Map(holes.filter(isIp).map((hole) => [holeText(hole), hole]));
  for (const hole of wanted.values()) {
    const cluster = campaign.clusters.get(hole.cluster);
    const address = cluster && (await gatewayAddress(campaign.world.clusters.of(cluster), hole));
    if (address?.shape === "hostname") campaign.hostNames.set(holeText(hole), { hole, name: address.text });
  }
  if ([...wanted.keys()].some((text) => campaign.hostNames.has(text)))
    campaign.want(await rerender(knownIn([...campaign.hostNames.values()])));
}

function isIp(hole: Hole): hole is AddressHole {
  return hole.kind === "gateway-address" && hole.shape === "ip";
}

/** A gateway whose address is a name. */
export interface HostName {
  readonly hole: AddressHole;
  readonly name: string;
}

function knownIn(names: readonly HostName[]): KnownAddresses {
  const byCluster = Map.groupBy(names, ({ hole }) => hole.cluster);
  return new Map(
    [...byCluster].map(([cluster, group]) => [cluster, new Map(group.map(({ hole, name }) => [`${hole.namespace}/${hole.name}`, name]))]),
  );
}
