import { listAt, textAt, valueAt } from "../../../model/json.ts";
import type { Manifest } from "../../../model/manifest.ts";
import { listenersOf } from "../../facts/listeners.ts";
import { serversOf } from "../../facts/network-gateways.ts";
import { remotesOf } from "../../facts/remotes.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"istiod-not-exposed"> = (cluster, report) => {
  const remotes = remotesOf(cluster.mesh, cluster.name);
  if (remotes.length === 0 || !cluster.isInstalled || !cluster.isRead) return;
  const open = new Set([
    ...cluster.list("networking.istio.io/Gateway").flatMap((gateway) => serversOf(gateway).map((server) => server.port)),
    ...cluster.list("gateway.networking.k8s.io/Gateway").flatMap((gateway) => listenersOf(gateway).map((listener) => listener.port)),
    ...cluster.list("Service").flatMap(doorPorts),
  ]);
  for (const port of [15012, 15017]) {
    const several = remotes.length > 3 ? `${remotes.length} remotes` : remotes.map((remote) => remote.name).join(", ");
    if (!open.has(port)) report({ port, remotes: several });
  }
};

/** Ports of a load balancer that leads straight to istiod's pods. */
function doorPorts({ object }: Manifest): readonly number[] {
  const type = textAt(object, "spec", "type") ?? "ClusterIP";
  if (type === "ClusterIP" || textAt(object, "spec", "selector", "app") !== "istiod") return [];
  return listAt(object, "spec", "ports").flatMap((port) => {
    const number = valueAt(port, ["port"]);
    return typeof number === "number" ? [number] : [];
  });
}
