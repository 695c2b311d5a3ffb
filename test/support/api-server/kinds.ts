import { type JsonObject, listAt, objectAt, textAt, valueAt } from "../../../src/model/json.ts";

/** A kind that is served. */
export interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly isNamespaced: boolean;
  readonly hasStatus: boolean;
  /** `openAPIV3Schema` of a custom resource. */
  readonly schema?: JsonObject;
}

const builtIn = `
  v1 Namespace namespaces cluster status
  v1 Node nodes cluster status
  v1 Pod pods namespace status
  v1 ConfigMap configmaps namespace
  v1 Secret secrets namespace
  v1 Service services namespace status
  v1 ServiceAccount serviceaccounts namespace
  v1 Endpoints endpoints namespace
  v1 Event events namespace
  v1 LimitRange limitranges namespace
  v1 ResourceQuota resourcequotas namespace status
  apps/v1 Deployment deployments namespace status
  apps/v1 DaemonSet daemonsets namespace status
  apps/v1 StatefulSet statefulsets namespace status
  apps/v1 ReplicaSet replicasets namespace status
  autoscaling/v2 HorizontalPodAutoscaler horizontalpodautoscalers namespace status
  batch/v1 Job jobs namespace status
  policy/v1 PodDisruptionBudget poddisruptionbudgets namespace status
  coordination.k8s.io/v1 Lease leases namespace
  discovery.k8s.io/v1 EndpointSlice endpointslices namespace
  networking.k8s.io/v1 NetworkPolicy networkpolicies namespace
  rbac.authorization.k8s.io/v1 Role roles namespace
  rbac.authorization.k8s.io/v1 RoleBinding rolebindings namespace
  rbac.authorization.k8s.io/v1 ClusterRole clusterroles cluster
  rbac.authorization.k8s.io/v1 ClusterRoleBinding clusterrolebindings cluster
  admissionregistration.k8s.io/v1 MutatingWebhookConfiguration mutatingwebhookconfigurations cluster
  admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration validatingwebhookconfigurations cluster
  admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy validatingadmissionpolicies cluster status
  admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding validatingadmissionpolicybindings cluster
  apiextensions.k8s.io/v1 CustomResourceDefinition customresourcedefinitions cluster status
`;

export const builtInKinds: readonly Kind[] = builtIn
  .trim()
  .split("\n")
  .map((line) => {
    const [apiVersion = "", kind = "", plural = "", scope = "", status] = line.trim().split(" ");
    const [version = "", group = ""] = apiVersion.split("/").reverse();
    return { group, version, kind, plural, isNamespaced: scope === "namespace", hasStatus: status === "status" };
  });

/** The kinds that a definition brings, one a served version. */
export function kindsOf(definition: JsonObject): readonly Kind[] {
  const spec = objectAt(definition, "spec");
  return listAt(spec, "versions").flatMap((version) =>
    valueAt(version, ["served"]) === false
      ? []
      : [
          {
            group: textAt(spec, "group") ?? "",
            version: textAt(version, "name") ?? "",
            kind: textAt(spec, "names", "kind") ?? "",
            plural: textAt(spec, "names", "plural") ?? "",
            isNamespaced: textAt(spec, "scope") === "Namespaced",
            hasStatus: valueAt(version, ["subresources", "status"]) !== undefined,
            schema: objectAt(version, "schema", "openAPIV3Schema"),
          },
        ],
  );
}

export function apiVersionOf({ group, version }: Pick<Kind, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}

/** `deployments.apps`, as in messages. */
export function resourceName({ group, plural }: Pick<Kind, "group" | "plural">): string {
  return group === "" ? plural : `${plural}.${group}`;
}
