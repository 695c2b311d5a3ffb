import type { Manifest } from "../../../model/manifest.ts";
import { serversOf } from "../../facts/network-gateways.ts";
import { type Labels, labelsAt } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"gateway-port-shared"> = (cluster, report) => {
  const gateways = cluster.list("networking.istio.io/Gateway");
  const through = gateways.flatMap((manifest) => {
    const ports = serversOf(manifest).flatMap((server) => (server.mode === "AUTO_PASSTHROUGH" ? [server.port] : []));
    return ports.map((port) => ({ manifest, port, selector: selectorOf(manifest) }));
  });
  for (const manifest of through.length === 0 ? [] : gateways) {
    for (const server of serversOf(manifest)) {
      const rival = through.find(
        (entry) => entry.manifest !== manifest && entry.port === server.port && mayMeet(entry.selector, selectorOf(manifest)),
      );
      // Of two that both let through, the later one by name is the one too many.
      if (rival === undefined || (server.mode === "AUTO_PASSTHROUGH" && idOf(manifest) < idOf(rival.manifest))) continue;
      report(
        { name: idOf(manifest), port: server.port, other: idOf(rival.manifest) },
        { on: manifest, path: ["spec", "servers", server.index, "port"] },
      );
    }
  }
};

function idOf(manifest: Manifest): string {
  return `${manifest.id.namespace}/${manifest.id.name}`;
}

function selectorOf(manifest: Manifest): Labels {
  return labelsAt(manifest.object, "spec", "selector");
}

/** One selector contains the other: only then are the pods the same for sure. */
function mayMeet(a: Labels, b: Labels): boolean {
  return contains(a, b) || contains(b, a);
}

function contains(outer: Labels, inner: Labels): boolean {
  return Object.entries(inner).every(([key, value]) => outer[key] === value);
}
