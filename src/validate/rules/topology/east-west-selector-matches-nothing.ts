import { serversOf } from "../../facts/network-gateways.ts";
import { fits, isInjectedGateway, labelsAt, workloads } from "../../facts/workloads.ts";
import type { Check } from "../../rule.ts";

const eastWestPorts = new Set([15443, 15012, 15017]);

export const check: Check<"east-west-selector-matches-nothing"> = (cluster, report) => {
  if (!cluster.isInstalled) return;
  for (const manifest of cluster.list("networking.istio.io/Gateway")) {
    const isEastWest = serversOf(manifest).some((server) => server.mode === "AUTO_PASSTHROUGH" || eastWestPorts.has(server.port));
    const selector = labelsAt(manifest.object, "spec", "selector");
    const all = cluster.remember(workloads);
    if (!isEastWest || Object.keys(selector).length === 0 || all.some(({ labels }) => fits(labels, selector))) continue;
    const known = all
      .filter(isInjectedGateway)
      .flatMap(({ labels }) => (labels["istio"] === undefined ? [] : [`istio: ${labels["istio"]}`]));
    const facts = {
      selector: Object.entries(selector)
        .map(([key, value]) => `${key}: ${value}`)
        .join(", "),
      known: known.length === 0 ? "" : ` Gateways here: ${[...new Set(known)].sort().join("; ")}.`,
    };
    report(facts, { on: manifest, path: ["spec", "selector"] });
  }
};
