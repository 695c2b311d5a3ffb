import type { JsonObject } from "../../model/json.ts";
import { isObject, textAt } from "../../model/json.ts";
import type { Manifest } from "../../model/manifest.ts";
import { readValues } from "../../yaml/index.ts";
import type { ClusterView } from "../view.ts";

/** Istio's mesh configuration of one revision. */
export interface MeshConfig {
  readonly manifest: Manifest;
  readonly revision: string;
  readonly config: JsonObject;
  /** `meshNetworks.networks`, by network. */
  readonly networks: JsonObject;
}

/** The ConfigMaps `istio` and `istio-<revision>` of the cluster. Text in them that is no YAML counts as empty: istiod keeps its defaults too. */
export function meshConfigs(view: ClusterView<"ConfigMap">): readonly MeshConfig[] {
  return view.list("ConfigMap").flatMap((manifest) => {
    const revision =
      manifest.id.name === "istio" ? "default" : manifest.id.name.startsWith("istio-") ? manifest.id.name.slice(6) : undefined;
    const text = textAt(manifest.object, "data", "mesh");
    if (revision === undefined || text === undefined) return [];
    const networks = read(textAt(manifest.object, "data", "meshNetworks") ?? "")["networks"];
    return [{ manifest, revision, config: read(text), networks: isObject(networks) ? networks : {} }];
  });
}

function read(text: string): JsonObject {
  try {
    const value = readValues(text)[0];
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
