import type { ObjectId } from "./manifest.ts";

/** Objects of a kind that may need another object. */
export interface Dependents {
  readonly apiVersion: string;
  readonly kind: string;
  /** Only those in the namespace of what they may need. */
  readonly isNamespaced?: true;
}

const inNamespace = { isNamespaced: true } as const;

const workloads: readonly Dependents[] = ["Deployment", "DaemonSet", "StatefulSet"].map((kind) => ({
  apiVersion: "apps/v1",
  kind,
  ...inNamespace,
}));
const webhooks: readonly Dependents[] = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"].map((kind) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind,
}));
const rbac = "rbac.authorization.k8s.io";
const gatewayApi = "gateway.networking.k8s.io";
const roleBinding: Dependents = { apiVersion: `${rbac}/v1`, kind: "RoleBinding" };
/** Of kinds that have no v1 in every release the version that they have; one that is not served has no objects. */
const routes: readonly Dependents[] = [
  { apiVersion: `${gatewayApi}/v1`, kind: "HTTPRoute" },
  { apiVersion: `${gatewayApi}/v1`, kind: "GRPCRoute" },
  { apiVersion: `${gatewayApi}/v1`, kind: "TLSRoute" },
  { apiVersion: `${gatewayApi}/v1alpha2`, kind: "TLSRoute" },
  { apiVersion: `${gatewayApi}/v1alpha2`, kind: "TCPRoute" },
];

const selected: readonly Dependents[] = [
  { apiVersion: "networking.istio.io/v1", kind: "Gateway" },
  ...workloads.filter(({ kind }) => kind !== "StatefulSet"),
];

const byKind: Readonly<Record<string, readonly Dependents[]>> = {
  "networking.istio.io/Gateway": [{ apiVersion: "networking.istio.io/v1", kind: "VirtualService" }],
  [`${gatewayApi}/Gateway`]: routes,
  [`${gatewayApi}/GatewayClass`]: [{ apiVersion: `${gatewayApi}/v1`, kind: "Gateway" }],
  // The pods that a Gateway selects, and whether others would do.
  "apps/Deployment": selected,
  "apps/DaemonSet": selected,
  // A validator that calls a Service which is gone refuses every write of Istio configuration (reference 0.1 no. 5).
  "/Service": webhooks,
  "/ServiceAccount": workloads,
  "/ConfigMap": workloads,
  "/Secret": workloads,
  [`${rbac}/ClusterRole`]: [{ apiVersion: `${rbac}/v1`, kind: "ClusterRoleBinding" }, roleBinding],
  [`${rbac}/Role`]: [{ ...roleBinding, ...inNamespace }],
};

/**
 * What is looked through before an object of this kind is deleted: the rights that a plan asks for and the look itself are made from this, so they cannot differ. Whether
 * one of them really needs it is for whoever looks.
 */
export function dependentsOf({ group, kind }: Pick<ObjectId, "group" | "kind">): readonly Dependents[] {
  return byKind[`${group}/${kind}`] ?? [];
}
