import { type Json, type JsonObject, listAt, textAt } from "../model/json.ts";
import type { Present } from "../model/live.ts";
import { idKey, idOf, idText, type ObjectId } from "../model/manifest.ts";
import type { Where } from "../world.ts";
import { podUses } from "./pod-uses.ts";
import type { Task } from "./task.ts";

/** Which objects may need one of a kind, and when one does. */
interface Need {
  readonly group: string;
  readonly kind: string;
  readonly by: readonly { readonly apiVersion: string; readonly kind: string; readonly namespaced?: true }[];
  readonly uses: (object: JsonObject, id: ObjectId) => boolean;
}

const workloadKinds = ["Deployment", "DaemonSet", "StatefulSet"].map((kind) => ({
  apiVersion: "apps/v1",
  kind,
  namespaced: true as const,
}));
const webhookKinds = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"].map((kind) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind,
}));
const bindingKinds = ["ClusterRoleBinding", "RoleBinding"].map((kind) => ({ apiVersion: "rbac.authorization.k8s.io/v1", kind }));
const gatewayRoutes = ["HTTPRoute", "GRPCRoute"].map((kind) => ({ apiVersion: "gateway.networking.k8s.io/v1", kind }));

const needs: readonly Need[] = [
  {
    group: "networking.istio.io",
    kind: "Gateway",
    by: [{ apiVersion: "networking.istio.io/v1", kind: "VirtualService" }],
    uses: (object, id) => listAt(object, "spec", "gateways").some((entry) => isGateway(entry, id, textAt(object, "metadata", "namespace"))),
  },
  { group: "gateway.networking.k8s.io", kind: "Gateway", by: gatewayRoutes, uses: isAttached },
  {
    group: "gateway.networking.k8s.io",
    kind: "GatewayClass",
    by: [{ apiVersion: "gateway.networking.k8s.io/v1", kind: "Gateway" }],
    uses: (object, id) => textAt(object, "spec", "gatewayClassName") === id.name,
  },
  // A validator that calls a Service which is gone refuses every write of Istio configuration (reference 0.1 no. 5).
  { group: "", kind: "Service", by: webhookKinds, uses: callsService },
  { group: "", kind: "ServiceAccount", by: workloadKinds, uses: podUses },
  { group: "", kind: "ConfigMap", by: workloadKinds, uses: podUses },
  { group: "", kind: "Secret", by: workloadKinds, uses: podUses },
  {
    group: "rbac.authorization.k8s.io",
    kind: "ClusterRole",
    by: bindingKinds,
    uses: (object, id) => textAt(object, "roleRef", "kind") === "ClusterRole" && textAt(object, "roleRef", "name") === id.name,
  },
  {
    group: "rbac.authorization.k8s.io",
    kind: "Role",
    by: [{ apiVersion: "rbac.authorization.k8s.io/v1", kind: "RoleBinding", namespaced: true }],
    uses: (object, id) => textAt(object, "roleRef", "kind") === "Role" && textAt(object, "roleRef", "name") === id.name,
  },
];

/**
 * What stays and still needs an object that would be deleted, as the end of a sentence; `undefined`: nothing does. What this plan deletes as well does not count.
 * @throws Problem when it cannot be told
 */
export async function whyNeeded(task: Task, id: ObjectId): Promise<string | undefined> {
  const need = needs.find(({ group, kind }) => group === id.group && kind === id.kind);
  if (need === undefined) return undefined;
  const going = goingWith(task);
  for (const { apiVersion, kind, namespaced } of need.by) {
    const where: Where = { apiVersion, kind, ...(namespaced === true ? { namespace: id.namespace } : {}) };
    const found = (await task.site.api.list(where)).find((other) => stays(other, going) && need.uses(other.object, id));
    if (found !== undefined) return `${idText(idOf(found.object))} needs it`;
  }
  return undefined;
}

/** Everything the plan deletes in this cluster. */
function goingWith({ campaign, site }: Task): ReadonlySet<string> {
  const steps = campaign.job.study.plan.steps.filter(({ clusters }) => clusters.includes(site.cluster.name));
  return new Set(steps.flatMap(({ writes }) => writes.flatMap(({ id, kind }) => (kind === "delete" ? [idKey(id)] : []))));
}

function stays({ object }: Present, going: ReadonlySet<string>): boolean {
  return textAt(object, "metadata", "deletionTimestamp") === undefined && !going.has(idKey(idOf(object)));
}

/** `name` in the same namespace, or `namespace/name`. */
function isGateway(entry: Json, id: ObjectId, namespace = ""): boolean {
  return entry === `${id.namespace}/${id.name}` || (entry === id.name && namespace === id.namespace);
}

function isAttached(object: JsonObject, id: ObjectId): boolean {
  const own = textAt(object, "metadata", "namespace");
  return listAt(object, "spec", "parentRefs").some(
    (parent) =>
      (textAt(parent, "kind") ?? "Gateway") === "Gateway" &&
      textAt(parent, "name") === id.name &&
      (textAt(parent, "namespace") ?? own) === id.namespace,
  );
}

function callsService(object: JsonObject, id: ObjectId): boolean {
  return listAt(object, "webhooks").some(
    (webhook) =>
      textAt(webhook, "clientConfig", "service", "name") === id.name &&
      textAt(webhook, "clientConfig", "service", "namespace") === id.namespace,
  );
}
