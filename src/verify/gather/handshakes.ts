import { type JsonObject, listAt, textAt, valueAt } from "../../model/json.ts";
import type { Mesh } from "../../model/mesh.ts";
import type { LiveWorld } from "../../world.ts";
import { addressesOf } from "../gateway-service.ts";
import { type ClusterSeen, type HandshakeSeen, valueOf } from "../observed.ts";
import type { Shard } from "../pages.ts";
import { endpointsIn } from "../peers.ts";
import { lookAtObject } from "./look.ts";

const timeoutMs = 5_000;

/** What sidecars offer to each other, so that a server in permissive mode takes us for one (`pilot/pkg/networking/util`). */
const protocols = ["istio-h2", "istio-http/1.1", "istio-http/1.0", "istio-peer-exchange", "istio"];

/** Looks at every address of every east-west gateway, from where this process runs. */
export async function handshakes(world: LiveWorld, mesh: Mesh, clusters: readonly ClusterSeen[]): Promise<readonly HandshakeSeen[]> {
  const dials = await Promise.all(clusters.map((seen) => dialsTo(world, mesh, clusters, seen)));
  return Promise.all(
    dials.flat().map(async ({ host, ...dial }) => {
      const offered = dial.answering === "gateway" || dial.answering === "istiod" ? ["h2"] : protocols;
      const handshake = await world.wire.handshake({ host, port: dial.port, serverName: dial.serverName, protocols: offered, timeoutMs });
      return { ...dial, address: host, handshake };
    }),
  );
}

type Wanted = Omit<HandshakeSeen, "address" | "handshake"> & { readonly host: string };

async function dialsTo(world: LiveWorld, mesh: Mesh, all: readonly ClusterSeen[], seen: ClusterSeen): Promise<readonly Wanted[]> {
  const { cluster } = seen;
  const eastWest = seen.gateways.filter(({ spec }) => spec.kind === "eastwest");
  if (eastWest.length === 0) return [];
  const whom = await whomToAsk(world, mesh, all, seen);
  // On one network nobody comes through a gateway but remotes that look for istiod, and nothing listens there for others.
  if (!isCrossed(mesh) && whom.answering !== "istiod") return [];
  return eastWest.flatMap(({ spec, service }) =>
    addressesOf(valueOf(service)).map((host): Wanted => {
      const to = { cluster: cluster.name, gateway: `${spec.namespace}/${spec.name}`, host };
      return { ...to, namespace: spec.namespace, ...whom };
    }),
  );
}

function isCrossed({ clusters }: Mesh): boolean {
  return new Set(clusters.filter(({ role }) => role !== "external").map(({ network }) => network)).size > 1;
}

type Whom = Pick<HandshakeSeen, "answering" | "port" | "serverName"> & { readonly namespace?: string };

/** Who can show a certificate behind the gateways of a cluster: what is there, the surest first. */
async function whomToAsk(world: LiveWorld, mesh: Mesh, all: readonly ClusterSeen[], seen: ClusterSeen): Promise<Whom> {
  if (mesh.dataPlane === "ambient") return { answering: "gateway", port: 15008, serverName: "" };
  const behind = isCrossed(mesh) ? await serverBehind(world, mesh, all, seen) : undefined;
  if (behind !== undefined && behind !== "not-known")
    return { answering: "workload", port: 15443, serverName: behind.name, namespace: behind.namespace };
  const { name, systemNamespace, gateways, istio } = seen.cluster;
  // Remotes reach their primary's istiod through its gateway: istiod shows its own certificate there. Of several gateways only one is that way.
  const isOnlyOne = gateways.filter(({ kind }) => kind === "eastwest").length === 1;
  if (isOnlyOne && mesh.clusters.some(({ primary }) => primary === name)) {
    const revision = istio.revisions[0]?.name ?? "default";
    const service = revision === "default" ? "istiod" : `istiod-${revision}`;
    return { answering: "istiod", port: 15012, serverName: `${service}.${systemNamespace}.svc` };
  }
  return { answering: behind ?? "nobody", port: 15443, serverName: "outbound_.443_._.nobody.isthmus.invalid" };
}

/**
 * A server name that the gateway hands on (`AUTO_PASSTHROUGH`): of a port whose endpoints in that cluster have sidecars. It is the workload behind that answers,
 * with its own certificate. Gateways have no sidecar to answer with, so their namespaces are passed over.
 */
async function serverBehind(
  world: LiveWorld,
  mesh: Mesh,
  all: readonly ClusterSeen[],
  seen: ClusterSeen,
): Promise<{ readonly name: string; readonly namespace: string } | "not-known" | undefined> {
  const { cluster } = seen;
  const passed = new Set([cluster.systemNamespace, ...cluster.gateways.map(({ namespace }) => namespace)]);
  const own = endpointsIn(mesh, all, cluster);
  if (own === undefined) return "not-known";
  const candidates = own.filter(({ namespace, mutual }) => !passed.has(namespace) && mutual.length > 0).toSorted(byHost);
  const api = world.clusters.of(cluster);
  let isHidden = false;
  for (const { host, namespace, mutual } of candidates.slice(0, 5)) {
    const ref = { group: "", apiVersion: "v1", kind: "Service", namespace, name: host.split(".")[0] ?? "" };
    const service = await lookAtObject(api, ref);
    isHidden ||= service.kind === "unseen";
    const port = portOf(valueOf(service), mutual);
    if (port !== undefined) return { name: `outbound_.${port}_._.${host}`, namespace };
  }
  return isHidden ? "not-known" : undefined;
}

function portOf(service: JsonObject | undefined, names: readonly string[]): number | undefined {
  const port = listAt(service, "spec", "ports").find((entry) => names.includes(textAt(entry, "name") ?? ""));
  const number = valueAt(port, ["port"]);
  return typeof number === "number" ? number : undefined;
}

function byHost(a: Shard, b: Shard): number {
  return a.host < b.host ? -1 : 1;
}
