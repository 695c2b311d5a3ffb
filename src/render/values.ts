import type { Json, JsonObject } from "../model/json.ts";
import type { Cluster, GatewaySpec, Mesh, Revision } from "../model/mesh.ts";
import { servesConfig } from "../model/mesh.ts";
import { istiodAddress } from "./addresses.ts";
import { configClusterOf } from "./discovery.ts";
import { defaultRevision, revisionSuffix } from "./names.ts";
import { type Entry, tree } from "./tree.ts";
import { defaultRevisionOf, remotesOf, type View } from "./view.ts";

/** What the mesh document makes of each chart's values (reference 1.1 and 1.5 to 1.8). Absent keys stay with the chart's default. */

export function baseValues(view: View): JsonObject {
  const { mesh, real, cluster } = view;
  const isServed = real.role === "remote";
  return tree([
    ["profile", isServed ? "remote" : undefined],
    ["defaultRevision", hasValidator(mesh, real) ? defaultRevisionOf(real)?.name : ""],
    ["base.validationURL", isExternalConfig(mesh, real) ? externalUrl(view, "/validate") : undefined],
    ["global.istioNamespace", cluster.systemNamespace],
    ["global.externalIstiod", isServed ? true : undefined],
    ...pullSecrets(real),
  ]);
}

/**
 * Only where an istiod reads configuration. In a remote nobody gives the webhook a certificate (a primary fills in the injectors of its remotes and nothing
 * else: seen in the lab), so it would refuse every write of configuration that nobody reads anyway.
 */
function hasValidator(mesh: Mesh, cluster: Cluster): boolean {
  return servesConfig(mesh, cluster);
}

export function istiodValues(view: View, revision: Revision): JsonObject {
  const { real, cluster } = view;
  return tree([
    ["revision", revision.name === defaultRevision ? undefined : revision.name],
    ["revisionTags", revision.tags.length === 0 ? undefined : revision.tags],
    ["global.istioNamespace", cluster.systemNamespace],
    ["global.multiCluster.clusterName", cluster.istioName],
    ["global.network", cluster.network],
    ["global.proxy.clusterDomain", cluster.clusterDomain],
    ["global.platform", platform(real)],
    ...images(real, "global.", revision.version),
    ...pullSecrets(real),
    // Last, because an istiod outside the mesh takes the identity of its configuration cluster.
    ...(real.role === "remote" ? remoteEntries(view) : controlPlaneEntries(view, revision)),
  ]);
}

/** Of an istiod that runs here. */
function controlPlaneEntries(view: View, revision: Revision): readonly Entry[] {
  const { mesh, real, cluster } = view;
  const { cni, ztunnel } = real.components;
  const isAmbient = mesh.dataPlane === "ambient";
  return [
    ["profile", isAmbient ? "ambient" : undefined],
    ["global.meshID", mesh.meshId],
    ["global.externalIstiod", real.role === "external" || remotesOf(mesh, real).length > 0 ? true : undefined],
    ...trustEntries(view),
    ["pilot.cni.enabled", cni.enabled && !isAmbient ? true : undefined],
    ["pilot.trustedZtunnelNamespace", ztunnel.enabled && ztunnel.namespace !== cluster.systemNamespace ? ztunnel.namespace : undefined],
    ["pilot.env.AMBIENT_ENABLE_MULTI_NETWORK", isAmbient && view.severalNetworks ? "true" : undefined],
    ...(real.role === "external" ? externalEntries(view, revision) : []),
  ];
}

/**
 * Of an istiod that runs outside the mesh, for its configuration cluster and the remotes (reference 1.7, step 4). `CLUSTER_ID` is the configuration cluster. It
 * would look there for its own mesh config and injection templates, so it gets those of its release as files. It shows the certificate it made itself, for the
 * address that everybody calls it by, and fills that authority into the webhooks of the clusters it serves.
 */
function externalEntries(view: View, revision: Revision): readonly Entry[] {
  const { mesh, real, cluster } = view;
  const configCluster = configClusterOf(mesh, real);
  const address = istiodAddress(cluster)?.text;
  const endpoint = address && `${address}:15012`;
  const suffix = revisionSuffix(revision.name);
  return [
    ["global.operatorManageWebhooks", true],
    ["global.configValidation", false],
    ["global.caAddress", certificateAddress(mesh) ?? endpoint],
    ["global.multiCluster.clusterName", configCluster?.istioName],
    ["global.network", configCluster?.network],
    ["meshConfig.rootNamespace", cluster.systemNamespace],
    ["meshConfig.defaultConfig.discoveryAddress", endpoint],
    ["pilot.env.ISTIOD_CUSTOM_HOST", address],
    ["pilot.env.LOCAL_CLUSTER_SECRET_WATCHER", "true"],
    ["pilot.env.SHARED_MESH_CONFIG", "istio"],
    ["pilot.volumes", [fromConfigMap("mesh-config", `istio${suffix}`), fromConfigMap("injection", `istio-sidecar-injector${suffix}`)]],
    ["pilot.volumeMounts", [mountedAt("mesh-config", "/etc/istio/config"), mountedAt("injection", "/var/lib/istio/inject")]],
  ];
}

function fromConfigMap(volume: string, name: string): Json {
  return { name: volume, configMap: { name } };
}

function mountedAt(name: string, mountPath: string): Json {
  return { name, mountPath, readOnly: true };
}

/** Of the chart in a cluster whose istiod is elsewhere (reference 1.6, 1.7). */
function remoteEntries(view: View): readonly Entry[] {
  const { mesh, cluster, primary } = view;
  const path = `/inject/cluster/${segment(cluster.istioName)}/net/${segment(cluster.network)}`;
  const isConfig = servesConfig(mesh, view.real);
  const byUrl = mesh.topology === "external";
  return [
    ["profile", "remote"],
    ["global.configCluster", !byUrl || isConfig ? true : undefined],
    ["global.configValidation", byUrl ? undefined : false],
    ["global.remotePilotAddress", byUrl || primary === undefined ? undefined : istiodAddress(primary)?.text],
    ["istiodRemote.injectionPath", byUrl ? undefined : path],
    ["istiodRemote.injectionURL", byUrl ? externalUrl(view, path) : undefined],
    ["base.validationURL", byUrl && isConfig ? externalUrl(view, "/validate") : undefined],
    // A peer's istiod learns this cluster's trust domain from its mesh config; without one it assumes cluster.local (0.1 no. 2).
    ["pilot.configMap", isConfig || cluster.trustDomain !== "cluster.local" ? true : undefined],
    ...(cluster.trustDomain === "cluster.local" ? [] : trustEntries(view)),
  ];
}

/** A `/` inside a value of the injection path is written `--slash--`. */
function segment(value: string): string {
  return value.replaceAll("/", "--slash--");
}

function externalUrl({ primary }: View, path: string): string | undefined {
  const address = primary && istiodAddress(primary);
  return address && `https://${address.text}:15017${path}`;
}

function isExternalConfig(mesh: Mesh, cluster: Cluster): boolean {
  return mesh.topology === "external" && cluster.role === "remote" && servesConfig(mesh, cluster);
}

/** Trust domains of the other clusters are aliases: a policy written for one name holds for all of them (reference 2.6). */
function trustEntries({ mesh, real, cluster }: View): readonly Entry[] {
  const names = [mesh.trust.domain, ...mesh.trust.aliases, ...mesh.clusters.map((other) => other.trustDomain)];
  const aliases = [...new Set(names)].filter((name) => name !== real.trustDomain).sort();
  const elsewhere = certificateAddress(mesh);
  return [
    ["meshConfig.trustDomain", cluster.trustDomain],
    ["meshConfig.trustDomainAliases", aliases.length === 0 ? undefined : aliases],
    ["global.caAddress", elsewhere],
    ["pilot.env.ENABLE_CA_SERVER", elsewhere === undefined ? undefined : "false"],
    ...rotationEntries(mesh),
  ];
}

/** Whom proxies ask for certificates where that is not istiod: istio-csr of their own cluster, by the name that its chart gives it (reference 2.7). */
function certificateAddress({ trust: { signer } }: Mesh): string | undefined {
  return signer.kind === "certManager" ? "cert-manager-istio-csr.cert-manager.svc:443" : undefined;
}

/**
 * While a root is rotated istiod must take a bundle that changes without a restart, and tell it to proxies, which then ask for a new certificate at once
 * (reference 2.5). Proxies that were injected before go on listening to nobody, and come along when their certificates end.
 */
function rotationEntries({ trust: { rotation, signer } }: Mesh): readonly Entry[] {
  if (rotation === undefined || (signer.kind !== "builtin" && signer.kind !== "command")) return [];
  return [
    ["pilot.env.ISTIO_MULTIROOT_MESH", "true"],
    ["meshConfig.defaultConfig.proxyMetadata.PROXY_CONFIG_XDS_AGENT", "true"],
  ];
}

export function cniValues({ mesh, real }: View, version: string): JsonObject {
  return tree([
    ["profile", mesh.dataPlane === "ambient" ? "ambient" : undefined],
    ["global.platform", platform(real)],
    ...images(real, "global.", version),
    ...pullSecrets(real),
  ]);
}

export function ztunnelValues({ mesh, real, cluster }: View, version: string): JsonObject {
  const revision = defaultRevisionOf(real)?.name;
  const { pullSecrets: secrets } = real.istio.images;
  return tree([
    ["istioNamespace", cluster.systemNamespace],
    ["multiCluster.clusterName", cluster.istioName],
    ["network", cluster.network],
    ["caAddress", certificateAddress(mesh)],
    ["revision", revision === defaultRevision ? undefined : revision],
    ["platform", platform(real)],
    ...images(real, "", version),
    ["imagePullSecrets", secrets.length === 0 ? undefined : secrets],
  ]);
}

/** A gateway gets its identity from the istiod that injects it; only its network is said here (reference 1.1, 1.3). */
export function gatewayValues(view: View, spec: GatewaySpec): JsonObject {
  const { mesh, real, cluster } = view;
  const secrets = real.istio.images.pullSecrets.map((name) => ({ name }));
  const revision = spec.revision ?? defaultRevisionOf(real)?.name;
  const isNetworkGateway = spec.kind === "eastwest" && (view.severalNetworks || remotesOf(mesh, real).length === 0);
  return tree([
    ["networkGateway", isNetworkGateway ? cluster.network : undefined],
    ["service.ports", portsOf(spec, isNetworkGateway)],
    ["revision", revision === defaultRevision ? undefined : revision],
    ["imagePullSecrets", secrets.length === 0 ? undefined : secrets],
  ]);
}

/** Ports of a gateway that only leads to istiod, on one network (1.6, no. 2). */
function portsOf(spec: GatewaySpec, isNetworkGateway: boolean): Json | undefined {
  if (isNetworkGateway || spec.kind !== "eastwest") return undefined;
  return [port("status-port", 15021), port("tls-istiod", 15012), port("tls-webhook", 15017)];
}

function port(name: string, number: number): JsonObject {
  return { name, port: number, protocol: "TCP", targetPort: number };
}

const chartPlatforms = new Set(["gke", "k3d", "k3s", "microk8s", "minikube", "openshift"]);

/** The charts have profiles for some platforms only; another platform needs nothing from them (reference 1.1). */
function platform(cluster: Cluster): string | undefined {
  return cluster.platform !== undefined && chartPlatforms.has(cluster.platform) ? cluster.platform : undefined;
}

/**
 * The hub when the document names one. Released charts carry their own tag; the bundled snapshot says `latest`, so there the tag is the revision's version: what
 * the release's chart would say, and what makes an upgrade visible in a preview.
 */
function images({ istio }: Cluster, prefix: string, version: string): readonly Entry[] {
  return [
    [`${prefix}hub`, istio.images.hub],
    [`${prefix}tag`, istio.charts.kind === "bundled" ? version : undefined],
  ];
}

function pullSecrets({ istio }: Cluster): readonly Entry[] {
  return [["global.imagePullSecrets", istio.images.pullSecrets.length === 0 ? undefined : istio.images.pullSecrets]];
}
