import { listAt, textAt } from "../../../model/json.ts";
import { meshConfigs } from "../../facts/mesh-config.ts";
import type { Check } from "../../rule.ts";

export const check: Check<"external-address-differs"> = (mesh, report) => {
  for (const external of mesh.clusters.filter((cluster) => cluster.role === "external")) {
    const addresses = external.remember(meshConfigs).flatMap(({ config }) => textAt(config, "defaultConfig", "discoveryAddress") ?? []);
    const served = mesh.mesh.clusters.filter((cluster) => cluster.primary === external.name).map((cluster) => cluster.name);
    for (const cluster of addresses.length === 0 ? [] : mesh.clusters.filter(({ name }) => served.includes(name))) {
      for (const manifest of cluster.list("admissionregistration.k8s.io/MutatingWebhookConfiguration")) {
        const urls = new Set(listAt(manifest.object, "webhooks").flatMap((webhook) => textAt(webhook, "clientConfig", "url") ?? []));
        const wrong = [...urls].find((url) => !addresses.some((address) => hostOf(address) === hostOf(url)));
        if (wrong !== undefined)
          report({ cluster: cluster.name, url: wrong, address: addresses[0] ?? "" }, { on: manifest, clusters: [cluster.name] });
      }
    }
  }
};

/** The host in `https://host:port/path` or `host:port`; a hole counts as a host. */
function hostOf(address: string): string {
  return address
    .replace(/^https?:\/\//u, "")
    .replace(/(?:\/.*)?$/u, "")
    .replace(/:\d+$/u, "");
}
