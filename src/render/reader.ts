import type { JsonObject } from "../model/json.ts";
import type { Cluster, Mesh } from "../model/mesh.ts";
import type { Derived } from "./derived.ts";
import { derived } from "./derived.ts";
import { readerAccount } from "./names.ts";
import { minorOf } from "./versions.ts";
import type { View } from "./view.ts";

/**
 * Whether this cluster gets a reader of our own that may not read Secrets. The charts' role reads them all, every peer's `cacerts` among them (reference
 * 0.1 no. 4). It takes istiods that can do without: 1.31 on every side, and no remote (their istiod fetches gateway credentials and patches webhooks
 * through this very identity). `defaultReader` says why not, where it was asked for and cannot be.
 */
export function hasOwnReader(mesh: Mesh): boolean {
  return !mesh.discovery.reader.secrets && whyDefaultReader(mesh) === undefined;
}

/** Why the charts' reader role is used although the mesh asks for one without Secrets; `undefined` when nothing stands against it. */
export function whyDefaultReader(mesh: Mesh): string | undefined {
  if (mesh.topology !== "multi-primary") return `topology ${mesh.topology} reads gateway credentials through it`;
  const old = mesh.clusters.flatMap((cluster) => cluster.istio.revisions).find((revision) => !canDoWithout(revision.version));
  return old && `Istio ${old.version} is not known to work without it (1.31 is)`;
}

function canDoWithout(version: string): boolean {
  const minor = minorOf(version);
  return minor !== undefined && minor.minor >= 31;
}

/** The objects of the reader; the charts bring their own when we do not. */
export function reader({ mesh, real, cluster }: View): readonly Derived[] {
  if (real.role === "external" || mesh.clusters.length < 2) return [];
  const token = mesh.discovery.tokens === "legacy" ? [tokenSecret(cluster)] : [];
  if (!hasOwnReader(mesh)) return token;
  const name = `isthmus-istio-reader-${cluster.systemNamespace}`;
  const why = "other clusters' istiods read this one without reading its Secrets";
  return [
    derived("discovery", why, {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name: readerAccount, namespace: cluster.systemNamespace, labels: readerLabels },
      ...pullSecrets(cluster),
    }),
    derived("discovery", why, {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRole",
      metadata: { name, labels: readerLabels },
      rules: readerRules,
    }),
    derived("discovery", why, {
      apiVersion: "rbac.authorization.k8s.io/v1",
      kind: "ClusterRoleBinding",
      metadata: { name, labels: readerLabels },
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name },
      subjects: [{ kind: "ServiceAccount", name: readerAccount, namespace: cluster.systemNamespace }],
    }),
    ...token,
  ];
}

const readerLabels: JsonObject = { app: "istio-reader" };

function pullSecrets(cluster: Cluster): JsonObject {
  const names = cluster.istio.images.pullSecrets;
  return names.length === 0 ? {} : { imagePullSecrets: names.map((name) => ({ name })) };
}

/** A token that never ends: only for meshes that ask for it (reference 3.1). */
function tokenSecret(cluster: Cluster): Derived {
  return derived("discovery", "the mesh asks for tokens that do not end", {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: `${readerAccount}-istio-remote-secret-token`,
      namespace: cluster.systemNamespace,
      annotations: { "kubernetes.io/service-account.name": readerAccount },
    },
    type: "kubernetes.io/service-account-token",
  });
}

const read = ["get", "list", "watch"];

/** The charts' reader role of 1.31, less `secrets`. A test holds it to the chart, rule by rule. */
const readerRules: readonly JsonObject[] = [
  {
    apiGroups: [
      "config.istio.io",
      "security.istio.io",
      "networking.istio.io",
      "authentication.istio.io",
      "rbac.istio.io",
      "telemetry.istio.io",
      "extensions.istio.io",
    ],
    resources: ["*"],
    verbs: read,
  },
  {
    apiGroups: [""],
    resources: ["endpoints", "pods", "services", "nodes", "replicationcontrollers", "namespaces", "configmaps"],
    verbs: read,
  },
  { apiGroups: ["networking.istio.io"], verbs: ["get", "watch", "list"], resources: ["workloadentries"] },
  { apiGroups: ["networking.x-k8s.io", "gateway.networking.k8s.io"], resources: ["gateways"], verbs: ["get", "watch", "list"] },
  { apiGroups: ["apiextensions.k8s.io"], resources: ["customresourcedefinitions"], verbs: read },
  { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
  { apiGroups: ["multicluster.x-k8s.io"], resources: ["serviceexports"], verbs: ["get", "list", "watch", "create", "delete"] },
  { apiGroups: ["multicluster.x-k8s.io"], resources: ["serviceimports"], verbs: read },
  { apiGroups: ["apps"], resources: ["replicasets"], verbs: read },
  { apiGroups: ["authentication.k8s.io"], resources: ["tokenreviews"], verbs: ["create"] },
  { apiGroups: ["authorization.k8s.io"], resources: ["subjectaccessreviews"], verbs: ["create"] },
];
