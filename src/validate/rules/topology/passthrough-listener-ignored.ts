import { isAutoPassthrough, listenersOf } from "../../facts/listeners.ts";
import { apiGateways, networksOf } from "../../facts/network-gateways.ts";
import type { Check } from "../../rule.ts";

const istiodPorts = new Set([15012, 15017]);

export const check: Check<"passthrough-listener-ignored"> = (cluster, report) => {
  if (cluster.mesh.clusters.length > 1 && networksOf(cluster).length < 2) return;
  for (const { manifest, className } of cluster.remember(apiGateways)) {
    const listeners = listenersOf(manifest).filter(({ mode, port }) => mode === "Passthrough" && !istiodPorts.has(port));
    const [first] = listeners;
    if (className !== "istio" || first === undefined || listeners.some((listener) => isAutoPassthrough(manifest, listener))) continue;
    report({ name: manifest.id.name }, { on: manifest, path: ["spec", "listeners", first.index, "port"] });
  }
};
