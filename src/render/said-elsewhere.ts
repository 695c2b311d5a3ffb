import type { Json } from "../model/json.ts";
import { configClusterOf } from "./discovery.ts";
import { defaultRevision } from "./names.ts";
import { remotesOf, type View } from "./view.ts";

/** A key of a chart by which somebody could say again what the mesh document says, and what it would have to say there. */
export interface Said {
  readonly path: readonly string[];
  readonly value: Json;
}

/** Where injected proxies and ztunnels are given variables: after those the templates write, so the later one of two counts. */
const metadata = ["meshConfig", "defaultConfig", "proxyMetadata"];

/**
 * The identity of a cluster under the other names that charts, injection templates and proxies read it by. Texts without symbols: they are compared with what people
 * wrote. Read from the charts: `configmap.yaml` lays `meshConfig` over what it makes of `global`, the injection templates write `proxyMetadata` after the variables
 * of the same names, the gateway chart writes its labels and variables beside those for the network, and ztunnel's is told `NETWORK` and `ISTIO_META_CLUSTER_ID`.
 */
export function saidElsewhere(view: View, chart: string, revision: string | undefined): readonly Said[] {
  const { mesh, real } = view;
  // An istiod outside the mesh takes the identity of its configuration cluster.
  const self = (chart === "istiod" && real.role === "external" ? configClusterOf(mesh, real) : undefined) ?? real;
  const words = { meshId: mesh.meshId, cluster: self.istioName, network: self.network };
  const anywhere = [
    said(words.meshId, "global", "meshID"),
    said(words.cluster, "global", "multiCluster", "clusterName"),
    said(words.network, "global", "network"),
    said(real.systemNamespace, "global", "istioNamespace"),
  ];
  switch (chart) {
    case "istiod":
      return [...anywhere, ...ofIstiod(words), ...(remotesOf(mesh, real).length > 0 ? [said("true", "env", "EXTERNAL_ISTIOD")] : [])];
    case "ztunnel":
      return [
        ...anywhere,
        ...ofProxies(words, metadata),
        said(words.network, ...metadata, "NETWORK"),
        ...ofProxies(words, ["env"]),
        said(words.network, "env", "NETWORK"),
      ];
    case "gateway":
      return [
        ...anywhere,
        ...ofProxies(words, ["env"]),
        said(words.network, "labels", "topology.istio.io/network"),
        said(revision ?? defaultRevision, "labels", "istio.io/rev"),
      ];
    default:
      return anywhere;
  }
}

interface Words {
  readonly meshId: string;
  readonly cluster: string;
  readonly network: string;
}

function ofIstiod(words: Words): readonly Said[] {
  return [
    said(words.meshId, "meshConfig", "defaultConfig", "meshId"),
    said(words.cluster, "env", "CLUSTER_ID"),
    ...ofProxies(words, metadata),
  ];
}

function ofProxies({ meshId, cluster, network }: Words, at: readonly string[]): readonly Said[] {
  return [
    said(meshId, ...at, "ISTIO_META_MESH_ID"),
    said(cluster, ...at, "ISTIO_META_CLUSTER_ID"),
    said(network, ...at, "ISTIO_META_NETWORK"),
  ];
}

function said(value: string, ...path: readonly string[]): Said {
  return { path, value };
}
