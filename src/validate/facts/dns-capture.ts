import { listAt, objectAt, textAt } from "../../model/json.ts";
import type { ClusterView } from "../view.ts";
import { meshConfigs } from "./mesh-config.ts";
import { labelsAt, workloads } from "./workloads.ts";

const variable = "ISTIO_META_DNS_CAPTURE";

/**
 * False when it is sure that proxies (ambient: ztunnels) of the cluster leave DNS alone: nothing that is written switches capture on, neither for the mesh nor for
 * some namespace or workload, whose callers nobody can tell from others. True as well where the configuration that would say it is not known.
 */
export function mayCaptureDns(
  view: ClusterView<"ConfigMap" | "networking.istio.io/ProxyConfig" | "apps/Deployment" | "apps/DaemonSet">,
): boolean {
  if (view.mesh.dataPlane === "ambient") {
    // Since 1.25 the cni chart says `true` by itself.
    const said = view.list("ConfigMap").map(({ object }) => textAt(object, "data", "AMBIENT_DNS_CAPTURE"));
    const known = said.filter((value) => value !== undefined);
    return known.length === 0 || known.includes("true");
  }
  const configs = view.remember(meshConfigs);
  return (
    configs.length === 0 ||
    configs.some(({ config }) => isOn(objectAt(config, "defaultConfig", "proxyMetadata")[variable])) ||
    view.list("networking.istio.io/ProxyConfig").some(({ object }) => isOn(objectAt(object, "spec", "environmentVariables")[variable])) ||
    view.remember(workloads).some(({ manifest, containers }) => {
      const annotation = labelsAt(manifest.object, "spec", "template", "metadata", "annotations")["proxy.istio.io/config"];
      const named = containers.flatMap((container) => listAt(container, "env")).some((entry) => textAt(entry, "name") === variable);
      return named || annotation?.includes(variable) === true;
    })
  );
}

function isOn(value: unknown): boolean {
  return value === "true" || value === true;
}
