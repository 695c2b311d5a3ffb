import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import type { Made } from "../../support/authority.ts";
import { applyByKubectl, kubectl } from "../by-hand.ts";
import type { LabCluster } from "../lab/index.ts";
import { programs } from "../lab/programs.ts";

/** What the user of such a mesh installs: cert-manager, an issuer, istio-csr. Values are the defaults of their charts, but for names of this cluster. */

const namespace = "cert-manager";
const system = "istio-system";
export const issuerRef = { name: "mesh-ca", kind: "ClusterIssuer", group: "cert-manager.io" };

/** The definitions of cert-manager, its controllers, and the two namespaces. */
export function installCertManager(cluster: LabCluster): void {
  const crds = loadAll(readFileSync(programs()["cert-manager.crds.yaml"] ?? "", "utf8"));
  applyByKubectl(cluster, [namespaceOf(namespace), namespaceOf(system), ...crds]);
  kubectl(cluster, ["wait", "--for=condition=Established", "crd", "--all", "--timeout=30s"]);
  applyByKubectl(cluster, [
    ...administrator("cert-manager"),
    deployment("cert-manager", { containers: [{ name: "cert-manager", image: "lab/cert-manager" }] }),
  ]);
}

/** An issuer that signs with this intermediate; what it hands out ends at the root. */
export function giveIssuer(cluster: LabCluster, intermediate: Made, root: Made): void {
  const stringData = { "tls.crt": intermediate.pem + root.pem, "tls.key": intermediate.key };
  applyByKubectl(cluster, [
    { apiVersion: "v1", kind: "Secret", metadata: { name: issuerRef.name, namespace }, type: "kubernetes.io/tls", stringData },
    {
      apiVersion: "cert-manager.io/v1",
      kind: "ClusterIssuer",
      metadata: { name: issuerRef.name },
      spec: { ca: { secretName: issuerRef.name } },
    },
  ]);
}

/** What istio-csr's chart makes for istiod: `dnsNames` are those of `app.istio.revisions`. */
export const istiodCertificate = (dnsNames: readonly string[] = [`istiod.${system}.svc`]) =>
  certificate({ name: "istiod", namespace: system }, "istiod-tls", {
    commonName: `istiod.${system}.svc`,
    dnsNames,
    uris: [`spiffe://cluster.local/ns/${system}/sa/istiod-service-account`],
    privateKey: { rotationPolicy: "Always", algorithm: "RSA", size: 2048 },
    revisionHistoryLimit: 1,
  });

const program = "istio-csr-stand-in.ts";
const istioCsr = "cert-manager-istio-csr";

/** The stand-in for istio-csr, with the root pinned; `clusterId` is the chart's `app.server.clusterID`. */
export function installIstioCsr(cluster: LabCluster, root: Made, clusterId: string): void {
  const mounts = { app: "/app", root: "/etc/root", serving: "/etc/serving" };
  const env = {
    CLUSTER_ID: clusterId,
    TRUST_DOMAIN: "cluster.local",
    ISTIO_NAMESPACE: system,
    ISSUER: JSON.stringify(issuerRef),
    NODE_EXTRA_CA_CERTS: "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt",
  };
  const container = {
    name: istioCsr,
    image: "lab/node",
    args: [`/app/${program}`],
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    readinessProbe: { httpGet: { path: "/readyz", port: 6060 } },
    volumeMounts: Object.entries(mounts).map(([name, mountPath]) => ({ name, mountPath })),
  };
  const volumes = [
    { name: "app", configMap: { name: istioCsr } },
    { name: "root", configMap: { name: "istio-root-ca" } },
    { name: "serving", secret: { secretName: istioCsr } },
  ];
  applyByKubectl(cluster, [
    configMap(istioCsr, { [program]: readFileSync(join(import.meta.dirname, program), "utf8") }),
    configMap("istio-root-ca", { "root-cert.pem": root.pem }),
    certificate({ name: istioCsr, namespace }, istioCsr, { dnsNames: [`${istioCsr}.${namespace}.svc`] }),
    istiodCertificate(),
    ...administrator(istioCsr),
    deployment(istioCsr, { containers: [container], volumes }),
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: istioCsr, namespace },
      spec: { selector: { app: istioCsr }, ports: [{ name: "web", port: 443, targetPort: 6443 }] },
    },
  ]);
}

function certificate(metadata: { readonly name: string; readonly namespace: string }, secretName: string, spec: object) {
  return {
    apiVersion: "cert-manager.io/v1",
    kind: "Certificate",
    metadata,
    spec: { secretName, duration: "1h", renewBefore: "30m", issuerRef, ...spec },
  };
}

const namespaceOf = (name: string) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } });

const configMap = (name: string, data: Readonly<Record<string, string>>) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace },
  data,
});

/** Rights of theirs are not what is looked at here. */
function administrator(name: string) {
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace } },
    {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "cluster-admin" },
      subjects: [{ kind: "ServiceAccount", name, namespace }],
    },
  ];
}

function deployment(name: string, spec: object) {
  const labels = { app: name };
  const template = { metadata: { labels }, spec: { serviceAccountName: name, ...spec } };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template },
  };
}
