import type { Check } from "../../model/health.ts";
import type { Cluster, Mesh } from "../../model/mesh.ts";
import { counted, failed, named, type Probe, passed, perCluster, unknown, unseen } from "../check.ts";
import { type ClusterSeen, type IstiodSeen, runsIstiod, valueOf } from "../observed.ts";
import type { Shard } from "../pages.ts";
import { endpointsIn, peersOf } from "../peers.ts";

const name = "endpoints-seen";

/** Every replica sees, for each service that runs in another cluster, its endpoints there, on the network that is that cluster's. */
export const endpointsSeen: Probe = (observed) =>
  perCluster(name, observed, {
    of: ({ istiods }) => istiods,
    concerns: ({ cluster }) => runsIstiod(cluster),
    judge: (istiods, { cluster }) =>
      peersOf(observed.mesh, cluster).map((peer) => judge(istiods, { mesh: observed.mesh, clusters: observed.clusters, cluster, peer })),
  });

interface Pair {
  readonly mesh: Mesh;
  readonly clusters: readonly ClusterSeen[];
  readonly cluster: Cluster;
  readonly peer: Cluster;
}

function judge(istiods: readonly IstiodSeen[], { mesh, clusters, cluster, peer }: Pair): Check {
  const place = { name, cluster: cluster.name, peer: peer.name };
  if (istiods.length === 0) return unknown(place, "There is no istiod that could tell.", "Bring istiod up first.");
  const there = running(endpointsIn(mesh, clusters, peer) ?? []);
  for (const { name: replica, shards } of istiods) {
    if (shards.kind === "unseen") continue;
    const here = running(shards.value.filter((shard) => shard.cluster === peer.istioName));
    const fault = missing(here, there) ?? wrongNetwork(here, peer);
    if (fault !== undefined) return failed(place, `Replica \`${replica}\` ${fault.seen}`, fault.remedy);
  }
  const hidden = istiods.find(({ shards }) => shards.kind === "unseen")?.shards;
  if (hidden?.kind === "unseen") return unseen(place, hidden.why);
  const here = running(
    (valueOf(istiods[0]?.shards ?? { kind: "seen", value: [] }) ?? []).filter((shard) => shard.cluster === peer.istioName),
  );
  if (here.length === 0)
    return unknown(
      place,
      `No endpoint of ${peer.name} is known here, and nobody could say whether there is one.`,
      `See that istiod of ${peer.name} answers, or that a service has endpoints there.`,
    );
  const endpoints = here.reduce((sum, shard) => sum + shard.endpoints, 0);
  return passed(
    place,
    `${counted(endpoints, "endpoint")} of ${counted(here.length, "service")} of ${peer.name} seen, on network \`${peer.network}\`, by ${counted(istiods.length, "replica")}.`,
  );
}

/** Services of the cluster itself, which Istio keeps to it (`cluster-local`), and those without endpoints say nothing. */
function running(shards: readonly Shard[]): readonly Shard[] {
  return shards.filter(
    ({ endpoints, namespace, host }) => endpoints > 0 && namespace !== "kube-system" && !host.startsWith("kubernetes.default."),
  );
}

interface Fault {
  readonly seen: string;
  readonly remedy: string;
}

/** Counts of endpoints move while one looks from two places; that a service has some does not. */
function missing(here: readonly Shard[], there: readonly Shard[]): Fault | undefined {
  const known = new Set(here.map(({ host }) => host));
  const lost = there
    .map(({ host }) => host)
    .filter((host) => !known.has(host))
    .sort();
  if (lost.length === 0) return undefined;
  return {
    seen: `sees no endpoints there of ${named(lost)}, and the istiod there does.`,
    remedy: "See clusters-synced for this pair, and `discoverySelectors` of the mesh configuration here.",
  };
}

function wrongNetwork(here: readonly Shard[], peer: Cluster): Fault | undefined {
  if (peer.network === "") return undefined;
  const wrong = here.find(({ networks }) => networks.some((network) => network !== peer.network));
  if (wrong === undefined) return undefined;
  const found = wrong.networks.filter((network) => network !== peer.network).map((network) => (network === "" ? "none" : network));
  return {
    seen: `takes endpoints of \`${wrong.host}\` for ones of network ${named(found)}; they are on \`${peer.network}\`.`,
    remedy: `See the label \`topology.istio.io/network\` of namespace \`${peer.systemNamespace}\` and of the pods there; pods keep the one they were injected with until they restart.`,
  };
}
