import type { JsonObject } from "../../src/model/json.ts";
import { idOf, type Manifest, type Origin, type Stage } from "../../src/model/manifest.ts";
import type { Cluster, Mesh } from "../../src/model/mesh.ts";
import { sourceAt } from "./study.ts";

/** One object of every kind of work that a cluster of this mesh has: small stand-ins for what charts render, with the names the charts give. */
export function meshObjects(mesh: Mesh, cluster: Cluster): readonly Manifest[] {
  return [
    object("namespaces", derived, "v1", "Namespace", "istio-system", { note: cluster.network }),
    ...(cluster.role === "remote" ? [] : [object("certificates", derived, "v1", "Secret", "cacerts")]),
    object(
      "install",
      chart("base", "istio-base"),
      "apiextensions.k8s.io/v1",
      "CustomResourceDefinition",
      "virtualservices.networking.istio.io",
    ),
    object(
      "install",
      chart("base", "istio-base"),
      "admissionregistration.k8s.io/v1",
      "ValidatingWebhookConfiguration",
      "istiod-default-validator",
      {
        webhooks: [{ name: "validation.istio.io", clientConfig: { service: { name: istiodName(cluster.istio.revisions[0]?.name) } } }],
      },
    ),
    object("discovery", derived, "v1", "ServiceAccount", "istio-reader-service-account"),
    ...cluster.istio.revisions.flatMap(({ name }) => istiod(name)),
    object("install", chart("cni", "istio-cni"), "apps/v1", "DaemonSet", "istio-cni-node"),
    ...(mesh.dataPlane === "ambient" ? [object("install", chart("ztunnel", "ztunnel"), "apps/v1", "DaemonSet", "ztunnel")] : []),
    ...cluster.gateways.flatMap(({ name }) => (cluster.role === "external" ? [door(name)] : gateway(mesh, name))),
    ...secrets(mesh, cluster),
    ...(mesh.dataPlane === "ambient" ? [gatewayApi] : []),
    object(
      "config",
      { kind: "config", source: sourceAt("config/all/routing.yaml") },
      "networking.istio.io/v1",
      "VirtualService",
      "checkout",
    ),
  ];
}

function istiodName(revision = "default"): string {
  return revision === "default" ? "istiod" : `istiod-${revision}`;
}

function istiod(revision: string): readonly Manifest[] {
  const name = istiodName(revision);
  const origin = chart("istiod", name);
  return [
    object("install", origin, "v1", "ServiceAccount", name),
    object("install", origin, "apps/v1", "Deployment", name),
    object("install", origin, "rbac.authorization.k8s.io/v1", "ClusterRole", `istio-reader-clusterrole-${revision}`),
  ];
}

/** The load balancer before an istiod outside the mesh. */
function door(name: string): Manifest {
  return object("gateways", derived, "v1", "Service", name);
}

function gateway(mesh: Mesh, name: string): readonly Manifest[] {
  if (mesh.dataPlane === "ambient") return [object("gateways", derived, "gateway.networking.k8s.io/v1", "Gateway", name)];
  return [
    object("gateways", chart("gateway", name), "apps/v1", "Deployment", name),
    object("gateways", chart("gateway", name), "v1", "Service", name),
    object("gateways", derived, "networking.istio.io/v1", "Gateway", "cross-network-gateway"),
  ];
}

function secrets(mesh: Mesh, cluster: Cluster): readonly Manifest[] {
  if (cluster.role === "remote") return [];
  return mesh.clusters.flatMap((other) => {
    if (other.name === cluster.name || other.role === "external") return [];
    const name = other.name === cluster.configCluster ? "istio-kubeconfig" : `istio-remote-secret-${other.istioName}`;
    const annotations = { "networking.istio.io/cluster": other.istioName };
    return [object("discovery", derived, "v1", "Secret", name, { metadata: { annotations } })];
  });
}

const derived: Origin = { kind: "derived", why: "the mesh says so" };

function chart(name: string, release: string): Origin {
  return { kind: "chart", release, chart: name, version: "1.31.0", template: "templates/all.yaml" };
}

const clusterScoped = new Set(["Namespace", "CustomResourceDefinition", "ValidatingWebhookConfiguration", "ClusterRole"]);

/** Given as configuration, because no chart of Istio brings it. */
const gatewayApi = object(
  "config",
  { kind: "config", source: sourceAt("config/all/gateway-api.yaml") },
  "apiextensions.k8s.io/v1",
  "CustomResourceDefinition",
  "gateways.gateway.networking.k8s.io",
);

function object(
  stage: Stage,
  origin: Origin,
  apiVersion: string,
  kind: string,
  name: string,
  more: JsonObject & { metadata?: JsonObject } = {},
): Manifest {
  const namespace = clusterScoped.has(kind) ? {} : { namespace: "istio-system" };
  const made: JsonObject = { ...more, apiVersion, kind, metadata: { ...more.metadata, ...namespace, name } };
  return { id: idOf(made), object: made, origin, stage };
}
