import { isObject, listAt, objectAt } from "../../model/json.ts";
import type { ClusterView } from "../view.ts";
import { covers } from "./destinations.ts";
import { meshConfigs } from "./mesh-config.ts";

/**
 * True for a host whose endpoints stay in their own cluster: those of `serviceSettings` with `clusterLocal`, of which the longest host decides, and what
 * Istio keeps local without being told (reference 4.3).
 */
export function isClusterLocal(view: ClusterView<"ConfigMap">, host: string): boolean {
  const builtin = [
    { host: `*.kube-system.svc.${view.clusterDomain}`, isLocal: true },
    { host: `kubernetes.default.svc.${view.clusterDomain}`, isLocal: true },
    // Proxies find istiod by it.
    ...view.revisions.map(({ name }) => ({ host: istiodHost(view, name), isLocal: true })),
  ];
  const written = view.remember(meshConfigs).flatMap(({ config }) =>
    listAt(config, "serviceSettings").flatMap((entry) => {
      const isLocal = isObject(entry) && objectAt(entry, "settings")["clusterLocal"] === true;
      return listAt(entry, "hosts").flatMap((pattern) => (typeof pattern === "string" ? [{ host: pattern, isLocal }] : []));
    }),
  );
  const fitting = [...builtin, ...written].filter((entry) => covers(entry.host, host));
  return fitting.reduce((best, entry) => (entry.host.length >= best.host.length ? entry : best), { host: "", isLocal: false }).isLocal;
}

function istiodHost({ systemNamespace, clusterDomain }: ClusterView, revision: string): string {
  return `istiod${revision === "default" ? "" : `-${revision}`}.${systemNamespace}.svc.${clusterDomain}`;
}
