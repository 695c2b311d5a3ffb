import type { Check } from "../../model/health.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { counted, failed, named, type Probe, passed, perCluster, unknown, unseen } from "../check.ts";
import { type IstiodSeen, runsIstiod, valueOf } from "../observed.ts";
import type { NetworkGateway } from "../pages.ts";

const name = "networks-known";

/** Every replica of istiod knows a gateway of each foreign network, with the port that this data plane uses (reference 1.13). */
export const networksKnown: Probe = (observed) =>
  perCluster(name, observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (istiods, { cluster }) => foreign(observed.mesh, cluster).map((peer) => judge(istiods, { mesh: observed.mesh, cluster, peer })),
  });

/** Clusters on networks that clients served by this istiod are not on. */
function foreign({ clusters }: Mesh, own: Cluster): readonly Cluster[] {
  const served = clusters.filter((other) => other.name === own.name || other.primary === own.name);
  const clients = served.filter(({ role }) => role !== "external");
  return clusters.filter(
    (other) =>
      other.role !== "external" &&
      other.network !== "" &&
      clients.some((client) => client.name !== other.name && client.network !== other.network),
  );
}

function judge(
  istiods: readonly IstiodSeen[],
  { mesh, cluster, peer }: { readonly mesh: Mesh; readonly cluster: Cluster; readonly peer: Cluster },
): Check {
  const place = { name, cluster: cluster.name, peer: peer.name };
  if (istiods.length === 0) return unknown(place, "There is no istiod that could tell.", "Bring istiod up first.");
  const isAmbient = mesh.dataPlane === "ambient";
  const seen = istiods.map(({ name: replica, networkGateways }) => ({
    replica,
    networkGateways,
    gateways: valueOf(networkGateways)?.filter(({ network }) => network === peer.network),
  }));
  const without = seen.filter(({ gateways }) => gateways !== undefined && !gateways.some(usable(isAmbient)));
  if (without.length > 0) {
    const known = without.flatMap(({ gateways }) => gateways ?? []);
    const port = isAmbient ? 15008 : 15443;
    const what =
      known.length === 0
        ? "no gateway"
        : `only gateways without a port for ${isAmbient ? "ztunnels" : "sidecars"} (${named(texts(known))})`;
    return failed(
      place,
      `${counted(without.length, "replica")} of ${istiods.length} know ${what} of network \`${peer.network}\`: what runs there is not reached from here.`,
      `See that the east-west gateway of ${peer.name} has label \`topology.istio.io/network: ${peer.network}\`, an address and port ${port}.`,
    );
  }
  const hidden = seen.find(({ networkGateways }) => networkGateways.kind === "unseen")?.networkGateways;
  if (hidden?.kind === "unseen") return unseen(place, hidden.why);
  const used = seen.flatMap(({ gateways }) => (gateways ?? []).filter(usable(isAmbient)));
  return passed(place, `Network \`${peer.network}\` is reached by ${named(texts(used))} on ${counted(istiods.length, "replica")}.`);
}

function usable(isAmbient: boolean): (gateway: NetworkGateway) => boolean {
  return ({ port, hbonePort }) => (isAmbient ? hbonePort : port) !== 0;
}

function texts(gateways: readonly NetworkGateway[]): readonly string[] {
  return [...new Set(gateways.map(({ address, port, hbonePort }) => `${address}:${port === 0 ? hbonePort : port}`))].sort();
}
